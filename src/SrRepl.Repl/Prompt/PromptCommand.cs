using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>A command to the prompt itself, as <c>#name argument</c> or <c>:name argument</c>.</summary>
/// <param name="Name">Its name, without the sign.</param>
/// <param name="Argument">What it takes, for the help; empty when nothing.</param>
/// <param name="Help">One line.</param>
/// <param name="Action">Does it, and gives the exit code, or null to leave the prompt.</param>
internal sealed record PromptCommand(string Name, string Argument, string Help, PromptCommand.Act Action)
{
    private const string CSharp = "cs";
    private static readonly HashSet<string> PathCommands = ["load", "save"];

    /// <summary>Does a command with what was typed behind its name.</summary>
    public delegate int? Act(CommandArgument argument, SessionRunner runner, ILineEditor editor);

    /// <summary>Whether an input is a command.</summary>
    public static bool IsOne(string text) => text.TrimStart() is ['#' or ':', ..];

    /// <summary>Whether an input that begins with this line may have more lines: C# and code of the prompt's language may.</summary>
    public static bool MayGoOn(string line) => !IsOne(line) || Split(line).Name == CSharp;

    /// <summary>Whether Enter should run this text, be it a command or code.</summary>
    public static bool IsComplete(string text) =>
        !IsOne(text) ? Session.IsComplete(text) : Split(text) is not (CSharp, { Length: > 0 } code) || CSharpSide.IsComplete(code);

    /// <summary>Does the command of an input; null means to leave the prompt.</summary>
    /// <exception cref="DiagnosticException">There is no such command, or it failed.</exception>
    public static int? Run(SourceText input, SessionRunner runner, ILineEditor editor)
    {
        var (name, argument) = Split(input.Text);
        var command = PromptCommands.All.FirstOrDefault(command => command.Name == name)
            ?? throw new DiagnosticException(Errors.UnknownCommand(name, PromptCommands.All.Select(command => command.Name)));
        return command.Action(new(argument, input), runner, editor);
    }

    /// <summary>What fits at the caret of a command: its name, a path, a verb for the help, else what fits in code.</summary>
    public static CompletionList Complete(string text, int caret, Session session)
    {
        var sign = text.Length - text.TrimStart().Length;
        var end = text.IndexOf(' ', sign) is >= 0 and var space ? space : text.Length;
        if (caret > end && PathCommands.Contains(text[(sign + 1)..end]))
            return session.CompletePath(text, Math.Min(caret, PathStart(text, end)), caret);
        if (caret > end)
            return session.Complete(text[..sign] + new string(' ', end - sign) + text[end..], caret);
        var names = PromptCommands.All
            .Where(command => command.Name.StartsWith(text[(sign + 1)..Math.Max(sign + 1, caret)], StringComparison.Ordinal))
            .Select(command => new CompletionItem(text[sign] + command.Name, CompletionKind.Keyword, command.Help));
        return new CompletionList(Span.FromBounds(sign, end), [.. names]);
    }

    private static int PathStart(string text, int end)
    {
        var start = text.Length - text[end..].TrimStart().Length;
        return start < text.Length && text[start] == '"' ? start + 1 : start;
    }

    private static (string Name, string Argument) Split(string text)
    {
        var words = text.Trim()[1..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return (words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1)?.Trim() ?? "");
    }
}
