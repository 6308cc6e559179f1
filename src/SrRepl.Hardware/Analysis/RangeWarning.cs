using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What an operation's ranges warn of before anything is built.</summary>
internal static class RangeWarning
{
    // Where functions have values.
    private static readonly FrozenDictionary<string, (Interval Domain, string Words)> Domains =
        new Dictionary<string, (Interval, string)>
        {
            ["log"] = (new(double.Epsilon, double.PositiveInfinity), "at or below 0"),
            ["log2"] = (new(double.Epsilon, double.PositiveInfinity), "at or below 0"),
            ["log10"] = (new(double.Epsilon, double.PositiveInfinity), "at or below 0"),
            ["sqrt"] = (new(0, double.PositiveInfinity), "below 0"),
            ["asin"] = (Interval.Unit, "outside -1 to 1"),
            ["acos"] = (Interval.Unit, "outside -1 to 1"),
            ["acosh"] = (new(1, double.PositiveInfinity), "below 1"),
            ["atanh"] = (new(Math.BitIncrement(-1.0), Math.BitDecrement(1.0)), "outside -1 to 1"),
        }.ToFrozenDictionary();

    /// <summary>Whether a function has a value everywhere in a range.</summary>
    public static bool HasValues(string function, Interval range) => !Domains.TryGetValue(function, out var domain) || domain.Domain.Contains(range);

    /// <summary>The warning, or an empty text.</summary>
    public static string Of(Kernel kernel, int index, IReadOnlyList<Interval> ranges)
    {
        var operation = kernel.Operations[index];
        foreach (var call in kernel.Calls)
            if (call.Result == index && Domains.TryGetValue(call.Function, out var domain) && !domain.Domain.Contains(ranges[call.Arguments[0]]))
                return $"{call.Function} of {ranges[call.Arguments[0]]}: it has no value {domain.Words}";
            else if (call.Result == index && call is { Function: "pow", Arguments: [var x, var exponent] } && ranges[x].Low < 0
                && !(ranges[exponent].Low == ranges[exponent].High && double.IsInteger(ranges[exponent].Low)))
                return $"pow of {ranges[x]}: it has no value below 0 for an exponent that is not whole";
        switch (operation.Kind)
        {
            case OperationKind.Cast when !operation.PicksBits && OperationRange.Overflows(ranges[operation.Operands[0]], operation.Type):
                return $"{ranges[operation.Operands[0]]} overflows {operation.Type} and {Words(operation.Type.Overflow)}";
            case OperationKind.Divide when ranges[operation.Operands[1]].Contains(0):
                return $"the divisor's range {ranges[operation.Operands[1]]} holds 0";
            case OperationKind.Table when Outside(operation.Table!, ranges[operation.Operands[0]]):
                return $"{ranges[operation.Operands[0]]} goes beyond table {operation.Table!.Name}, whose ends stand for all beyond";
            default:
                return "";
        }
    }

    private static string Words(Overflow overflow) => overflow switch
    {
        Overflow.Wrap => "wraps around",
        Overflow.SatZero => "becomes 0",
        _ => "saturates",
    };

    private static bool Outside(LookupTable table, Interval argument)
    {
        var from = new FixedValue(table.From, table.ArgumentType).Double;
        var scale = new FixedValue(table.IndexScale, table.ScaleType).Double;
        return argument.Low < from || argument.High > from + table.Entries.Length / scale;
    }
}
