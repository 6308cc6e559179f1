using System.Runtime.CompilerServices;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>Reads an arithmetic formula as one quotient; what is no arithmetic is an atom.</summary>
/// <param name="atoms">The table of atoms, all of which count as defined and other than 0.</param>
internal sealed class QuotientReader(Atoms atoms)
{
    private const int MostTerms = 40;
    private const int LargestPower = 8;

    private static readonly Polynomial One = Polynomial.Of(Number.One);

    private readonly List<Polynomial> _divisors = [];
    private readonly HashSet<int> _met = [];
    private readonly PolynomialDivision _division = new(atoms);

    /// <summary>The quotient, or null where it would have too many terms or divides by 0.</summary>
    public Quotient? Read(Expr formula) =>
        Walk(formula) is var (above, below) ? new(above, below, _divisors, _met) : null;

    private (Polynomial Above, Polynomial Below)? Walk(Expr formula)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (formula is Constant { Value: var value } && double.IsFinite(value))
            return (Polynomial.Of(Number.Of(value)), One);
        if (formula is not Apply { Operator: var op, Arguments: var a } || !GraphReader.IsArithmetic(op))
            return Atom(formula);
        if (op == Negate)
            return Walk(a[0]) is var (above, below) ? (Negative(above), below) : null;
        if (op == Inverse)
            return Turned(Walk(a[0]));
        if (op == Square || op == Cube)
            return Raised(Walk(a[0]), op == Square ? 2 : 3);
        if (op == Power)
            return a[1] is Constant { Value: var exponent } && Math.Floor(exponent) == exponent && Math.Abs(exponent) is >= 1 and <= LargestPower
                ? exponent < 0 ? Turned(Raised(Walk(a[0]), (int)-exponent)) : Raised(Walk(a[0]), (int)exponent)
                : Atom(formula);
        if (Walk(a[0]) is not { } left || Walk(a[1]) is not { } right)
            return null;
        return op == Multiply ? Product(left, right)
            : op == Divide ? Turned(right) is { } turned ? Product(left, turned) : null
            : Sum(left, op == Subtract ? (Negative(right.Above), right.Below) : right);
    }

    private (Polynomial, Polynomial)? Atom(Expr formula)
    {
        var atom = atoms.Add(formula);
        _met.Add(atom);
        return (Polynomial.OfAtom(atom), One);
    }

    private (Polynomial, Polynomial)? Turned((Polynomial Above, Polynomial Below)? quotient)
    {
        if (quotient is not var (above, below) || above.Terms.Count == 0)
            return null;
        if (!above.IsConstant)
            _divisors.Add(above);
        return (below, above);
    }

    private (Polynomial, Polynomial)? Raised((Polynomial Above, Polynomial Below)? quotient, int power)
    {
        var raised = quotient;
        for (var i = 1; i < power && raised is not null; i++)
            raised = Product(raised.Value, quotient!.Value);
        return raised;
    }

    private (Polynomial, Polynomial)? Product((Polynomial Above, Polynomial Below) a, (Polynomial Above, Polynomial Below) b) =>
        Times(a.Above, b.Above) is { } above && Times(a.Below, b.Below) is { } below ? (above, below) : null;

    private (Polynomial, Polynomial)? Sum((Polynomial Above, Polynomial Below) a, (Polynomial Above, Polynomial Below) b)
    {
        if (a.Below.IsConstant && b.Below.IsConstant)
            return (a.Above.Times(b.Below.Constant, atoms).Plus(b.Above.Times(a.Below.Constant, atoms), atoms), a.Below.Times(b.Below.Constant, atoms));
        if (_division.Gcd(a.Below, b.Below) is not { } common
            || _division.Divide(a.Below, common) is not { } own || _division.Divide(b.Below, common) is not { } other
            || Times(a.Above, other) is not { } left || Times(b.Above, own) is not { } right || Times(a.Below, other) is not { } below)
            return null;
        return (left.Plus(right, atoms), below);
    }

    private Polynomial? Times(Polynomial a, Polynomial b) =>
        a.Terms.Count * b.Terms.Count <= MostTerms || a.IsConstant || b.IsConstant ? a.Times(b, atoms) : null;

    private Polynomial Negative(Polynomial polynomial) => polynomial.Times(-Number.One, atoms);
}
