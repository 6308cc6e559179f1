using System.Collections.Immutable;
using System.Numerics;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Hls.Tests;

/// <summary>Kernels that between them use every kind of operation, every rounding and overflow, and widths beyond a machine word.</summary>
public static class SampleKernels
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");

    /// <summary>A kernel by name.</summary>
    public static Kernel Of(string name) => All[name]();

    /// <summary>Every kernel's name.</summary>
    public static IEnumerable<string> Names => All.Keys.Order();

    private static readonly Dictionary<string, Func<Kernel>> All = new()
    {
        ["poly"] = () => Lower("ap_fixed<16,6>", X * X + 2.5 * Y - 0.5, X * Y - X * X),
        ["saturating"] = () => Lower("ap_fixed<12,4,AP_RND_CONV,AP_SAT_SYM>", X * X * X - Y, X / 3 - Y),
        ["unsigned"] = () => Lower("ap_ufixed<10,5,AP_RND,AP_SAT>", X * Y + 0.75),
        ["tables"] = () => Lower("ap_fixed<18,8>", Table("sin", Operators.Sin, 256).Of(X + Y) * Table("t0", Operators.Cos, 100).Of(X), Table("exp", Operators.Gauss, 1024).Of(Y)),
        ["octants"] = () => Lowering.Lower([Operators.Sin.Of(X) * 2.0, Operators.Cos.Of(X - Y)], FixedType.Parse("ap_fixed<20,6>"), new OneTypePrecision(FixedType.Parse("ap_fixed<20,6>")), MathLibrary.Nnet),
        ["math"] = () => Lower("ap_fixed<16,6,AP_RND,AP_SAT>", Operators.Exp.Of(X * 0.1) + Operators.Sqrt.Of(Y * Y)),
        ["choices"] = Choices,
        ["casts"] = Casts,
        ["wide"] = Wide,
        ["constant"] = () => Lower("ap_fixed<16,6>", new Constant(2.75)),
    };

    private static TableOperator Table(string name, Operator function, int size) => new(name, function, -4, 4, size);

    private static Kernel Lower(string type, params IFormula[] formulas)
    {
        var parsed = FixedType.Parse(type);
        return Lowering.Lower(formulas, parsed, new OneTypePrecision(parsed), MathLibrary.HlsMath);
    }

    private static Kernel Choices()
    {
        var type = new FixedType(14, 5);
        var build = new KernelBuilder();
        var (x, y) = (build.Input("x", type), build.Input("y", type));
        var values = ImmutableArray.CreateBuilder<int>();
        values.AddRange(build.Min(x, y), build.Max(x, build.Negate(y)), build.Abs(x));
        foreach (var comparison in new[] { "greater", "greater_equal", "less", "less_equal", "equal", "not_equal" })
            values.Add(build.Select(build.Compare(comparison, x, y), build.Multiply(x, y), y));
        return Finish(build, type, values.ToImmutable());
    }

    private static Kernel Casts()
    {
        var type = new FixedType(16, 6);
        var build = new KernelBuilder();
        var product = build.Multiply(build.Input("x", type), build.Input("y", type));
        return Finish(build, type, [
            .. from rounding in Enum.GetValues<Rounding>()
               from overflow in Enum.GetValues<Overflow>()
               select build.Cast(product, new FixedType(11, 4, rounding < Rounding.RndInf, rounding, overflow))]);
    }

    // Beyond 64 and 128 bits, with a literal that no double holds.
    private static Kernel Wide()
    {
        var type = new FixedType(40, 12);
        var build = new KernelBuilder();
        var (x, y) = (build.Input("x", type), build.Input("y", type));
        var square = build.Multiply(x, y);
        var fourth = build.Multiply(square, square);
        var fifth = build.Add(build.Multiply(fourth, x), build.Literal(new FixedValue(BigInteger.Parse("-123456789012345678901234567"), new(100, 20))));
        return Finish(build, type, [fifth, build.Divide(fourth, build.Add(build.Multiply(x, x), build.Literal(1, type))), build.Negate(fourth)]) with { Type = type };
    }

    private static Kernel Finish(KernelBuilder build, FixedType type, ImmutableArray<int> values) =>
        new("sample", [.. build.Operations], [.. values.Select((value, i) => new KernelOutput($"y{i}", value))]) { Type = type };
}
