using System.Globalization;

namespace SrRepl.Export;

/// <summary>The folder beside a project in which the next one is made, and what to do with one that a crash has left.</summary>
internal static class Recovery
{
    private const string Ending = ".part";

    /// <summary>Where this process makes the next folder.</summary>
    public static string FolderBeside(string target) => string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}{Ending}");

    /// <summary>Removes what processes that are gone have left beside a folder; files of the user's in it go back where they were.</summary>
    public static void Run(string target)
    {
        var parent = Path.GetDirectoryName(target);
        if (parent is null || !Directory.Exists(parent))
            return;
        foreach (var left in Directory.EnumerateDirectories(parent, Path.GetFileName(target) + ".*" + Ending).ToList())
            if (left.StartsWith(target + ".", StringComparison.Ordinal) && ProcessOf(left, target) is { } process && !IsAlive(process))
            {
                // Without a manifest it was not finished, and never stood in the project's place.
                if (Directory.Exists(target) && Manifest.IsIn(left))
                    GiveBack(left, target, [.. Manifest.Read(left).Keys, .. Manifest.Read(target).Keys, Manifest.Name], "");
                Directory.Delete(left, recursive: true);
            }
    }

    // Links are moved as links; a folder that the project lacks is moved whole.
    private static void GiveBack(string left, string target, HashSet<string> written, string inside)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(left, inside)).EnumerateFileSystemInfos().ToList())
        {
            var name = inside.Length == 0 ? entry.Name : $"{inside}/{entry.Name}";
            var kept = Path.Combine(target, name);
            if (entry is DirectoryInfo { LinkTarget: null } && Directory.Exists(kept))
                GiveBack(left, target, written, name);
            else if (!written.Contains(name) && !Path.Exists(kept))
                Directory.Move(entry.FullName, kept);
        }
    }

    private static int? ProcessOf(string left, string target)
    {
        var number = left[(target.Length + 1)..^Ending.Length];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
    }

    private static bool IsAlive(int process)
    {
        if (process == Environment.ProcessId)
            return false;
        try
        {
            using var running = System.Diagnostics.Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
