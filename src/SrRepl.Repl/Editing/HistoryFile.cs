namespace SrRepl.Repl;

/// <summary>Where the prompt keeps its history: the state folder of the XDG base directory specification.</summary>
internal static class HistoryFile
{
    /// <summary>The file, its folder made; null where none can be.</summary>
    public static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        var state = Path.IsPathRooted(named)
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        try
        {
            return Path.Combine(Directory.CreateDirectory(Path.Combine(state, "sr")).FullName, "history");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
