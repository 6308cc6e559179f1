using System.Numerics;
using FsCheck.Fluent;
using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class FingerprintTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");
    private static readonly OperatorSet Set = new(
        [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Negate, Operators.Square, Operators.Power, Operators.Sin]);

    public static TheoryData<Expr, Expr> Equal => new()
    {
        { X + (Y + 1), 1 + X + Y },
        { (X + Y) * X, X * Y + X * X },
        { (X + Y) * (X - Y), Operators.Square.Of(X) - Operators.Square.Of(Y) },
        { X / Y + Y / X, (X * X + Y * Y) / (X * Y) },
        { X - -Y, X + Y },
        { X * 0.5, X / 2 },
        { Operators.Power.Of(X, 3), X * X * X },
        { Operators.Power.Of(X, -2), 1 / X / X },
        { Operators.Sin.Of(X * Y + X) + 2, 2 + Operators.Sin.Of(X * (1 + Y)) },
        { X * Y / Y, X },
        { 3 * X - X, 2 * X },
    };

    public static TheoryData<Expr, Expr> Different => new()
    {
        { X - Y, Y - X },
        { X / Y, Y / X },
        { X + 2, X + 3 },
        { X * 1.0000000000000002, X },
        { Operators.Sin.Of(X), X },
        { Operators.Sin.Of(X) * 2, Operators.Sin.Of(2 * X) },
        { Operators.Power.Of(X, 0.5), X },
        { X / (Y - Y), X },
    };

    [Theory, MemberData(nameof(Equal))]
    public void What_arithmetic_makes_equal_has_one_canonical_fingerprint(Expr a, Expr b) => Canonical(a).ShouldBe(Canonical(b));

    [Theory, MemberData(nameof(Different))]
    public void What_differs_has_two(Expr a, Expr b) => Canonical(a).ShouldNotBe(Canonical(b));

    [Fact]
    public void Operands_of_commutative_operators_may_stand_in_any_order_of_one_writing()
    {
        Written(Operators.Sin.Of(X * Y) + (X - Y) * 2).ShouldBe(Written(2 * (X - Y) + Operators.Sin.Of(Y * X)));
        Written(X - Y).ShouldNotBe(Written(Y - X));
        Written((X + Y) * X).ShouldNotBe(Written(X * Y + X));
    }

    [Fact]
    public void The_field_computes_as_whole_numbers_do() => Prop.ForAll<ulong, ulong>((a, b) =>
    {
        (a, b) = (MersenneField.OfBits(a), MersenneField.OfBits(b));
        BigInteger p = MersenneField.Prime;
        ((BigInteger)MersenneField.Add(a, b)).ShouldBe((a + (BigInteger)b) % p);
        ((BigInteger)MersenneField.Subtract(a, b)).ShouldBe((p + a - b) % p);
        ((BigInteger)MersenneField.Multiply(a, b)).ShouldBe((BigInteger)a * b % p);
        MersenneField.Multiply(a, MersenneField.Inverse(a)).ShouldBe(a == 0 ? 0UL : 1);
    }).QuickCheckThrowOnFailure();

    // Products of doubles that are exact there are exact here.
    [Fact]
    public void Numbers_keep_their_arithmetic_in_the_field() => Prop.ForAll<int, int, byte>((a, b, scale) =>
    {
        var (x, y) = (Math.ScaleB(a, scale - 128), Math.ScaleB(b, 100 - scale));
        MersenneField.Multiply(MersenneField.OfNumber(x), MersenneField.OfNumber(y)).ShouldBe(MersenneField.OfNumber(x * y));
        MersenneField.Add(MersenneField.OfNumber(x), MersenneField.OfNumber(2 * x)).ShouldBe(MersenneField.OfNumber(3 * x));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_formula_met_before_is_met_again_only_at_another_complexity()
    {
        var recent = new Recent();
        recent.Note(7, 5).ShouldBeTrue();
        recent.Note(7, 5).ShouldBeFalse();
        recent.Note(7, 9).ShouldBeTrue();
        recent.Note(8, 5).ShouldBeTrue();
    }

    [Fact]
    public void What_is_known_of_a_formula_holds_for_its_other_writings()
    {
        var recent = new Recent();
        recent.FitOf(7).ShouldBeNull();
        recent.Note(7, 5);
        recent.Keep(7, Fit.Failed);
        recent.FitOf(7).ShouldBeNull();
        recent.Keep(7, new(0.25));
        recent.Note(7, 9);
        recent.FitOf(7)!.Value.Raw.ShouldBe(0.25);
        recent.Clear();
        recent.FitOf(7).ShouldBeNull();
    }

    private static ulong Canonical(Expr formula) => CanonicalFingerprint.Of(Compiler.ToProgram(formula, Set, ["x", "y"]), Set);

    private static ulong Written(Expr formula) => Compiler.ToProgram(formula, Set, ["x", "y"]).Fingerprint(Set);
}
