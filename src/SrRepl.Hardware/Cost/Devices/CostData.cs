using System.Collections.Immutable;
using System.Text.Json;

namespace SrRepl.Hardware;

/// <summary>The data files that the cost model is made of, carried inside the program.</summary>
internal static class CostData
{
    private const string Prefix = "Cost/";

    /// <summary>How the files are written: camel case, nothing left out, nothing unknown.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The contents of every file in a folder, by name.</summary>
    public static ImmutableArray<string> Folder(string folder) =>
        [.. typeof(CostData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    /// <summary>The contents of one file.</summary>
    public static string File(string name) => Read(Prefix + name);

    private static string Read(string resource)
    {
        using var stream = typeof(CostData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the program lacks its data file {resource}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
