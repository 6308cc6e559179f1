using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A table as hls4ml's nnet::lookup_table computes it, every rounding included: the bounds, the step and the entries in
/// one type T, the index scale as ap_fixed&lt;20,16&gt;. Where that loses what the user meant, it says so.
/// </summary>
internal static class NnetTable
{
    private static readonly FixedType CountType = new(16, 16, Signed: false);
    private static readonly FixedType ScaleType = new(20, 16);

    /// <summary>The table in a type.</summary>
    /// <exception cref="DiagnosticException">The range wraps in the type (SR4012), or the function has no value in it (SR4010).</exception>
    public static LookupTable Of(TableOperator table, FixedType type, List<string> warnings)
    {
        var from = FixedValue.From(table.From, type);
        var range = (FixedValue.From(table.To, type) - from).Cast(type);
        if (range.Raw.Sign <= 0)
            throw new DiagnosticException(Errors.TableWraps(table.Name, type.ToString(), Text(table.To - table.From)));
        var count = new FixedValue(table.Size, CountType);
        var scale = (count / range).Cast(ScaleType);
        var step = (range / count).Cast(type);
        Warn(table, scale, range, step, warnings);
        var entries = ImmutableArray.CreateBuilder<BigInteger>(table.Size);
        for (var i = 0; i < table.Size; i++)
        {
            var at = (from + new FixedValue(i, CountType) * step).Cast(type).Double;
            var value = table.Function.Evaluate([at]);
            if (!double.IsFinite(value))
                throw new DiagnosticException(Errors.TableEntry(table.Function.Name, Text(at)));
            entries.Add(FixedCast.Cast(value, type));
        }
        return new(table.Name, table.Function.Name, type, type, from.Raw, scale.Raw, ScaleType, entries.MoveToImmutable());
    }

    private static void Warn(TableOperator table, FixedValue scale, FixedValue range, FixedValue step, List<string> warnings)
    {
        var wanted = table.Size / (table.To - table.From);
        if (scale.Raw.IsZero)
            warnings.Add($"table {table.Name}: fewer entries ({table.Size}) than its range ({Text(range.Double)}) makes hls4ml's index always 0: the table is a constant");
        else if (scale.Double != wanted)
            warnings.Add($"table {table.Name}: {table.Size} entries over a range of {Text(table.To - table.From)} are {Text(wanted)} a unit, and hls4ml indexes with {Text(scale.Double)}: the slope is wrong");
        if (step.Raw.IsZero)
            warnings.Add($"table {table.Name}: its step {Text(table.Step)} is below the last bit of {step.Type}, so hls4ml makes all entries equal");
        else if (step.Double != table.Step)
            warnings.Add($"table {table.Name}: its step {Text(table.Step)} is {Text(step.Double)} in {step.Type}, so hls4ml's entries drift from their arguments");
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
