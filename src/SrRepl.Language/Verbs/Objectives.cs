using System.Collections.Immutable;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>
/// The objectives of a search as scripts write them: words of their own (loss), verbs that stand for what they measure
/// (lut, latency), and the same at a type (lut ap_fixed&lt;12,4&gt;).
/// </summary>
internal static class Objectives
{
    /// <summary>Objectives that no verb is called by. They are names like any other: a script may bind them.</summary>
    public static ImmutableArray<string> Words { get; } = ["loss", "ff", "dsp", "bram", "cycles", "ns"];

    /// <summary>Whether a name is one of them.</summary>
    public static bool IsWord(string name) => Words.Contains(name);

    /// <summary>The objective that a word means.</summary>
    public static object Word(string name) => Objective.Find(name)!;

    /// <summary>The objective that a value means; null where it means none.</summary>
    public static object? Find(object value) => value switch
    {
        PartialVerb { IsPlain: true, Verb.Name: var name } => Objective.Find(name),
        OperatorCost weights => Objective.Find(weights.Measure.ToString()) is { } objective ? objective with { Format = weights.Type } : null,
        string name => Objective.Find(name),
        _ => null,
    };
}
