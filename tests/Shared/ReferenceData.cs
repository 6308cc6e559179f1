namespace SrRepl.Tests;

/// <summary>Where the repository's root is, and the real reference data beside it, which not every clone has.</summary>
public static class ReferenceData
{
    /// <summary>The folder that holds SrRepl.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of reference data, or null when it is absent.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>A file of the reference data; call only from a <see cref="ReferenceFactAttribute"/> test.</summary>
    public static string File(string name) => Path.Combine(Folder!, name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "SrRepl.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run inside the repository");
    }

    private static string? FindFolder()
    {
        var named = Environment.GetEnvironmentVariable("SRREPL_REFERENCE_DATA");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Root, "..", "shared", "data") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}

/// <summary>A test that needs the reference data, and is skipped with a reason where it is absent.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    /// <summary>Skips when the data is absent.</summary>
    public ReferenceFactAttribute()
    {
        if (ReferenceData.Folder is null)
            Skip = "the reference data (../shared/data or SRREPL_REFERENCE_DATA) is not here";
    }
}

/// <summary>A theory that needs the reference data, and is skipped with a reason where it is absent.</summary>
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips when the data is absent, or a program that the test runs.</summary>
    public ReferenceTheoryAttribute(params string[] programs)
    {
        if (ReferenceData.Folder is null)
            Skip = "the reference data (../shared/data or SRREPL_REFERENCE_DATA) is not here";
        else if (programs.FirstOrDefault(program => !Tool.Exists(program)) is { } missing)
            Skip = $"{missing} is not installed";
    }
}
