using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The error of a look-up: the entry that the chip reads against the one that the formula reads, which may be some steps away.</summary>
internal static class TableErrors
{
    private const long MostPairs = 4_000_000;

    /// <summary>What becomes of a table's application in an operation.</summary>
    /// <exception cref="UnprovableException">No bound is known.</exception>
    public static Deviation Of(ErrorAnalysis at, TableOperator table, Apply node, int operation)
    {
        if (table.Interpolate)
            throw new UnprovableException($"table {table.Name} is interpolated");
        var own = at.TypeOf(node.Arguments[0]);
        var argument = at.Cast(at.Of(node.Arguments[0]), own, at.Precision.Argument(node, own), operation);
        var built = Find(at, operation, table.Name) ?? throw new UnprovableException($"table {table.Name} is a constant");
        var folded = table.Symmetry != Symmetry.None;
        var (range, error) = (folded ? argument.Range.Abs() : argument.Range, argument.Error.Range);
        if (folded)
            error = new(-error.Magnitude, error.Magnitude);
        var difference = Difference(table, built, range, error);
        // Where the sign may differ, both entries are near the middle of the table and add up.
        if (table.Symmetry == Symmetry.Odd && argument.Hull is { Low: < 0, High: >= 0 } && !argument.Error.IsZero)
            difference = difference.Union(Middle(table, built, error));
        if (table.Symmetry == Symmetry.Odd && argument.Hull.Low < 0)
            difference = difference.Union(-difference);
        return at.Cast(at.Fresh(table.Bounds([argument.Range]), at.Unknown(difference, operation)), built.EntryType, operation);
    }

    private static LookupTable? Find(ErrorAnalysis at, int operation, string name)
    {
        var made = at[operation];
        if (made.Table is { } table)
            return table.Name == name ? table : null;
        if (made.Kind is not (OperationKind.Cast or OperationKind.Select or OperationKind.Negate))
            return null;
        foreach (var operand in made.Operands)
            if (Find(at, operand, name) is { } found)
                return found;
        return null;
    }

    // The chip's index minus the formula's, before both are cut off: from the argument's error, the bound's and the scale's.
    private static Interval Difference(TableOperator table, LookupTable built, Interval range, Interval error)
    {
        var scale = table.Size / (table.To - table.From);
        var builtScale = new FixedValue(built.IndexScale, built.ScaleType).Double;
        var from = new FixedValue(built.From, built.ArgumentType).Double;
        var inside = new Interval(Math.Clamp(range.Low, table.From, table.To), Math.Clamp(range.High, table.From, table.To));
        if (builtScale <= 0)
            throw new UnprovableException($"table {table.Name} has no slope");
        var shift = error * Interval.Point(builtScale)
            + (inside - Interval.Point(table.From)) * Interval.Point(builtScale - scale)
            + Interval.Point((table.From - from) * builtScale);
        var (before, behind) = ((int)Math.Max(-table.Size, Math.Floor(shift.Low)), (int)Math.Min(table.Size, Math.Ceiling(shift.High)));
        var (first, last) = (Index(inside.Low), Index(inside.High));
        if ((long)(last - first + 1) * (behind - before + 1) > MostPairs)
            throw new UnprovableException($"table {table.Name} is read too far off");
        var result = Interval.Empty;
        for (var j = first; j <= last; j++)
            for (var i = j + before; i <= j + behind; i++)
                result = result.Union(Interval.Point(Entry(built, Math.Clamp(i, 0, table.Size - 1)) - table.Entries[j]));
        return result;

        int Index(double x) => (int)Math.Clamp(Math.Floor((x - table.From) * scale), 0, table.Size - 1);
    }

    private static Interval Middle(TableOperator table, LookupTable built, Interval error)
    {
        var reach = Math.Min(table.Size - 1, (int)Math.Min(table.Size, Math.Ceiling(error.Magnitude * table.Size / (table.To - table.From)) + 1));
        var largest = 0.0;
        for (var i = 0; i <= reach; i++)
            largest = Math.Max(largest, Math.Max(Math.Abs(Entry(built, i)), Math.Abs(table.Entries[i])));
        return new(-2 * largest, 2 * largest);
    }

    private static double Entry(LookupTable built, int index) => new FixedValue(built.Entries[index], built.EntryType).Double;
}
