using FsCheck.Fluent;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Random formulas over every operator of the table.</summary>
public static class RandomFormula
{
    private static readonly string[] Names =
        ["x", "x0", "pt_2", "gamma", "sign", "E", "I", "pi2", "β", "x'", "a b", "pi", "inf", "let", "then", "with", "1st", "max(x)"];

    private static readonly double[] Numbers =
        [0, -0.0, 1, 2.5, -3, 0.1, 1e-7, -1e300, 1e22, 123456789.125, double.Epsilon, double.MaxValue, Math.PI, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public static Gen<Expr> Generator { get; } = Gen.Sized(size => OfSize(Math.Min(size, 40)));

    private static Gen<Expr> Leaf { get; } = Gen.OneOf(
        Gen.Elements(Names).Select(Expr (name) => new Variable(name)),
        Gen.Elements(Numbers).Select(Expr (number) => new Constant(number)),
        ArbMap.Default.GeneratorFor<double>().Select(Expr (number) => new Constant(double.IsNaN(number) ? double.NaN : number)));

    private static Gen<Expr> OfSize(int size) =>
        size <= 1 ? Leaf : Gen.Frequency((1, Leaf), (6, Gen.Elements(Operators.All.ToArray()).SelectMany(op => Applied(op, size))));

    private static Gen<Expr> Applied(Core.Operator op, int size) =>
        Gen.ArrayOf(OfSize((size - 1) / op.Arity), op.Arity).Select(Expr (arguments) => op.Of([.. arguments]));
}
