using System.Collections.Frozen;
using System.Text.Json;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The cycles of projects of a single operator that the paper's authors synthesised: the facts, by operator and type.</summary>
public static class OperatorCycles
{
    private sealed record Facts(string Source, string Form, Dictionary<string, int[][]> Cycles);

    private static readonly Lazy<Facts> File = new(() => JsonSerializer.Deserialize<Facts>(CostData.File("operators.json"), CostData.Json)!);

    private static readonly Lazy<FrozenDictionary<BuiltInOperator, int[][]>> ByOperator = new(() =>
        File.Value.Cycles.ToFrozenDictionary(entry => Operators.Find(entry.Key)!, entry => entry.Value));

    /// <summary>Where the facts are from, and for which device and clock they hold.</summary>
    public static string Source => File.Value.Source;

    /// <summary>The cycles of an operator at a type on the default device and clock, or null where nobody measured them.</summary>
    public static int? Measured(Operator op, FixedType type)
    {
        if (op is BuiltInOperator builtIn && ByOperator.Value.TryGetValue(builtIn, out var rows))
            foreach (var row in rows)
                if (row[0] == type.Width && row[1] == type.Integer)
                    return row[2];
        return null;
    }
}
