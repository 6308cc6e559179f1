using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A function to be built: where, of what, and in what type its result is wanted.</summary>
/// <param name="Builder">Where to build.</param>
/// <param name="Arguments">The arguments' operations, of any types.</param>
/// <param name="Type">The result's type.</param>
internal sealed record FunctionRequest(KernelBuilder Builder, ImmutableArray<int> Arguments, FixedType Type)
{
    /// <summary>Bits of precision kept beyond the result's last one.</summary>
    public const int Guard = 4;

    /// <summary>The only, or the first, argument.</summary>
    public int Argument => Arguments[0];

    /// <summary>The argument's proven range.</summary>
    public Interval Range => Builder.Range(Argument);

    /// <summary>Fraction bits to compute with for an error well below the result's last bit.</summary>
    public int Precision => Math.Max(3, Type.Fraction + Guard - 1);

    /// <summary>The power of two at or above which the result's type ends.</summary>
    public int Ceiling => Type.Signed ? Type.Integer - 1 : Type.Integer;

    /// <summary>The request with integer bits for what is computed on the way, up to pi: it is not to saturate before it is done.</summary>
    public FunctionRequest WithRoom => Type.Integer >= 4 ? this : this with { Type = Type with { Width = Type.Width + 4 - Type.Integer, Integer = 4 } };

    /// <summary>How far the size of the argument is below 1, at least 0: the index of what is computed between -1 and 1.</summary>
    public int DistanceBelowOne()
    {
        var size = Builder.Abs(Argument);
        var one = Builder.Whole(1);
        if (Builder.Range(size).High > 1)
            size = Builder.Min(size, one);
        var fraction = Math.Max(1, Builder.Type(size).Fraction);
        return Builder.Cast(Builder.Subtract(one, size), new(fraction + 1, 1, Signed: false));
    }

    /// <summary>A value as the result: rounded to nearest, and the nearest end where it is too large.</summary>
    public int Finish(int value) => Builder.Cast(value, Result(Type));

    /// <summary>How results are rounded and limited, whatever the modes of the type asked for.</summary>
    public static FixedType Result(FixedType type) => type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
}
