using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class LoweringTests
{
    private static readonly Variable X = new("x");

    public static TheoryData<string> OperatorNames => [.. Operators.All.Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public void EveryOperatorIsLoweredOrRefusedBeforehand(string name)
    {
        var op = Operators.Find(name == "-" ? "sub" : name)!;
        var node = op.Of([.. Enumerable.Repeat<Expr>(X, op.Arity)]);
        if (Lowering.CanBuild(op))
            Lower(node).Outputs.Length.ShouldBe(1);
        else
            Should.Throw<DiagnosticException>(() => Lower(node)).Diagnostic.Number.ShouldBe(4006);
    }

    // Operators without a function in them are exact but for the inputs' and outputs' rounding, so a value that fits is right.
    [Theory]
    [InlineData("sign", -2.5, 0)]
    [InlineData("sign", 0, 0)]
    [InlineData("abs", -2.5, 0)]
    [InlineData("floor", -2.5, 0)]
    [InlineData("ceil", -2.5, 0)]
    [InlineData("ceil", 2.25, 0)]
    [InlineData("round", 2.5, 0)]
    [InlineData("round", 3.5, 0)]
    [InlineData("round", -2.5, 0)]
    [InlineData("relu", -2.5, 0)]
    [InlineData("min", 1.5, -3)]
    [InlineData("max", 1.5, -3)]
    [InlineData("mod", 7.5, 2)]
    [InlineData("mod", -7.5, 2)]
    [InlineData("mod", -7.5, -2)]
    [InlineData("mod", 7.5, -2)]
    [InlineData("mod", 6, 2)]
    [InlineData("mod", -6, 2)]
    [InlineData("copysign", 2.5, -1)]
    [InlineData("copysign", -2.5, 1)]
    [InlineData("greater", 1, 1)]
    [InlineData("greater_equal", 1, 1)]
    [InlineData("less", 1, 2)]
    [InlineData("less_equal", 3, 2)]
    [InlineData("equal", 2, 2)]
    [InlineData("not_equal", 2, 2)]
    [InlineData("logical_and", 1, -1)]
    [InlineData("logical_or", 1, -1)]
    [InlineData("cond", 1, 5.5)]
    [InlineData("cond", -1, 5.5)]
    [InlineData("square", -3.5, 0)]
    [InlineData("cube", -1.5, 0)]
    public void StepsAndChoicesAreExact(string name, double x, double y)
    {
        var op = Operators.Find(name)!;
        var arguments = new[] { x, y }[..op.Arity];
        var kernel = Lower(op.Of([.. new Expr[] { X, new Variable("y") }[..op.Arity]]));
        var data = new Dataset([new Column("x", [x]), new Column("y", [y])]);
        Emulator.Run(kernel, data).Columns[0][0].ShouldBe(op.Evaluate(arguments));
    }

    [Fact]
    public void TheSignsPlaceMatters()
    {
        Literals(Lower(new Constant(-0.1) * X)).ShouldBe([-103.0 / 1024]);
        Literals(Lower(Operators.Negate.Of(new Constant(0.1)) * X)).ShouldBe([-102.0 / 1024]);
    }

    [Fact]
    public void PowersAreProductsFromLeftToRight()
    {
        var kernel = Lower(Operators.Power.Of(X, 3));
        kernel.Operations.Count(operation => operation.Kind == OperationKind.Multiply).ShouldBe(2);
        kernel.Operations[2].Operands.ShouldBe([1, 0]);
    }

    [Fact]
    public void EqualPartsAreBuiltOnce()
    {
        var table = new TableOperator("sin_lut", Operators.Sin, -8, 8, 256);
        var kernel = Lower(table.Of(X + 1) * table.Of(X + 1));
        kernel.Operations.Count(operation => operation.Kind == OperationKind.Table).ShouldBe(1);
    }

    [Fact]
    public void InputsFollowTheFormulasAndNumberedOnesTheirNumbers()
    {
        Names(new Variable("b") + new Variable("a"), new Variable("c")).ShouldBe(["b", "a", "c"]);
        Names(new Variable("x10") + new Variable("x2"), new Variable("x1")).ShouldBe(["x1", "x2", "x10"]);

        static ImmutableArray<string> Names(params IFormula[] formulas) => Quantizer.Quantize(formulas).InputNames;
    }

    [Fact]
    public void AUsersFunctionIsWrittenOut()
    {
        var bell = new DefinedOperator("bell", ["t"], Operators.Exp.Of(-(new Variable("t") * new Variable("t"))));
        Lower(bell.Of(X + 1)).ToString().ShouldBe(Lower(Operators.Exp.Of(-((X + 1) * (X + 1)))).ToString());
    }

    [Fact]
    public void TheVendorsFunctionsAreMarked()
    {
        var kernel = Quantizer.Quantize([Operators.Sin.Of(X)], new() { MathLibrary = MathLibrary.HlsMath });
        kernel.IsBitExact.ShouldBeFalse();
        kernel.Warnings.ShouldHaveSingleItem().ShouldContain("hls::sin");
        Quantizer.Quantize([Operators.Sin.Of(X)]).IsBitExact.ShouldBeTrue();
    }

    [Theory]
    [InlineData(100000, "the constant 100000 is -32 in ap_fixed<16,6>")]
    [InlineData(1e-5, "the constant 1e-05 is 0 in ap_fixed<16,6>")]
    public void AConstantThatIsLostIsWarnedOf(double value, string words) => Lower(X * value).Warnings.ShouldBe([words]);

    [Fact]
    public void AConstantThatIsOnlyRoundedIsNot() => Lower(X * 0.1).Warnings.ShouldBeEmpty();

    [Fact]
    public void AResultTooWideIsRefusedByName()
    {
        Expr wide = X;
        for (var i = 0; i < 8; i++)
            wide = Operators.Square.Of(wide);
        Should.Throw<DiagnosticException>(() => Lower(wide)).Diagnostic.Number.ShouldBe(4005);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-5)]
    public void AConstantDivisorThatRoundsToZeroIsRefused(double divisor) =>
        Should.Throw<DiagnosticException>(() => Lower(X / divisor)).Diagnostic.Number.ShouldBe(4028);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AConstantThatIsNoNumberIsRefused(double value) =>
        Should.Throw<DiagnosticException>(() => Lower(X + value)).Diagnostic.Number.ShouldBe(4007);

    private static Kernel Lower(Expr formula) => Quantizer.Quantize([formula], new() { Simplify = false, Name = "k" });

    private static double[] Literals(Kernel kernel) =>
        [.. kernel.Operations.Where(operation => operation.Kind == OperationKind.Literal).Select(operation => new FixedValue(operation.Raw, operation.Type).Double)];
}
