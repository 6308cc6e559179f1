using System.Collections.Immutable;
using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>All verbs, found by reflection when the first one is asked for. Names match without case and underscores.</summary>
public static class VerbTable
{
    private static readonly Lazy<SortedDictionary<string, Verb>> Verbs = new(Collect);

    /// <summary>Every verb, sorted by name.</summary>
    public static IEnumerable<Verb> All => Verbs.Value.Values;

    /// <summary>Every verb's name, sorted.</summary>
    public static IEnumerable<string> Names => All.Select(verb => verb.Name);

    /// <summary>The verb of a name, or null.</summary>
    public static Verb? Find(string name) => Verbs.Value.GetValueOrDefault(Nearest.Fold(name));

    private static SortedDictionary<string, Verb> Collect()
    {
        var methods = typeof(VerbTable).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(VerbAttribute), false));
        return new(
            methods.GroupBy(method => method.Name, StringComparer.Ordinal)
                .ToDictionary(group => Nearest.Fold(group.Key), group => new Verb(Members.CamelCase(group.Key), [.. group])),
            StringComparer.Ordinal);
    }
}
