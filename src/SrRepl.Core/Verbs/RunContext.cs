namespace SrRepl.Core;

/// <summary>What surrounds a running verb: where text goes and how it is stopped. The program, a test or a C# script sets it.</summary>
public sealed class RunContext
{
    private static readonly AsyncLocal<RunContext?> Ambient = new();

    /// <summary>The context of the running session; the console's when none was set.</summary>
    public static RunContext Current
    {
        get => Ambient.Value ?? Console;
        set => Ambient.Value = value;
    }

    /// <summary>Values: tables, formulas, what <c>print</c> and <c>show</c> write.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Diagnostics and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Set when the user interrupts. Long verbs watch it; a search then hands back its front so far.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Set when the user does not wait any longer for work that did not stop when it was interrupted.</summary>
    public CancellationToken Abandonment { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that lines can be redrawn on.</summary>
    public bool Live { get; init; }

    /// <summary>The folder of the script that runs, where files that belong to it may lie; null without one.</summary>
    public string? Folder { get; init; }

    /// <summary>A file by its path from the current directory or, where none is there, from the script's folder; null where neither has it.</summary>
    public string? Find(string file) =>
        File.Exists(file) ? file : Folder is not null && Path.Combine(Folder, file) is var beside && File.Exists(beside) ? beside : null;

    private static RunContext Console { get; } = new() { Output = System.Console.Out, Error = System.Console.Error };
}
