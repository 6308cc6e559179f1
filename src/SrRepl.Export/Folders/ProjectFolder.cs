using SrRepl.Core;

namespace SrRepl.Export;

/// <summary>
/// Puts a set of files in place of a folder at once: whoever looks sees the old folder or the new one, also after a crash. The
/// folder stays the same one to the system, so that a shell that stands in it still does.
/// </summary>
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
            var target = Resolved(folder);
            Recovery.Run(target);
            if (!overwrite)
                Refuse(folder, target, kind);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? throw new IOException("it has no parent folder"));
            var beside = Recovery.FolderBeside(target);
            Stage(beside, files);
            if (Directory.Exists(target))
                Replace(target, beside, files);
            else
                Directory.Move(beside, target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DiagnosticException(Errors.CannotWriteFolder(folder, failure.Message), failure);
        }
    }

    // A link stays, and what it leads to is written.
    private static string Resolved(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new DirectoryInfo(path).LinkTarget is null
            ? path
            : Path.TrimEndingDirectorySeparator(Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
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

    // The manifest comes last: a folder without one was not finished.
    private static void Stage(string beside, IReadOnlyList<ProjectFile> files)
    {
        foreach (var file in files.Append(Manifest.Of(files)))
        {
            var path = Path.Combine(beside, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // What stands under the name may be a link to something else.
            File.Delete(path);
            File.WriteAllText(path, file.Text);
            if (file.Executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    // The new folder takes the old one's name while the old one is brought up to date, and then gives it back.
    private static void Replace(string target, string beside, IReadOnlyList<ProjectFile> files)
    {
        FolderSwap.Exchange(beside, target);
        // The new script says what the edited one said, but has none of its comments.
        if (Manifest.IsEdited(beside, FormulaScript.FileName))
            File.Move(Path.Combine(beside, FormulaScript.FileName), Path.Combine(beside, FormulaScript.FileName + ".edited"), overwrite: true);
        foreach (var file in Manifest.Read(beside).Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal))
            if (Inside(beside, file) is { } path)
                File.Delete(path);
        Stage(beside, files);
        FolderSwap.Exchange(beside, target);
        Directory.Delete(beside, recursive: true);
    }

    // A manifest that was tampered with must not reach other folders.
    private static string? Inside(string folder, string file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }
}
