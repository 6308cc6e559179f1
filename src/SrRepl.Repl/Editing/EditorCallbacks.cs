using PrettyPrompt;
using PrettyPrompt.Consoles;
using PrettyPrompt.Documents;
using PrettyPrompt.Highlighting;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>Answers the editor's questions while a person types, from the session.</summary>
internal sealed class EditorCallbacks(Session session) : PromptCallbacks
{
    /// <summary>The key that takes what is marked in the list, which no keyboard has: a Tab becomes it where the list is open.</summary>
    public const ConsoleKey Choose = ConsoleKey.F24;

    private const string Indent = "    ";
    private const int BodyWithoutValue = 13;
    private static readonly KeyPressPattern Leave = new(ConsoleModifiers.Control, ConsoleKey.D);

    // Whether the list is open: the library does not say.
    private bool _listed;

    /// <inheritdoc/>
    protected override IEnumerable<(KeyPressPattern Pattern, KeyPressCallbackAsync Callback)> GetKeyPressCallbacks()
    {
        yield return (Leave, (text, _, _) => Task.FromResult(text.Length == 0 ? new KeyPressCallbackResult("", null) : null));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyCollection<FormatSpan>> HighlightCallbackAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<FormatSpan>>(PromptCommand.IsOne(text)
            ? []
            : [.. session.Classify(text)
                .Where(piece => Theme.Of(piece.Class) is not null)
                .Select(piece => new FormatSpan(piece.Span.Start, piece.Span.Length, Theme.Of(piece.Class)!.Value))]);

    /// <inheritdoc/>
    protected override Task<TextSpan> GetSpanToReplaceByCompletionAsync(string text, int caret, CancellationToken cancellationToken)
    {
        var replaced = Complete(text, caret).Replaced;
        return Task.FromResult(new TextSpan(replaced.Start, replaced.Length));
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<PrettyPrompt.Completion.CompletionItem>> GetCompletionItemsAsync(
        string text, int caret, TextSpan spanToBeReplaced, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PrettyPrompt.Completion.CompletionItem>>(
            [.. Complete(text, caret).Items.Select(item => new PrettyPrompt.Completion.CompletionItem(
                item.Text,
                getExtendedDescription: _ => Task.FromResult<FormattedString>(item.Help)))]);

    // The list opens on Tab only: opened by typing, it would take the Enter that is meant to run the line.
    /// <inheritdoc/>
    protected override Task<bool> ShouldOpenCompletionWindowAsync(string text, int caret, KeyPress keyPress, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    /// <inheritdoc/>
    protected override Task<KeyPress> TransformKeyPressAsync(string text, int caret, KeyPress keyPress, CancellationToken cancellationToken)
    {
        var pressed = Transformed(text, caret, keyPress);
        _listed = pressed.ConsoleKeyInfo.Key switch
        {
            ConsoleKey.Tab => Complete(text, caret).Items.Count > 0,
            ConsoleKey.UpArrow or ConsoleKey.DownArrow => _listed,
            _ => false,
        };
        return Task.FromResult(pressed);
    }

    private KeyPress Transformed(string text, int caret, KeyPress keyPress) =>
        (keyPress.ConsoleKeyInfo.Key, keyPress.ConsoleKeyInfo.Modifiers) switch
        {
            (ConsoleKey.Enter, 0) when !_listed && Unfinished(text) => Insert("\n" + IndentAfter(text[..caret])),
            (ConsoleKey.Tab, 0) when LineBefore(text[..caret]).All(char.IsWhiteSpace) && text.Contains('\n', StringComparison.Ordinal) => Insert(Indent),
            (ConsoleKey.Tab, 0) when Complete(text, caret).Common(text) is { Length: > 0 } common => Insert(common),
            (ConsoleKey.Tab, 0) when _listed => new(new ConsoleKeyInfo('\0', Choose, shift: false, alt: false, control: false)),
            _ => keyPress,
        };

    // A body whose last line is a `let` is an error in a script; while it is typed, its value is still to come.
    private bool Unfinished(string text) =>
        !PromptCommand.IsComplete(text) || !PromptCommand.IsOne(text) && session.Check(new SourceText(text, "input")) is [{ Number: BodyWithoutValue }, ..];

    private CompletionList Complete(string text, int caret) =>
        PromptCommand.IsOne(text) ? PromptCommand.Complete(text, caret, session) : session.Complete(text, caret);

    // Pasting is how the editor takes more than a character at once.
    private static KeyPress Insert(string text) =>
        new(new ConsoleKeyInfo('\0', ConsoleKey.Insert, shift: true, alt: false, control: false), text);

    private static string LineBefore(string text) => text[(text.LastIndexOf('\n') + 1)..];

    private static string IndentAfter(string text)
    {
        var line = LineBefore(text);
        var indent = line[..(line.Length - line.TrimStart().Length)];
        return indent.Length > 0 ? indent : Indent;
    }
}
