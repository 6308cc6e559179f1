using System.Runtime.CompilerServices;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>
/// Reads a formula as a polynomial over atoms, from the leaves up: shorthands by their meaning, constants folded, like
/// terms and like factors collected, exponentials of one product joined, signs drawn out of odd and even functions.
/// </summary>
/// <param name="atoms">The table of atoms.</param>
/// <param name="expansion">A product of sums is multiplied out while it has at most so many terms.</param>
/// <param name="opaqueFunctions">Functions stay as they are, only their arguments are normalised.</param>
/// <param name="cancellation">Ends it between two nodes.</param>
internal sealed class Normalizer(Atoms atoms, int expansion, bool opaqueFunctions = false, CancellationToken cancellation = default)
{
    private const int LargestPower = 64;

    private readonly Dictionary<Expr, Polynomial> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>The formula as a polynomial.</summary>
    public Polynomial Read(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expr is Constant constant && double.IsFinite(constant.Value))
            return Polynomial.Of(Number.Of(constant.Value));
        if (expr is not Apply apply)
            return Polynomial.OfAtom(atoms.Add(expr));
        cancellation.ThrowIfCancellationRequested();
        if (!_read.TryGetValue(apply, out var polynomial))
            _read.Add(apply, polynomial = Read(apply));
        return polynomial;
    }

    /// <summary>The formula in the one order of its terms and factors.</summary>
    public Expr Write(Polynomial polynomial) => PolynomialWriter.Write(polynomial, atoms);

    private Polynomial Read(Apply apply)
    {
        var (op, a) = (apply.Operator, apply.Arguments);
        if (op == Add)
            return Read(a[0]).Plus(Read(a[1]), atoms);
        if (op == Subtract)
            return Read(a[0]).Plus(Negative(Read(a[1])), atoms);
        if (op == Negate)
            return Negative(Read(a[0]));
        if (op == Multiply)
            return Product(Read(a[0]), Read(a[1]));
        if (op == Divide)
            return Product(Read(a[0]), Reciprocal(Read(a[1])));
        if (op == Square)
            return Power(Read(a[0]), 2);
        if (op == Cube)
            return Power(Read(a[0]), 3);
        if (op == Inverse)
            return Reciprocal(Read(a[0]));
        if (opaqueFunctions && !(op == Operators.Power && a[1] is Constant))
            return Polynomial.OfAtom(atoms.Add(new Apply(op, [.. a.Select(argument => Write(Read(argument)))])));
        if (op == Sqrt)
            return Function(Operators.Power, [Read(a[0]), Polynomial.Of(Number.Of(0.5))]);
        if (op == Operators.Power && Read(a[1]) is { IsConstant: true, Constant: { IsWhole: true } exponent } && Math.Abs(exponent.Value) <= LargestPower)
            return Power(Read(a[0]), (int)exponent.Value);
        if (op is BuiltInOperator { Meaning: { } meaning })
            return Read(meaning(a));
        if (op is DefinedOperator defined)
            return Read(defined.Inline(a));
        return Function(op, [.. a.Select(Read)]);
    }

    private Polynomial Function(Operator op, Polynomial[] arguments)
    {
        if (Array.TrueForAll(arguments, argument => argument.IsConstant)
            && Folding.Fold(op, Array.ConvertAll(arguments, argument => argument.Constant)) is { } constant)
            return Polynomial.Of(constant);
        if (op == Exp)
            return Exponential(arguments[0]);
        if (op == Log && arguments[0] is { Terms: [{ IsConstant: false, Coefficient: { IsNegative: false, IsZero: false, IsOne: false } scale }] })
            return Polynomial.Of(Number.Of(Math.Log(scale.Value))).Plus(Function(op, [arguments[0].Times(Number.One / scale, atoms)]), atoms);
        var sign = Number.One;
        if ((Parity.Odd.Contains(op) || Parity.Even.Contains(op)) && Leading(arguments[0]).IsNegative)
        {
            arguments[0] = Negative(arguments[0]);
            sign = Parity.Odd.Contains(op) ? -Number.One : Number.One;
        }
        if (op == Abs && arguments[0].Terms is [{ IsConstant: false, Coefficient.IsZero: false } single])
        {
            sign = single.Coefficient;
            arguments[0] = arguments[0].Times(Number.One / sign, atoms);
        }
        var written = arguments.Select(Write).ToArray();
        if (op is BuiltInOperator { Commutative: true })
            Array.Sort(written, ExprOrder.Instance);
        return Polynomial.OfAtom(atoms.Add(new Apply(op, [.. written]))).Times(sign, atoms);
    }

    private Polynomial Negative(Polynomial polynomial) => polynomial.Times(-Number.One, atoms);

    private Polynomial Product(Polynomial a, Polynomial b)
    {
        if (a.IsConstant)
            return b.Times(a.Constant, atoms);
        if (b.IsConstant)
            return a.Times(b.Constant, atoms);
        var size = a.Terms.Count * b.Terms.Count;
        if (size > expansion && a.Terms.Count > 1 && b.Terms.Count > 1)
            (a, b) = (Packed(a), Packed(b));
        return Joined(a.Times(b, atoms));
    }

    private Polynomial Power(Polynomial polynomial, int exponent)
    {
        if (exponent == 1)
            return polynomial;
        if (polynomial.IsConstant && (exponent >= 0 || !polynomial.Constant.IsZero))
            return Polynomial.Of(polynomial.Constant.Power(exponent));
        if (exponent < 0)
            return Reciprocal(Power(polynomial, -exponent));
        if (exponent == 0)
            return polynomial.Terms.All(atoms.IsTotal)
                ? Polynomial.Of(Number.One)
                : Polynomial.OfAtom(atoms.Add(Operators.Power.Of(Write(polynomial), 0)));
        if (polynomial.Terms.Count > 1)
        {
            if (Math.Pow(polynomial.Terms.Count, exponent) <= expansion)
            {
                var power = polynomial;
                for (var i = 1; i < exponent; i++)
                    power = power.Times(polynomial, atoms);
                return Joined(power);
            }
            polynomial = Packed(polynomial);
        }
        return Joined(polynomial.Terms[0].Power(exponent, atoms));
    }

    private Polynomial Reciprocal(Polynomial polynomial)
    {
        if (polynomial.Terms is [{ Coefficient.IsZero: false } single])
            return Joined(new Polynomial([single.Reciprocal(atoms)]));
        if (polynomial.Terms.All(term => term.Coefficient.IsZero))
            return Polynomial.OfAtom(atoms.Add(double.NaN));
        return new([Packed(polynomial).Terms[0].Reciprocal(atoms)]);
    }

    // A sum as one atom, scaled so that its leading coefficient is 1.
    private Polynomial Packed(Polynomial polynomial)
    {
        if (polynomial.Terms is [{ Coefficient.IsZero: false }])
            return polynomial;
        var scale = Leading(polynomial);
        if (scale.IsZero)
            return Polynomial.OfAtom(atoms.Add(Write(polynomial)));
        var monic = polynomial.Times(Number.One / scale, atoms);
        return Polynomial.OfAtom(atoms.AddSum(Write(monic), monic)).Times(scale, atoms);
    }

    private Number Leading(Polynomial polynomial) =>
        polynomial.Terms.Count == 0 ? Number.Zero : PolynomialWriter.Sorted(polynomial, atoms)[0].Coefficient;

    private Polynomial Exponential(Polynomial exponent)
    {
        var constant = Number.Zero;
        foreach (var term in exponent.Terms)
            if (term.IsConstant)
                constant = term.Coefficient;
        var scale = Math.Exp(constant.Value);
        if (!constant.IsZero && double.IsFinite(scale) && scale > 0)
            exponent = exponent.Plus(Polynomial.Of(-constant), atoms);
        else
            scale = 1;
        var power = exponent.Terms.Count == 0
            ? Polynomial.Of(Number.One)
            : Polynomial.OfAtom(atoms.AddExponential(Exp.Of(Write(exponent)), exponent));
        return power.Times(Number.Of(scale), atoms);
    }

    // exp(a)*exp(b)**2 is exp(a + 2*b); sums that divide are multiplied into one.
    private Polynomial Joined(Polynomial polynomial)
    {
        if (!polynomial.Terms.Any(term => HasManyExponentials(term) || HasManyDivisors(term)))
            return polynomial;
        var sum = new Polynomial([]);
        foreach (var term in polynomial.Terms)
        {
            var product = HasManyDivisors(term) ? WithOneDivisor(term) : new([term]);
            sum = sum.Plus(HasManyExponentials(term) ? WithOneExponential(product.Terms[0]) : product, atoms);
        }
        return sum;
    }

    private bool HasManyExponentials(Monomial term)
    {
        var powers = 0;
        foreach (var factor in term.Factors)
            if (atoms.Exponent(factor.Atom) is not null)
                powers += factor.Exponent == 1 ? 1 : 2;
        return powers > 1;
    }

    private bool HasManyDivisors(Monomial term)
    {
        var (powers, size) = (0, 1.0);
        foreach (var factor in term.Factors)
            if (factor.Exponent < 0 && atoms.Sum(factor.Atom) is { } sum)
            {
                powers -= factor.Exponent;
                size *= Math.Pow(sum.Terms.Count, -factor.Exponent);
            }
        return powers > 1 && size <= expansion;
    }

    private Polynomial WithOneExponential(Monomial term)
    {
        var exponent = new Polynomial([]);
        foreach (var factor in term.Factors)
            if (atoms.Exponent(factor.Atom) is { } power)
                exponent = exponent.Plus(power.Times(Number.Of(factor.Exponent), atoms), atoms);
        return Without(term, factor => atoms.Exponent(factor.Atom) is not null).Times(Exponential(exponent), atoms);
    }

    private Polynomial WithOneDivisor(Monomial term)
    {
        var divisor = Polynomial.Of(Number.One);
        foreach (var factor in term.Factors)
            if (factor.Exponent < 0 && atoms.Sum(factor.Atom) is { } sum)
                for (var i = factor.Exponent; i < 0; i++)
                    divisor = divisor.Times(sum, atoms);
        return Without(term, factor => factor.Exponent < 0 && atoms.Sum(factor.Atom) is not null).Times(Reciprocal(divisor), atoms);
    }

    private static Polynomial Without(Monomial term, Func<Factor, bool> drop) =>
        new([new(term.Coefficient, [.. term.Factors.Where(factor => !drop(factor))])]);
}
