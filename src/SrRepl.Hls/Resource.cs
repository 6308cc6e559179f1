namespace SrRepl.Hls;

/// <summary>The texts built into this assembly: templates, simulation headers, word lists.</summary>
internal static class Resource
{
    /// <summary>A text by its name, such as <c>Sim/ap_fixed.h</c>.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"no text `{name}` is built in", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of all texts under a folder, in order.</summary>
    public static IEnumerable<string> Under(string folder) =>
        typeof(Resource).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
