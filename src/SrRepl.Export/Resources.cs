using System.Reflection;

namespace SrRepl.Export;

/// <summary>The texts built into an assembly: templates, simulation headers, word lists.</summary>
internal sealed class Resources(Assembly assembly)
{
    /// <summary>Those of this assembly.</summary>
    public static Resources Own { get; } = new(typeof(Resources).Assembly);

    /// <summary>A text by its name, such as <c>Sim/ap_fixed.h</c>.</summary>
    public string Text(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"no text `{name}` is built in", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of all texts under a folder, in order.</summary>
    public IEnumerable<string> Under(string folder) =>
        assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The words of a text.</summary>
    public IEnumerable<string> Words(string name) => Text(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A template of this assembly, filled.</summary>
    public string Fill(string template, IReadOnlyDictionary<string, string> values) => new Template(Text($"Templates/{template}")).Fill(values);
}
