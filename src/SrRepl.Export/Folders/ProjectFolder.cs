using SrRepl.Core;

namespace SrRepl.Export;

/// <summary>Puts a set of files in place of a folder at once: whoever looks sees the old folder or the new one.</summary>
internal static class ProjectFolder
{
    /// <summary>Writes the files and their manifest. Files of an older export go; files that no export wrote stay.</summary>
    /// <param name="folder">The folder, as the user gave it.</param>
    /// <param name="files">What it holds then.</param>
    /// <param name="kind">What kind of folder it is.</param>
    /// <param name="overwrite">Whether to replace files that were changed by hand, or that are in no export.</param>
    /// <exception cref="DiagnosticException">The folder is not an export, was changed by hand, or cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<ProjectFile> files, ExportKind kind, bool overwrite)
    {
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (!overwrite)
                Refuse(folder, target, kind);
            var here = Environment.CurrentDirectory;
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? throw new IOException("it has no parent folder"));
            var beside = $"{target}.{Environment.ProcessId}.part";
            Stage(beside, [.. files, Manifest.Of(files)]);
            if (Directory.Exists(target))
                Replace(target, beside);
            else
                Directory.Move(beside, target);
            // The folder may be the one the program stands in.
            Environment.CurrentDirectory = here;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DiagnosticException(Errors.CannotWriteFolder(folder, failure.Message), failure);
        }
    }

    private static void Refuse(string folder, string target, ExportKind kind)
    {
        if (File.Exists(target))
            throw new DiagnosticException(Errors.FolderIsFile(folder));
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        if (!Manifest.Read(target).ContainsKey(kind.Mark))
            throw new DiagnosticException(Errors.FolderIsForeign(folder, kind.Verb));
        if (Manifest.Changed(target) is { Count: > 0 } changed)
            throw new DiagnosticException(Errors.FolderWasEdited(folder, changed));
    }

    private static void Stage(string beside, IEnumerable<ProjectFile> files)
    {
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        foreach (var file in files)
        {
            var path = Path.Combine(beside, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            if (file.Executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static void Replace(string target, string beside)
    {
        FolderSwap.Exchange(beside, target);
        var written = Manifest.Read(beside);
        // The new script says what the edited one said, but has none of its comments.
        if (Manifest.IsEdited(beside, FormulaScript.FileName))
            File.Move(Path.Combine(beside, FormulaScript.FileName), Path.Combine(target, FormulaScript.FileName + ".edited"), overwrite: true);
        foreach (var path in Directory.EnumerateFiles(beside, "*", SearchOption.AllDirectories).ToList())
        {
            var name = Path.GetRelativePath(beside, path);
            var kept = Path.Combine(target, name);
            if (name == Manifest.Name || written.ContainsKey(name.Replace('\\', '/')) || File.Exists(kept))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Move(path, kept);
        }
        Directory.Delete(beside, recursive: true);
    }
}
