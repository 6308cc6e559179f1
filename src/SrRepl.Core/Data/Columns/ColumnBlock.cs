using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// A run of <see cref="Rows"/> values of a column (fewer in the last) in one of three forms. Blocks let a table grow while it is
/// read without ever being held twice, and one number with many digits widens its own block alone.
/// </summary>
internal abstract class ColumnBlock
{
    /// <summary>Values in every block but the last; a power of two, and small enough that singles stay off the large-object heap.</summary>
    public const int Rows = 16_384;

    /// <summary>The value at an offset.</summary>
    public abstract double this[int offset] { get; }

    /// <summary>How many bytes the values take.</summary>
    public abstract long Bytes { get; }

    /// <summary>Copies values from an offset on.</summary>
    public abstract void CopyTo(int offset, Span<double> target);

    /// <summary>Copies values from an offset on, rounded to single precision.</summary>
    public abstract void CopyTo(int offset, Span<float> target);

    /// <summary>An array in blocks of doubles, sharing its memory.</summary>
    public static ImmutableArray<ColumnBlock> Cut(double[] values) =>
        [.. Slices(values.Length).Select(slice => new Doubles(values.AsMemory(slice)))];

    /// <summary>An array in blocks of singles, sharing its memory.</summary>
    public static ImmutableArray<ColumnBlock> Cut(float[] values) =>
        [.. Slices(values.Length).Select(slice => new Singles(values.AsMemory(slice)))];

    /// <summary>A copy in the narrowest form that gives every value back bit for bit.</summary>
    public static ColumnBlock Narrowest(ReadOnlySpan<double> values)
    {
        if (AreSingles(values))
            return new Singles(Narrow(values));
        if (AreDecimalSingles(values))
            return new DecimalSingles(Narrow(values));
        return new Doubles(values.ToArray());
    }

    private static IEnumerable<Range> Slices(int length)
    {
        for (var start = 0; start < length; start += Rows)
            yield return start..Math.Min(length, start + Rows);
    }

    private static bool AreSingles(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if ((float)value != value)
                return false;
        return true;
    }

    private static bool AreDecimalSingles(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (DecimalSingle.Restore((float)value) != value)
                return false;
        return true;
    }

    private static float[] Narrow(ReadOnlySpan<double> values)
    {
        var singles = new float[values.Length];
        for (var i = 0; i < singles.Length; i++)
            singles[i] = (float)values[i];
        return singles;
    }

    private sealed class Doubles(ReadOnlyMemory<double> values) : ColumnBlock
    {
        public override double this[int offset] => values.Span[offset];

        public override long Bytes => values.Length * sizeof(double);

        public override void CopyTo(int offset, Span<double> target) => values.Span.Slice(offset, target.Length).CopyTo(target);

        public override void CopyTo(int offset, Span<float> target)
        {
            var source = values.Span.Slice(offset, target.Length);
            for (var i = 0; i < target.Length; i++)
                target[i] = (float)source[i];
        }
    }

    private sealed class Singles(ReadOnlyMemory<float> values) : ColumnBlock
    {
        public override double this[int offset] => values.Span[offset];

        public override long Bytes => values.Length * sizeof(float);

        public override void CopyTo(int offset, Span<double> target)
        {
            var source = values.Span.Slice(offset, target.Length);
            for (var i = 0; i < target.Length; i++)
                target[i] = source[i];
        }

        public override void CopyTo(int offset, Span<float> target) => values.Span.Slice(offset, target.Length).CopyTo(target);
    }

    private sealed class DecimalSingles(ReadOnlyMemory<float> values) : ColumnBlock
    {
        public override double this[int offset] => DecimalSingle.Restore(values.Span[offset]);

        public override long Bytes => values.Length * sizeof(float);

        public override void CopyTo(int offset, Span<double> target)
        {
            var source = values.Span.Slice(offset, target.Length);
            for (var i = 0; i < target.Length; i++)
                target[i] = DecimalSingle.Restore(source[i]);
        }

        public override void CopyTo(int offset, Span<float> target) => values.Span.Slice(offset, target.Length).CopyTo(target);
    }
}
