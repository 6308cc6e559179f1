using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>Grows a column value by value; full blocks are narrowed at once, so the whole is never held in double precision.</summary>
/// <param name="single">Whether values are rounded to single precision.</param>
public sealed class ColumnBuilder(bool single = false)
{
    private readonly ImmutableArray<ColumnBlock>.Builder _full = ImmutableArray.CreateBuilder<ColumnBlock>();
    private double[] _open = new double[64];
    private int _count;

    /// <summary>A column of some values, each block in the narrowest form that loses nothing.</summary>
    public static Column ColumnOf(string name, ReadOnlySpan<double> values)
    {
        var builder = new ColumnBuilder();
        foreach (var value in values)
            builder.Append(value);
        return builder.ToColumn(name);
    }

    /// <summary>How many values there are.</summary>
    public int Length => _full.Count * ColumnBlock.Rows + _count;

    /// <summary>Adds a value.</summary>
    public void Append(double value)
    {
        if (_count == _open.Length)
            MakeRoom();
        _open[_count++] = single ? (float)value : value;
    }

    /// <summary>The column of the values so far.</summary>
    public Column ToColumn(string name)
    {
        var blocks = _count == 0 ? _full.ToImmutable() : [.. _full, ColumnBlock.Narrowest(_open.AsSpan(0, _count))];
        return new Column(name, Length, blocks);
    }

    private void MakeRoom()
    {
        if (_count < ColumnBlock.Rows)
        {
            Array.Resize(ref _open, Math.Min(ColumnBlock.Rows, _open.Length * 4));
            return;
        }
        _full.Add(ColumnBlock.Narrowest(_open));
        _count = 0;
    }
}
