using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Hardware;

/// <summary>Raw integers back to doubles.</summary>
internal static class OutputCast
{
    private const double Magic = 6755399441055744.0;
    private const int ExactBits = 51;

    /// <summary>The values of the rows in <paramref name="target"/>; the nearest double where 53 bits are too few.</summary>
    public static void Write(long[] raw, FixedType type, Span<double> target)
    {
        var scale = Math.ScaleB(1, -type.Fraction);
        var done = type.Width < ExactBits ? Vectorised(raw, scale, target) : 0;
        for (var i = done; i < target.Length; i++)
            target[i] = raw[i] * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Vectorised(long[] raw, double scale, Span<double> target)
    {
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var from = MemoryMarshal.Cast<long, Vector256<long>>(raw.AsSpan());
        var magic = Vector256.Create(Magic);
        for (var i = 0; i < to.Length; i++)
            to[i] = ((from[i] + magic.AsInt64()).AsDouble() - magic) * Vector256.Create(scale);
        return to.Length * Vector256<double>.Count;
    }
}
