namespace SrRepl.Export;

/// <summary>Text for a shell's command line.</summary>
internal static class Shell
{
    /// <summary>The text as one word: as it is where every character is harmless, else in single quotes.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-')
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// The command that runs a script of a folder. An exported folder that writes itself anew knows itself as the current one, where
    /// who reads the command need not be; and a folder's name may look like an option.
    /// </summary>
    public static string Bash(string folder, string script) =>
        $"bash {Quote(Path.Combine(folder.StartsWith('-') || folder == "." ? Path.GetFullPath(folder) : folder, script))}";
}
