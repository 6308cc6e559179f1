using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>A type that a formula gives one of its nodes is that node's type in every Kernel.</summary>
public class PinTests
{
    private static readonly Variable X = new("x");
    private static readonly Variable Y = new("y");
    private static readonly FixedType Narrow = new(12, 4);

    private static readonly Dataset Data = new(
    [
        new Column("x", [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i * 1.7) * 2)]),
        new Column("y", [.. Enumerable.Range(0, 200).Select(i => Math.Cos(i * 2.3))]),
    ]);

    [Fact]
    public void AProductIsCastWhereItIsPinned()
    {
        var kernel = Quantizer.Quantize([TypePin.Pin(X * Y, Narrow) + 1]);
        var pinned = kernel.Operations[kernel.Pinned.ShouldHaveSingleItem()];
        pinned.Kind.ShouldBe(OperationKind.Cast);
        pinned.Type.ShouldBe(Narrow);
        Explanation.Of(kernel).Rows[kernel.Pinned[0]].Why.ShouldStartWith("pinned");
    }

    [Fact]
    public void SimplifyingKeepsPins()
    {
        var formula = TypePin.Pin(X * 1 + 0, Narrow) * TypePin.Pin(new Constant(0.37), new(6, 1));
        Quantizer.Quantize([formula]).Pinned.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(QuantizeMode.Hls4ml)]
    [InlineData(QuantizeMode.Typed)]
    public void AConstantHasItsPinnedType(QuantizeMode mode)
    {
        var formula = TypePin.Pin(new Constant(0.37), new(6, 1)) * X + Y;
        var kernel = Quantizer.Quantize([formula], new() { Mode = mode, On = Data, MaxError = mode == QuantizeMode.Typed ? 0.1 : null });
        var literal = kernel.Operations[kernel.Pinned.ShouldHaveSingleItem()];
        literal.Type.ShouldBe(new(6, 1));
        // Truncated as hls4ml does, or rounded to nearest.
        new FixedValue(literal.Raw, literal.Type).Double.ShouldBe(mode == QuantizeMode.Hls4ml ? 11 / 32.0 : 12 / 32.0);
    }

    [Fact]
    public void APinnedInputIsAPortOfThatType()
    {
        var pinned = TypePin.Pin(X, Narrow);
        Quantizer.Quantize([pinned * pinned + Y]).Inputs.Select(input => input.Type).ShouldBe([Narrow, new(16, 6)]);
        // In one place it is cast there.
        Quantizer.Quantize([pinned * X]).Inputs[0].Type.ShouldBe(new(16, 6));
    }

    [Fact]
    public void AFunctionComputesToThePinnedPrecision()
    {
        var wide = new FixedType(24, 4);
        var kernel = Quantizer.Quantize([TypePin.Pin(Operators.Sin.Of(X), wide)], new() { Type = new(20, 4), Simplify = false });
        var outputs = Emulator.Run(kernel with { Outputs = [new("y0", kernel.Pinned[0])] }, Data).Columns[0];
        for (var row = 0; row < Data.Rows; row++)
            outputs[row].ShouldBe(Math.Sin(FixedValue.From(Data["x"][row], new(20, 4)).Double), 2 * wide.Step);
    }

    [Fact]
    public void TypesPerNodeGoRoundThePins()
    {
        var formula = TypePin.Pin(X * Y, Narrow) + 0.3 * X;
        var kernel = Quantizer.Quantize([formula], new() { On = Data, MaxError = 0.05 });
        kernel.Operations[kernel.Pinned.ShouldHaveSingleItem()].Type.ShouldBe(Narrow);
        Agreement.Worst(kernel, [formula], Data).Error.ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void APinChangesNothingInDoublePrecision()
    {
        var pinned = TypePin.Pin(X * Y, Narrow) - 0.1;
        pinned.Evaluate(Data).ToArray().ShouldBe((X * Y - 0.1).Evaluate(Data).ToArray());
        SymPyPrinter.Print(pinned).ShouldBe(SymPyPrinter.Print(X * Y - 0.1));
        LatexPrinter.Print(pinned).ShouldBe(LatexPrinter.Print(X * Y - 0.1));
    }
}
