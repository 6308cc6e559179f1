using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Rows and others near them. A row shows the roundings of its own values only; a little beside it they come out differently, and rows
/// that were not seen are such rows.
/// </summary>
internal static class Neighbourhood
{
    private const int MostRows = 6000;
    private const int MostCopies = 8;

    // Of a column's range.
    private const double Reach = 0.01;

    /// <summary>The columns with rows added, after those that there are. Columns of whole numbers stay on whole numbers, and none leaves its range.</summary>
    public static Dataset Of(Dataset data, IEnumerable<string> names)
    {
        var random = new Xoshiro256(1);
        var copies = Math.Clamp(MostRows / Math.Max(1, data.Rows) - 1, 1, MostCopies);
        var stride = Math.Max(1, data.Rows / MostRows);
        return new([.. names.Select(name => Spread(data[name], copies, stride, random))]);
    }

    private static Column Spread(Column column, int copies, int stride, Xoshiro256 random)
    {
        var values = column.ToArray();
        var (low, high) = (values.Min(), values.Max());
        var reach = values.All(value => Math.Floor(value) == value) ? 0 : Reach * (high - low);
        var spread = new List<double>(values);
        for (var copy = 0; copy < copies; copy++)
            for (var row = 0; row < values.Length; row += stride)
                spread.Add(Math.Clamp(values[row] + random.NextDouble(-reach, reach), low, high));
        return new(column.Name, spread.ToArray());
    }
}
