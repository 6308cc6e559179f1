using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware.Tests;

/// <summary>What simplification by a cost saves in the kernel that is built in the end.</summary>
public sealed class RewritingCostTests
{
    private static readonly FixedType Type = new(18, 10);
    private static readonly OperatorCost Area = new(Type, CostMeasure.Area, CostTarget.Of(null));
    private static readonly OperatorCost Cycles = new(Type, CostMeasure.Latency, CostTarget.Of(null));
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");
    private static readonly Expr Z = new Variable("z");

    [Theory]
    [InlineData(93)]
    [InlineData(1.34375)]
    [InlineData(-5.65625)]
    public void A_constant_of_several_digits_becomes_shifts_and_additions(double constant)
    {
        var formula = constant * X + Y;
        var (before, after) = Costs(formula, Area);
        before.Dsp.ShouldBe(1);
        after.Dsp.ShouldBe(0);
        ShouldFit(formula);
    }

    [Theory]
    [InlineData(93.7)]
    [InlineData(1.0 / 3)]
    [InlineData(1e-7)]
    public void A_constant_that_the_type_rounds_or_overflows_is_not_made_cheap_by_that(double constant) =>
        Simplified(constant * X + Y, Area).ShouldBe(constant * X + Y);

    [Fact]
    public void A_polynomial_in_the_form_of_Horner_takes_fewer_products()
    {
        var formula = 2.7 * (X * X * X) + 3.3 * (X * X) + 4.1 * X + 5.9;
        var (before, after) = Costs(formula, Area);
        after.Dsp.ShouldBeLessThan(before.Dsp);
        Count(formula, OperationKind.Multiply, Area).ShouldBe(3);
    }

    [Fact]
    public void A_fifth_power_takes_three_products()
    {
        Count(Operators.Power.Of(X, 5), OperationKind.Multiply, Cycles).ShouldBe(3);
        Count(Operators.Power.Of(X, 5), OperationKind.Multiply, Area).ShouldBe(3);
    }

    [Fact]
    public void One_sine_serves_two_uses()
    {
        var (before, after) = Costs(Operators.Sin.Of(X + Y) * Z + Operators.Sin.Of(Y + X), Area);
        after.Lut.ShouldBeLessThan(before.Lut * 3 / 4);
    }

    [Fact]
    public void One_division_serves_two_quotients()
    {
        Count(X / Z + Y / Z, OperationKind.Divide, Area).ShouldBe(1);
        var (before, after) = Costs(X / Z + Y / Z, Area);
        after.Lut.ShouldBeLessThan(before.Lut * 3 / 4);
    }

    [Fact]
    public void Tables_of_equal_arguments_are_one()
    {
        var table = new TableOperator("sin_lut", Operators.Sin, -8, 8, 256);
        var formula = table.Of(X + Y) * Z + table.Of(Y + X);
        var (before, after) = Costs(formula, Area);
        Count(formula, OperationKind.Table, Area).ShouldBe(1);
        after.Lut.ShouldBeLessThan(before.Lut * 3 / 4);
    }

    // No constant of the result is one that the type would round or overflow.
    private static void ShouldFit(Expr formula) =>
        Simplified(formula, Area).Visit(node =>
        {
            if (node is Constant { Value: var value })
                FixedValue.From(value, Type).Double.ShouldBe(value);
        });

    private static (CostReport Before, CostReport After) Costs(Expr formula, OperatorCost cost) =>
        (CostModel.Estimate(Kernel(formula)), CostModel.Estimate(Kernel(Simplified(formula, cost))));

    private static int Count(Expr formula, OperationKind kind, OperatorCost cost) =>
        Kernel(Simplified(formula, cost)).Operations.Count(operation => operation.Kind == kind);

    private static Expr Simplified(Expr formula, OperatorCost cost) => Simplifier.Simplify(formula, new() { For = cost }).Formula;

    private static Kernel Kernel(Expr formula) => Quantizer.Quantize([formula], new() { Type = Type, Simplify = false });
}
