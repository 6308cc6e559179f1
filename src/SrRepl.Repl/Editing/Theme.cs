using PrettyPrompt.Highlighting;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>The colour of each kind of token: the terminal's own sixteen, so that they suit a dark and a light background.</summary>
internal static class Theme
{
    private static readonly Dictionary<TokenClass, AnsiColor> Colours = new()
    {
        [TokenClass.Keyword] = AnsiColor.Blue,
        [TokenClass.Verb] = AnsiColor.Cyan,
        [TokenClass.Function] = AnsiColor.Cyan,
        [TokenClass.Number] = AnsiColor.Green,
        [TokenClass.Text] = AnsiColor.Yellow,
        [TokenClass.Type] = AnsiColor.Magenta,
        [TokenClass.Comment] = AnsiColor.BrightBlack,
        [TokenClass.Error] = AnsiColor.Red,
    };

    /// <summary>The colour, or null for the terminal's own text.</summary>
    public static AnsiColor? Of(TokenClass kind) => Colours.TryGetValue(kind, out var colour) ? colour : null;
}
