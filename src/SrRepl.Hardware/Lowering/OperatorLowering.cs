using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// How each row of the operator table becomes operations of a Kernel: one row here for each row there. An operator that
/// is a shorthand is lowered as its meaning.
/// </summary>
internal static class OperatorLowering
{
    /// <summary>Builds an application and gives the number of the operation that holds its value.</summary>
    public delegate int Rule(Lowering lowering, Apply node);

    // Beyond this a product of factors is no longer how one would build a power.
    public const double LargestWholePower = 64;

    private static readonly FrozenDictionary<BuiltInOperator, Rule> Rows = new Dictionary<BuiltInOperator, Rule>
    {
        [Operators.Add] = (at, node) => at.Builder.Add(at[node, 0], at[node, 1]),
        [Operators.Subtract] = (at, node) => at.Builder.Subtract(at[node, 0], at[node, 1]),
        [Operators.Multiply] = (at, node) => at.Builder.Multiply(at[node, 0], at[node, 1]),
        [Operators.Divide] = (at, node) => at.Divide(node),
        [Operators.Negate] = (at, node) => at.Builder.Negate(at[node, 0]),
        [Operators.Power] = Power,
        [Operators.Square] = Meaning,
        [Operators.Cube] = Meaning,
        [Operators.Inverse] = Meaning,
        [Operators.Abs] = (at, node) => at.Exact(node, at.Builder.Abs),
        [Operators.Sign] = (at, node) => Sign(at.Builder, at[node, 0]),
        [Operators.Min] = (at, node) => at.Builder.Min(at[node, 0], at[node, 1]),
        [Operators.Max] = (at, node) => at.Builder.Max(at[node, 0], at[node, 1]),
        [Operators.Mod] = Mod,
        [Operators.CopySign] = CopySign,
        [Operators.Sqrt] = Call,
        [Operators.Cbrt] = Call,
        [Operators.Exp] = Call,
        [Operators.Log] = Call,
        [Operators.Log2] = Call,
        [Operators.Log10] = Call,
        [Operators.Log1p] = Meaning,
        [Operators.LogAbs] = Meaning,
        [Operators.Log2Abs] = Meaning,
        [Operators.Log10Abs] = Meaning,
        [Operators.Log1pAbs] = Meaning,
        [Operators.SqrtAbs] = Meaning,
        [Operators.PowAbs] = Meaning,
        [Operators.Sin] = Call,
        [Operators.Cos] = Call,
        [Operators.Tan] = Call,
        [Operators.Cot] = Meaning,
        [Operators.Asin] = Call,
        [Operators.Acos] = Call,
        [Operators.Atan] = Call,
        [Operators.Atan2] = Call,
        [Operators.Sinh] = Call,
        [Operators.Cosh] = Call,
        [Operators.Tanh] = Call,
        [Operators.Asinh] = Call,
        [Operators.Acosh] = Call,
        [Operators.AcoshAbs] = Meaning,
        [Operators.Atanh] = Call,
        [Operators.AtanhClip] = Meaning,
        [Operators.Gauss] = Meaning,
        [Operators.Erf] = Call,
        [Operators.Erfc] = Call,
        [Operators.Gamma] = Call,
        [Operators.Digamma] = Refuse,
        [Operators.Relu] = Meaning,
        [Operators.Round] = (at, node) => at.Exact(node, x => Whole(at.Builder, x, Rounding.RndConv)),
        [Operators.Floor] = (at, node) => at.Exact(node, x => Whole(at.Builder, x, Rounding.Trn)),
        [Operators.Ceil] = (at, node) => at.Exact(node, x => at.Builder.Negate(Whole(at.Builder, at.Builder.Negate(x), Rounding.Trn))),
        [Operators.Greater] = Compare,
        [Operators.GreaterEqual] = Compare,
        [Operators.Less] = Compare,
        [Operators.LessEqual] = Compare,
        [Operators.Equal] = Compare,
        [Operators.NotEqual] = Compare,
        [Operators.And] = (at, node) => at.Builder.Select(Truth(at.Builder, at[node, 0]), Truth(at.Builder, at[node, 1]), Bit(at.Builder, 0)),
        [Operators.Or] = (at, node) => at.Builder.Select(Truth(at.Builder, at[node, 0]), Bit(at.Builder, 1), Truth(at.Builder, at[node, 1])),
        [Operators.Cond] = Meaning,
        [Operators.IfElse] = (at, node) => at.Builder.Select(Truth(at.Builder, at[node, 0]), at[node, 1], at[node, 2]),
    }.ToFrozenDictionary();

    /// <summary>Every operator that has a row.</summary>
    public static IEnumerable<BuiltInOperator> Covered => Rows.Keys;

    /// <summary>Whether an operator is lowered as its meaning in more basic ones.</summary>
    public static bool IsShorthand(BuiltInOperator op) => Rows[op] == Meaning;

    /// <summary>Whether a Kernel can be built of an operator.</summary>
    public static bool CanBuild(Operator op) => op switch
    {
        BuiltInOperator builtIn => Rows.TryGetValue(builtIn, out var rule) && rule != Refuse,
        DefinedOperator defined => CanBuild(defined.Body),
        _ => op is TableOperator or TypePin,
    };

    /// <summary>Whether a Kernel can be built of every operator of a formula.</summary>
    public static bool CanBuild(Expr formula) =>
        formula is not Apply apply || (CanBuild(apply.Operator) && apply.Arguments.All(CanBuild));

    /// <summary>Lowers an application of a built-in operator.</summary>
    public static int Lower(Lowering lowering, BuiltInOperator op, Apply node) => Rows[op](lowering, node);

    private static int Meaning(Lowering at, Apply node) =>
        at.Instead(node, ((BuiltInOperator)node.Operator).Meaning!(node.Arguments));

    private static int Call(Lowering at, Apply node) => at.Call((BuiltInOperator)node.Operator, node);

    private static int Refuse(Lowering at, Apply node) =>
        throw new DiagnosticException(Errors.NoHardwareForm(node.Operator.Name));

    private static int Compare(Lowering at, Apply node) => at.Builder.Compare(node.Operator.Name, at[node, 0], at[node, 1]);

    // Whole powers are products from left to right, as hls4ml writes them out; the roots are functions of their own.
    private static int Power(Lowering at, Apply node)
    {
        if (node.Arguments[1] is not Constant { Value: var exponent })
            return Call(at, node);
        if (exponent == 0.5)
            return at.Instead(node, Operators.Sqrt.Of(node.Arguments[0]));
        if (Math.Floor(exponent) != exponent || Math.Abs(exponent) > LargestWholePower)
            return Call(at, node);
        if (exponent == 0)
            return at.Lower(new Constant(1));
        var factor = at[node, 0];
        var product = factor;
        for (var i = 1; i < Math.Abs(exponent); i++)
            product = at.Builder.Multiply(product, factor);
        return exponent > 0 ? product : at.Builder.Divide(at.Lower(new Constant(1)), product);
    }

    private static int Sign(KernelBuilder builder, int x) => builder.Select(
        builder.Compare("less", x, Bit(builder, 0)),
        builder.Negate(Bit(builder, 1)),
        builder.Compare("greater", x, Bit(builder, 0)));

    // x - y floor(x/y). The quotient is cut off toward zero, so a negative one may round to a whole number one too
    // high; the remainder then has the wrong sign and lacks one y.
    private static int Mod(Lowering at, Apply node)
    {
        if (at.CallsVendor)
            return Remainder(at, node);
        var builder = at.Builder;
        var (x, y) = (at[node, 0], at[node, 1]);
        var rest = builder.Subtract(x, builder.Multiply(y, Whole(builder, builder.Divide(x, y), Rounding.Trn)));
        var wrong = builder.Compare("less", builder.Multiply(Sign(builder, rest), Sign(builder, y)), Bit(builder, 0));
        return builder.Select(wrong, builder.Add(rest, y), rest);
    }

    // The vendor's fmod of the magnitudes; where the signs differ, what is left up to the divisor. Its sign is the divisor's.
    private static int Remainder(Lowering at, Apply node)
    {
        var builder = at.Builder;
        var (x, y) = (at.Rounded(node, 0), at.Rounded(node, 1));
        var type = builder.Type(y);
        var size = builder.Cast(builder.Abs(y), type);
        var rest = at.Vendor("fmod", type, builder.Cast(builder.Abs(x), type), size);
        var (down, below) = (builder.Compare("less", x, Bit(builder, 0)), builder.Compare("less", y, Bit(builder, 0)));
        var turned = builder.Select(builder.Compare("equal", down, below), rest, builder.Subtract(size, rest));
        var value = builder.Select(builder.Compare("equal", rest, Bit(builder, 0)), rest, turned);
        return builder.Cast(builder.Select(below, builder.Negate(value), value), type);
    }

    private static int CopySign(Lowering at, Apply node)
    {
        var size = at.Builder.Abs(at[node, 0]);
        return at.Builder.Select(at.Builder.Compare("less", at[node, 1], Bit(at.Builder, 0)), at.Builder.Negate(size), size);
    }

    // A cast to a type without fraction bits; one more integer bit where rounding can carry.
    private static int Whole(KernelBuilder builder, int x, Rounding rounding)
    {
        var type = builder.Type(x);
        if (type.Fraction <= 0)
            return x;
        var bits = Math.Max(1, type.Integer + (rounding == Rounding.Trn ? 0 : 1));
        return builder.Cast(x, new(bits, bits, type.Signed, rounding));
    }

    // An argument counts as true above 0; a comparison's bit is that already.
    private static int Truth(KernelBuilder builder, int x) =>
        builder.Type(x) == FixedType.Bit ? x : builder.Compare("greater", x, Bit(builder, 0));

    private static int Bit(KernelBuilder builder, int value) => builder.Literal(new FixedValue(value, FixedType.Bit));
}
