using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A named column of numbers, kept in single precision where that loses nothing and in double where it would. Immutable.</summary>
public sealed class Column
{
    private readonly ImmutableArray<ColumnBlock> _blocks;
    private readonly Lazy<ColumnSummary> _summary;

    /// <summary>A column over an array that the caller no longer writes to.</summary>
    public Column(string name, double[] values)
        : this(name, values.Length, ColumnBlock.Cut(values))
    {
    }

    /// <summary>A column over an array that the caller no longer writes to.</summary>
    public Column(string name, float[] values)
        : this(name, values.Length, ColumnBlock.Cut(values))
    {
    }

    internal Column(string name, int length, ImmutableArray<ColumnBlock> blocks)
    {
        Name = name;
        Length = length;
        _blocks = blocks;
        _summary = new Lazy<ColumnSummary>(() => ColumnSummary.Of(this));
    }

    private Column(string name, Column other)
    {
        Name = name;
        Length = other.Length;
        _blocks = other._blocks;
        _summary = other._summary;
    }

    /// <summary>The name, as the header wrote it.</summary>
    public string Name { get; }

    /// <summary>How many rows.</summary>
    public int Length { get; }

    /// <summary>Range, mean and deviation; computed when first asked for.</summary>
    public ColumnSummary Summary => _summary.Value;

    /// <summary>The value of a row, counted from 0.</summary>
    public double this[int row] => _blocks[row / ColumnBlock.Rows][row % ColumnBlock.Rows];

    /// <summary>Fills <paramref name="target"/> with the rows from <paramref name="start"/> on.</summary>
    public void CopyTo(int start, Span<double> target)
    {
        while (target.Length > 0)
        {
            var (block, offset, count) = Run(start, target.Length);
            block.CopyTo(offset, target[..count]);
            target = target[count..];
            start += count;
        }
    }

    /// <summary>Fills <paramref name="target"/> with the rows from <paramref name="start"/> on, rounded to single precision.</summary>
    public void CopyTo(int start, Span<float> target)
    {
        while (target.Length > 0)
        {
            var (block, offset, count) = Run(start, target.Length);
            block.CopyTo(offset, target[..count]);
            target = target[count..];
            start += count;
        }
    }

    /// <summary>All values as a new array.</summary>
    public double[] ToArray()
    {
        var values = new double[Length];
        CopyTo(0, values);
        return values;
    }

    /// <summary>The same values under another name.</summary>
    public Column Named(string name) => new(name, this);

    /// <summary>The chosen rows, in the given order.</summary>
    public Column Rows(ReadOnlySpan<int> rows)
    {
        var picked = new ColumnBuilder();
        foreach (var row in rows)
            picked.Append(this[row]);
        return picked.ToColumn(Name);
    }

    /// <summary>How many bytes the values take.</summary>
    public long Bytes => _blocks.Sum(block => block.Bytes);

    private (ColumnBlock Block, int Offset, int Count) Run(int start, int wanted)
    {
        var offset = start % ColumnBlock.Rows;
        return (_blocks[start / ColumnBlock.Rows], offset, Math.Min(wanted, ColumnBlock.Rows - offset));
    }
}
