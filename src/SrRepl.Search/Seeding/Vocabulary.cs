using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Writes sums, products and powers with the operators of a set alone; null where they do not suffice.</summary>
internal sealed class Vocabulary(OperatorSet operators)
{
    private const double Near = 1e-9;

    /// <summary>Whether the set has an operator.</summary>
    public bool Has(Operator op) => operators.CodeOf(op) >= 0;

    /// <summary>a + b.</summary>
    public Expr? Sum(Expr? a, Expr? b) =>
        a is null || b is null ? null
        : a is Constant { Value: 0 } ? b
        : b is Constant { Value: 0 } ? a
        : Has(Operators.Add) ? a + b
        : Has(Operators.Subtract) ? a - (0 - b) : null;

    /// <summary>a - b.</summary>
    public Expr? Difference(Expr? a, Expr? b) =>
        a is null || b is null ? null
        : b is Constant { Value: 0 } ? a
        : Has(Operators.Subtract) ? a - b
        : Sum(a, Product(-1, b));

    /// <summary>a * b.</summary>
    public Expr? Product(Expr? a, Expr? b) =>
        a is null || b is null ? null
        : IsOne(a) ? b
        : IsOne(b) ? a
        : Has(Operators.Multiply) ? a * b
        : a is Constant factor && Has(Operators.Divide) ? b / (1 / factor.Value)
        : Has(Operators.Divide) ? a / (1 / b) : null;

    /// <summary>a / b.</summary>
    public Expr? Quotient(Expr? a, Expr? b) =>
        a is null || b is null ? null
        : IsOne(b) ? a
        : Has(Operators.Divide) ? a / b
        : Has(Operators.Inverse) ? Product(a, Operators.Inverse.Of(b))
        : Has(Operators.Power) ? Product(a, Operators.Power.Of(b, -1)) : null;

    /// <summary>The product of powers, those of negative exponents below the line, halves under one root.</summary>
    public Expr? Monomial(IEnumerable<(Expr Base, double Exponent)> powers)
    {
        var (above, below, rootAbove, rootBelow) = ((Expr)1.0, (Expr)1.0, (Expr)1.0, (Expr)1.0);
        foreach (var (factor, exponent) in powers)
        {
            if (Math.Abs(exponent) < Near)
                continue;
            var size = Math.Abs(exponent);
            var half = Math.Abs(size - Math.Floor(size) - 0.5) < Near && (Has(Operators.Sqrt) || Has(Operators.SqrtAbs));
            if (half)
            {
                ref var root = ref (exponent > 0 ? ref rootAbove : ref rootBelow);
                if (Product(root, factor) is not { } inside)
                    return null;
                root = inside;
                size -= 0.5;
            }
            if (size < Near)
                continue;
            ref var side = ref (exponent > 0 ? ref above : ref below);
            if (Product(side, Power(factor, size)) is not { } longer)
                return null;
            side = longer;
        }
        if (!IsOne(rootAbove) || !IsOne(rootBelow))
        {
            var root = Root(IsOne(rootAbove) ? rootBelow : Quotient(rootAbove, rootBelow));
            return IsOne(rootAbove) ? Quotient(above, Product(below, root)) : Quotient(Product(above, root), below);
        }
        return Quotient(above, below);
    }

    /// <summary>The square root.</summary>
    public Expr? Root(Expr? x) =>
        x is null ? null
        : Has(Operators.Sqrt) ? Operators.Sqrt.Of(x)
        : Has(Operators.SqrtAbs) ? Operators.SqrtAbs.Of(x)
        : Has(Operators.Power) ? Operators.Power.Of(x, 0.5) : null;

    /// <summary>A power by a number above 0.</summary>
    public Expr? Power(Expr? x, double exponent)
    {
        if (x is null)
            return null;
        var whole = Math.Round(exponent);
        if (Math.Abs(exponent - whole) > Near || whole > 8)
            return Math.Abs(exponent - 0.5) < Near ? Root(x) : Has(Operators.Power) ? Operators.Power.Of(x, exponent) : null;
        return (int)whole switch
        {
            0 => 1.0,
            1 => x,
            2 => Has(Operators.Square) ? Operators.Square.Of(x) : Has(Operators.Power) && x.Nodes > 1 ? Operators.Power.Of(x, 2) : Product(x, x),
            3 when Has(Operators.Cube) => Operators.Cube.Of(x),
            var n when Has(Operators.Power) && n > 2 => Operators.Power.Of(x, n),
            var n when n % 2 == 0 => Power(Power(x, n / 2), 2),
            var n => Product(x, Power(x, n - 1)),
        };
    }

    /// <summary>A function of one, where the set has it.</summary>
    public Expr? Call(Operator op, Expr? x) => x is not null && Has(op) ? op.Of(x) : null;

    private static bool IsOne(Expr x) => x is Constant constant && Math.Abs(constant.Value - 1) < Near;
}
