namespace SrRepl.Core;

/// <summary>Deals rows into two parts at random.</summary>
public static class Splitting
{
    /// <summary>Two datasets that share no row and together hold all; rows keep their order within a part.</summary>
    /// <exception cref="DiagnosticException">A part would have no row.</exception>
    public static (Dataset First, Dataset Second) Split(Dataset dataset, SplitOptions options)
    {
        var count = FirstCount(dataset.Rows, options);
        var rows = Enumerable.Range(0, dataset.Rows).ToArray();
        new Xoshiro256((ulong)options.Seed).Shuffle<int>(rows);
        Array.Sort(rows, 0, count);
        Array.Sort(rows, count, rows.Length - count);
        return (dataset.TakeRows(rows[..count]), dataset.TakeRows(rows[count..]));
    }

    private static int FirstCount(int rows, SplitOptions options)
    {
        if (options.Rows is { } wanted)
            return wanted > 0 && wanted < rows ? wanted : throw new DiagnosticException(Errors.BadSplitRows(wanted, rows));
        if (options.Fraction is not (> 0 and < 1))
            throw new DiagnosticException(Errors.BadFraction(options.Fraction));
        return rows >= 2
            ? Math.Clamp((int)Math.Round(rows * options.Fraction), 1, rows - 1)
            : throw new DiagnosticException(Errors.TooFewRows(rows, 2));
    }
}
