namespace SrRepl.Core;

/// <summary>A named column of numbers, kept in single precision where that loses nothing and in double where it would.</summary>
public sealed class Column
{
    private readonly float[]? _singles;
    private readonly double[]? _doubles;

    /// <summary>A column over an array that the caller no longer writes to.</summary>
    public Column(string name, double[] values)
    {
        Name = name;
        _doubles = values;
    }

    /// <summary>A column over an array that the caller no longer writes to.</summary>
    public Column(string name, float[] values)
    {
        Name = name;
        _singles = values;
    }

    /// <summary>The name, as the header wrote it.</summary>
    public string Name { get; }

    /// <summary>How many rows.</summary>
    public int Length => _singles?.Length ?? _doubles!.Length;

    /// <summary>The value of a row, counted from 0.</summary>
    public double this[int row] => _singles is not null ? _singles[row] : _doubles![row];

    /// <summary>Fills <paramref name="target"/> with the rows from <paramref name="start"/> on.</summary>
    public void CopyTo(int start, Span<double> target)
    {
        if (_doubles is not null)
            _doubles.AsSpan(start, target.Length).CopyTo(target);
        else
            for (var i = 0; i < target.Length; i++)
                target[i] = _singles![start + i];
    }

    /// <summary>Fills <paramref name="target"/> with the rows from <paramref name="start"/> on, rounded to single precision.</summary>
    public void CopyTo(int start, Span<float> target)
    {
        if (_singles is not null)
            _singles.AsSpan(start, target.Length).CopyTo(target);
        else
            for (var i = 0; i < target.Length; i++)
                target[i] = (float)_doubles![start + i];
    }

    /// <summary>All values as a new array.</summary>
    public double[] ToArray()
    {
        var values = new double[Length];
        CopyTo(0, values);
        return values;
    }

    /// <summary>The same values under another name.</summary>
    public Column Named(string name) => _singles is not null ? new(name, _singles) : new(name, _doubles!);

    /// <summary>The chosen rows, in the given order.</summary>
    public Column Rows(ReadOnlySpan<int> rows)
    {
        if (_singles is not null)
            return new(Name, Pick(_singles, rows));
        return new(Name, Pick(_doubles!, rows));
    }

    private static T[] Pick<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            picked[i] = values[rows[i]];
        return picked;
    }
}
