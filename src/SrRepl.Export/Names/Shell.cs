namespace SrRepl.Export;

/// <summary>Text for a shell's command line.</summary>
internal static class Shell
{
    /// <summary>The text as one word: as it is where every character is harmless, else in single quotes.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-')
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
