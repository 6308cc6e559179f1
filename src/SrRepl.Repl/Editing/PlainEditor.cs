namespace SrRepl.Repl;

/// <summary>A prompt for terminals that understand no escapes: the terminal edits the line, we only ask for it.</summary>
/// <param name="input">The terminal's lines.</param>
/// <param name="output">Where the prompt is shown.</param>
internal sealed class PlainEditor(TextReader input, TextWriter output) : ILineEditor
{
    private readonly List<string> _entered = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> History => _entered;

    /// <inheritdoc/>
    public LineRead Read()
    {
        var text = Ask(PromptText.First);
        while (text is not null && !PromptCommand.IsComplete(text))
            text = Ask(PromptText.More) is { } more ? text + "\n" + more : null;
        if (text is null)
            return new LineRead.End();
        _entered.Add(text);
        return new LineRead.Input(text, 1);
    }

    private string? Ask(string prompt)
    {
        output.Write(prompt);
        return input.ReadLine();
    }
}
