using System.Security.Cryptography;
using System.Text;

namespace SrRepl.Export;

/// <summary>What an exported folder says of itself: the SHA-256 of every file written, in the format of <c>sha256sum -c</c>.</summary>
internal static class Manifest
{
    /// <summary>The manifest's own name.</summary>
    public const string Name = "checksums.sha256";

    /// <summary>The manifest of files.</summary>
    public static ProjectFile Of(IEnumerable<ProjectFile> files) =>
        new(Name, string.Concat(files.Select(file => $"{Hash(Encoding.UTF8.GetBytes(file.Text))}  {file.Path}\n")));

    /// <summary>Whether a folder was exported by this program.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>The files a folder's manifest lists, with their hashes; none where there is no manifest.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder) => !IsIn(folder)
        ? new Dictionary<string, string>()
        : File.ReadLines(Path.Combine(folder, Name))
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[1], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[0], StringComparer.Ordinal);

    /// <summary>The listed files whose contents are no longer what was written, in order; the script that is there to be edited does not count.</summary>
    public static IReadOnlyList<string> Changed(string folder) =>
        [.. Read(folder)
            .Where(entry => entry.Key != FormulaScript.FileName && Differs(Path.Combine(folder, entry.Key), entry.Value))
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a listed file is there with other contents.</summary>
    public static bool IsEdited(string folder, string file) => Read(folder).TryGetValue(file, out var hash) && Differs(Path.Combine(folder, file), hash);

    private static bool Differs(string path, string hash) => File.Exists(path) && Hash(File.ReadAllBytes(path)) != hash;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
