using System.Text;
using PrettyPrompt;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>The editor of a real terminal: colours, completion, several lines, history kept across sessions.</summary>
internal sealed class TerminalEditor : ILineEditor
{
    private readonly string? _historyFile;
    private readonly PrettyPrompt.Prompt _prompt;
    private readonly TypedKeys _keys = new();

    /// <summary>An editor over the terminal of the process.</summary>
    /// <param name="session">What is asked for colours and completions.</param>
    /// <param name="historyFile">Where history is kept, or null to keep none.</param>
    public TerminalEditor(Session session, string? historyFile)
    {
        _historyFile = historyFile;
        _prompt = new PrettyPrompt.Prompt(
            historyFile,
            new EditorCallbacks(session),
            _keys,
            configuration: new PromptConfiguration(Keys, prompt: PromptText.First));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> History =>
        _historyFile is not null && File.Exists(_historyFile)
            ? [.. File.ReadLines(_historyFile).Select(Decode)]
            : [];

    // Shift-Enter does not reach a program through most terminals; Alt-Enter does.
    private static KeyBindings Keys => new(
        commitCompletion: new([new(ConsoleKey.Enter), new(EditorCallbacks.Choose)]),
        triggerCompletionList: new([new(ConsoleKey.Tab), new(ConsoleModifiers.Control, ConsoleKey.Spacebar)]),
        newLine: new([new(ConsoleModifiers.Shift, ConsoleKey.Enter), new(ConsoleModifiers.Alt, ConsoleKey.Enter)]));

    /// <inheritdoc/>
    public LineRead Read()
    {
        var result = _prompt.ReadLineAsync().GetAwaiter().GetResult();
        return result switch
        {
            KeyPressCallbackResult => new LineRead.End(),
            { IsSuccess: true } => new LineRead.Input(result.Text.ReplaceLineEndings("\n"), 1),
            _ => new LineRead.Cleared(),
        };
    }

    // The library keeps an entry a line, in base 64.
    private static string Decode(string line) => Encoding.UTF8.GetString(Convert.FromBase64String(line));
}
