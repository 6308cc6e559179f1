using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A formula in the order in which hls4ml writes it as C++ (read off its projects). The sign of a negative constant
/// factor stands before the constant, a constant that is taken away is a negative one that is added: as literals are
/// truncated, both decide bits, as does a quotient by a constant, which SymPy makes a product with its reciprocal. hls4ml's printer writes a whole power as a product in brackets, a value of its own; its first version, of
/// 2022, which knew no functions, wrote no brackets, so that a variable's power is as many factors of the product around it. The synthesis runs of
/// polynomials are from that version, and polynomials follow it. That decides no bit, but which products are shared.
/// </summary>
internal static class Hls4mlText
{
    /// <summary>The formula so written.</summary>
    public static Expr Of(Expr formula)
    {
        var signed = formula.Rewrite(Signed);
        return IsPolynomial(signed) ? signed.Rewrite(Flat) : signed;
    }

    private static Expr Signed(Expr node) => node switch
    {
        Apply { Operator: var op, Arguments: [var a, Constant { Value: not 0 } c] } when op == Operators.Divide => Signed(new Constant(1 / c.Value) * a),
        Apply { Operator: var op, Arguments: [var a, Constant c] } when op == Operators.Subtract => a + new Constant(-c.Value),
        Apply { Operator: var op, Arguments: [var a] } when op == Operators.Negate => Opposite(a),
        Apply { Operator: var op, Arguments: [Constant { Value: < 0 } c, var b] } when IsProduct(op) => op.Of(Operators.Negate.Of(new Constant(-c.Value)), b),
        _ => node,
    };

    // The sign of a product goes to its first factor.
    private static Expr Opposite(Expr term) => term is Apply { Operator: var op, Arguments: [var a, var b] } && IsProduct(op)
        ? op.Of(Opposite(a), b)
        : Operators.Negate.Of(term);

    private static bool IsProduct(Operator op) => op == Operators.Multiply || op == Operators.Divide;

    private static Expr Flat(Expr node) =>
        node is Apply { Operator: var op, Arguments: [var a, Apply { Operator: var power, Arguments: [Variable x, Constant n] }] }
        && op == Operators.Multiply && power == Operators.Power && IsWhole(n)
            ? Enumerable.Range(0, (int)n.Value).Aggregate(a, (product, _) => product * x)
            : node;

    private static bool IsPolynomial(Expr formula) => formula is not Apply { Operator: var op, Arguments: var arguments }
        || (op == Operators.Add || op == Operators.Subtract || op == Operators.Multiply || op == Operators.Negate
            || (op == Operators.Power && arguments[1] is Constant n && IsWhole(n)))
        && arguments.All(IsPolynomial);

    private static bool IsWhole(Constant n) => n.Value is >= 1 and <= OperatorLowering.LargestWholePower && Math.Floor(n.Value) == n.Value;
}
