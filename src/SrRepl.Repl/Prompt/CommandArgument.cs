using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>What was typed behind the name of a command.</summary>
/// <param name="Text">It alone, without the blanks around it.</param>
/// <param name="Input">The whole input.</param>
internal sealed record CommandArgument(string Text, SourceText Input)
{
    /// <summary>It as code, at the line and column it was typed at: blanks stand for the command.</summary>
    public SourceText InPlace
    {
        get
        {
            var end = Input.Text.TrimEnd().Length;
            var before = Input.Text[..(end - Text.Length)].Select(c => char.IsWhiteSpace(c) ? c : ' ');
            return new(string.Concat(before) + Text, Input.Name);
        }
    }
}
