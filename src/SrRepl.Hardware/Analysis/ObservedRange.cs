using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The smallest and largest values seen on data.</summary>
internal static class ObservedRange
{
    /// <summary>The range of a column; empty without rows.</summary>
    public static Interval Of(Column column)
    {
        var range = Interval.Empty;
        for (var row = 0; row < column.Length; row++)
            range = range.Union(Interval.Point(column[row]));
        return range;
    }

    /// <summary>The range of every operation of a Kernel.</summary>
    public static Interval[] Of(Kernel kernel, Dataset data, CancellationToken cancellation) =>
        BlockProgram.CanRun(kernel, keepAll: true) ? Blocks(kernel, data, cancellation) : Wide(kernel, data, cancellation);

    private static Interval[] Blocks(Kernel kernel, Dataset data, CancellationToken cancellation)
    {
        var program = new BlockProgram(kernel, keepAll: true);
        var low = new Int128[kernel.Operations.Length];
        var high = new Int128[kernel.Operations.Length];
        Array.Fill(low, Int128.MaxValue);
        Array.Fill(high, Int128.MinValue);
        foreach (var (_, count) in BlockRun.Over(kernel, program, data, cancellation))
            for (var i = 0; i < low.Length; i++)
                for (var row = 0; row < count; row++)
                {
                    var value = program.Value(i, row);
                    low[i] = Int128.Min(low[i], value);
                    high[i] = Int128.Max(high[i], value);
                }
        return [.. kernel.Operations.Select((operation, i) => low[i] > high[i]
            ? Interval.Empty
            : new(new FixedValue(low[i], operation.Type).Double, new FixedValue(high[i], operation.Type).Double))];
    }

    private static Interval[] Wide(Kernel kernel, Dataset data, CancellationToken cancellation)
    {
        var ranges = new Interval[kernel.Operations.Length];
        Array.Fill(ranges, Interval.Empty);
        foreach (var (_, values) in new WideEmulator(kernel).Rows(data, cancellation))
            for (var i = 0; i < ranges.Length; i++)
                ranges[i] = ranges[i].Union(Interval.Point(values[i].Double));
        return ranges;
    }
}
