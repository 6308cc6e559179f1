namespace SrRepl.Core;

/// <summary>What a column looks like from afar. All NaN for a column without rows.</summary>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="Deviation">The standard deviation of the rows themselves (divided by their number, not one less).</param>
public sealed record ColumnSummary(double Min, double Max, double Mean, double Deviation)
{
    private const int Tile = 1024;

    internal static ColumnSummary Of(Column column)
    {
        if (column.Length == 0)
            return new(double.NaN, double.NaN, double.NaN, double.NaN);
        var (min, max, sum) = (double.PositiveInfinity, double.NegativeInfinity, 0.0);
        ForEachTile(column, tile =>
        {
            var part = 0.0;
            foreach (var value in tile)
            {
                min = Math.Min(min, value);
                max = Math.Max(max, value);
                part += value;
            }
            sum += part;
        });
        // Two passes: the one-pass formula loses everything where the mean is large against the spread.
        var mean = min == max ? min : sum / column.Length;
        var squares = 0.0;
        ForEachTile(column, tile =>
        {
            var part = 0.0;
            foreach (var value in tile)
                part += (value - mean) * (value - mean);
            squares += part;
        });
        return new(min, max, mean, Math.Sqrt(squares / column.Length));
    }

    private delegate void TileAction(ReadOnlySpan<double> tile);

    private static void ForEachTile(Column column, TileAction action)
    {
        var buffer = new double[Tile];
        for (var start = 0; start < column.Length; start += Tile)
        {
            var tile = buffer.AsSpan(0, Math.Min(Tile, column.Length - start));
            column.CopyTo(start, tile);
            action(tile);
        }
    }
}
