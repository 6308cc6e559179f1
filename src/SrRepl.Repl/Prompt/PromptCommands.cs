using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>The table of the prompt's commands.</summary>
internal static class PromptCommands
{
    /// <summary>All of them, in the order of the help.</summary>
    public static readonly ImmutableArray<PromptCommand> All =
    [
        new("help", "[verb]", "the verbs and these commands, or what one verb takes and gives", Help),
        new("ls", "", "the names of the session and what they are", List),
        new("type", "code", "what kind of value a piece of code has", Type),
        new("load", "file", "run a .sr or .csx script in this session", Load),
        new("save", "file", "write what went well so far as a script", Save),
        new("history", "", "what was entered", History),
        new("time", "", "tell how long each input takes, or stop telling", Time),
        new("reset", "", "forget every name", Reset),
        new("cs", "code", "run C# on the session's values", CSharp),
        new("quit", "", "leave", (_, _, _) => null),
    ];

    private static int? Help(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        var output = runner.Streams.Output;
        output.WriteLine(Session.Help(argument.Text.Length == 0 ? null : argument.Text));
        if (argument.Text.Length > 0)
            return ExitCode.Done;
        var table = new TextTable("command", "does");
        foreach (var command in All)
            table.Add($"#{command.Name} {command.Argument}".TrimEnd(), command.Help);
        output.WriteLine();
        output.WriteLine(table);
        return ExitCode.Done;
    }

    private static int? List(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        if (runner.Session.Bindings.Count == 0)
            return ExitCode.Done;
        var table = new TextTable("name", "is");
        foreach (var (name, value) in runner.Session.Bindings)
            table.Add(name, Session.Describe(value));
        runner.Streams.Output.WriteLine(table);
        return ExitCode.Done;
    }

    private static int? Type(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        var (found, exitCode) = runner.Evaluate(Wanted("type", argument, "a piece of code").InPlace);
        if (found is not null)
            runner.Streams.Output.WriteLine(Session.Describe(found));
        return exitCode;
    }

    private static int? Load(CommandArgument argument, SessionRunner runner, ILineEditor editor) =>
        runner.RunFile(Unquoted(Wanted("load", argument, "the script's path").Text));

    private static int? Save(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        var target = Path.GetFullPath(Unquoted(Wanted("save", argument, "the path to write").Text));
        if (!Path.HasExtension(target))
            target += ".sr";
        AtomicFile.WriteText(target, runner.Transcript.Write(out var lost));
        foreach (var name in lost)
            runner.Streams.Error.WriteLine($"{name} came of C# and cannot be written as code: what needs it is saved as remarks");
        return ExitCode.Done;
    }

    private static int? History(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        foreach (var entry in editor.History)
            runner.Streams.Output.WriteLine(entry);
        return ExitCode.Done;
    }

    private static int? Time(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        runner.Timed = !runner.Timed;
        runner.Streams.Output.WriteLine(runner.Timed ? "each input is timed" : "inputs are not timed");
        return ExitCode.Done;
    }

    private static int? Reset(CommandArgument argument, SessionRunner runner, ILineEditor editor)
    {
        runner.Reset();
        return ExitCode.Done;
    }

    private static int? CSharp(CommandArgument argument, SessionRunner runner, ILineEditor editor) =>
        runner.RunCSharp(Wanted("cs", argument, "C# code").InPlace);

    private static CommandArgument Wanted(string command, CommandArgument argument, string wanted) =>
        argument.Text.Length > 0 ? argument : throw new DiagnosticException(Errors.CommandWants(command, wanted));

    private static string Unquoted(string path) => path is ['"', .. var inner, '"'] ? inner : path;
}
