namespace SrRepl.Hardware;

/// <summary>What a <see cref="SegmentedPolynomial"/> is to compute. Equal in everything but the function, for which the name stands.</summary>
/// <param name="name">The function's name.</param>
/// <param name="value">The value in a block at a place from 0 to 1.</param>
/// <param name="argumentBits">Fraction bits of the place.</param>
/// <param name="precision">The error stays below about 2^-precision.</param>
internal sealed class PiecewiseFunction(string name, Func<int, double, double> value, int argumentBits, int precision) : IEquatable<PiecewiseFunction>
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;

    /// <summary>Fraction bits of the place.</summary>
    public int ArgumentBits { get; } = argumentBits;

    /// <summary>The error stays below about 2^-Precision.</summary>
    public int Precision { get; } = precision;

    /// <summary>Where in the first block accuracy begins to matter.</summary>
    public double From { get; init; }

    /// <summary>How many blocks there are; each is smooth in itself.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Values of at least this size saturate in the result: how far beyond they are does not matter.</summary>
    public double Limit { get; init; } = double.PositiveInfinity;

    /// <summary>The value in a block at a place.</summary>
    public double Value(int block, double place) => value(block, place);

    /// <summary>A value as the result will have it.</summary>
    public double Limited(double x) => Math.Clamp(x, -Limit, Limit);

    /// <summary>The limit where both ends of a stretch are beyond it, else null.</summary>
    public double? IsFlat(int block, double start, double end) =>
        Limited(Value(block, start)) is var low && Math.Abs(low) == Limit && double.IsFinite(low) && Limited(Value(block, end)) == low ? low : null;

    /// <inheritdoc/>
    public bool Equals(PiecewiseFunction? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PiecewiseFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    private (string, int, int, double, int, double) Key => (Name, ArgumentBits, Precision, From, Blocks, Limit);
}
