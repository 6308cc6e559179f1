using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>
/// Reads inputs from a pipe or a file: no prompt, no escapes. An input goes on while it is unfinished, and as the layout
/// rule of the language has it: while lines are indented or start with an infix operator.
/// </summary>
/// <param name="input">The lines.</param>
/// <param name="classify">Tells what a line begins with.</param>
internal sealed class RedirectedEditor(TextReader input, Func<string, IReadOnlyList<ClassifiedSpan>> classify) : ILineEditor
{
    private int _line;
    private string? _ahead;

    /// <inheritdoc/>
    public IReadOnlyList<string> History => [];

    /// <inheritdoc/>
    public LineRead Read()
    {
        var first = Next();
        while (first is not null && string.IsNullOrWhiteSpace(first))
            first = Next();
        if (first is null)
            return new LineRead.End();

        var start = _line;
        var lines = new List<string> { first };
        if (PromptCommand.MayGoOn(first))
            while (Next() is { } line)
            {
                if (Continues(line) || !PromptCommand.IsComplete(string.Join('\n', lines)))
                    lines.Add(line);
                else
                {
                    Return(line);
                    break;
                }
            }
        return new LineRead.Input(string.Join('\n', lines).TrimEnd(), start);
    }

    private bool Continues(string line) =>
        string.IsNullOrWhiteSpace(line) || char.IsWhiteSpace(line[0])
        || (!PromptCommand.IsOne(line) && classify(line) is [{ Class: TokenClass.Sign }, ..]);

    private string? Next()
    {
        var line = _ahead ?? input.ReadLine();
        _ahead = null;
        if (line is not null)
            _line++;
        return line;
    }

    private void Return(string line)
    {
        _ahead = line;
        _line--;
    }
}
