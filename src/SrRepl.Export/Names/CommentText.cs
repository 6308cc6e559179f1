namespace SrRepl.Export;

/// <summary>A user's text inside a C++ line comment, which it must not leave.</summary>
internal static class CommentText
{
    /// <summary>The text on one line, cut after <paramref name="longest"/> characters, with nothing that the compiler takes as a line's continuation.</summary>
    public static string Of(string text, int longest)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\\' or '\u2028' or '\u2029' ? ' ' : c))
            .Replace("??/", "?? /", StringComparison.Ordinal);
        return line.Length <= longest ? line : line[..(longest - 3)] + "...";
    }
}
