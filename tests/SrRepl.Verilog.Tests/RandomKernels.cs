using System.Collections.Immutable;
using FsCheck.Fluent;
using SrRepl.Hardware;
using SrRepl.Tests;

namespace SrRepl.Verilog.Tests;

/// <summary>Random kernels: formulas in random types, and operations put together at random, which no formula gives.</summary>
public static class RandomKernels
{
    private static readonly string[] Comparisons = ["greater", "greater_equal", "less", "less_equal", "equal", "not_equal"];

    private static readonly Gen<FixedType> Types =
        from width in Gen.Frequency((8, Gen.Choose(1, 20)), (1, Gen.Choose(60, 90)))
        from integer in Gen.Choose(-4, width + 4)
        from signed in Gen.Elements(true, false)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from overflow in Gen.Elements(Enum.GetValues<Overflow>())
        select new FixedType(width, integer, signed, rounding, overflow);

    /// <summary>A formula of a size in a random type; null where it needs what Verilog or a type cannot give.</summary>
    public static readonly Gen<Kernel?> FromFormulas =
        from size in Gen.Choose(2, 9)
        from formula in RandomFormulas.Formulas(size)
        from type in RandomFormulas.Types
        select RandomFormulas.Kernel(formula, type) is { IsBitExact: true } kernel ? kernel : null;

    /// <summary>Operations of every kind on each other's results, the last four as outputs.</summary>
    public static readonly Gen<Kernel?> FromOperations =
        from types in Gen.ArrayOf(Types, 3)
        from steps in Gen.ArrayOf(Steps(), 8)
        select (Kernel?)Build(types, steps);

    private sealed record Step(int Kind, int A, int B, int C, FixedType Type, int Detail);

    private static Gen<Step> Steps() =>
        from kind in Gen.Choose(0, 12)
        from a in Gen.Choose(0, 999)
        from b in Gen.Choose(0, 999)
        from c in Gen.Choose(0, 999)
        from type in Types
        from detail in Gen.Choose(0, 999)
        select new Step(kind, a, b, c, type, detail);

    private static Kernel Build(FixedType[] types, Step[] steps)
    {
        var build = new KernelBuilder();
        var values = types.Select((type, i) => build.Input($"x{i}", type)).ToList();
        foreach (var step in steps)
            if (Apply(build, step, values[step.A % values.Count], values[step.B % values.Count], values[step.C % values.Count]) is var value && build.Type(value).Width <= 300)
                values.Add(value);
        return new("sample", [.. build.Operations], [.. values.TakeLast(4).Select((value, i) => new KernelOutput($"y{i}", value))]) { Type = new(16, 6) };
    }

    private static int Apply(KernelBuilder build, Step step, int a, int b, int c) => step.Kind switch
    {
        0 => build.Add(a, b),
        1 => build.Subtract(a, b),
        2 => build.Multiply(a, b),
        3 => build.Negate(a),
        4 => build.Abs(a),
        5 => build.Min(a, b),
        6 => build.Max(a, b),
        7 => build.Select(build.Compare(Comparisons[step.Detail % Comparisons.Length], a, b), a, c),
        8 => build.Select(a, b, c),
        // No divisor that is 0, or hardly any row would be left.
        9 => build.Divide(a, build.Add(build.Abs(b), build.Literal(1, new FixedType(2, 2, Signed: false)))),
        10 => build.Divide(a, build.Subtract(build.Literal(0, new FixedType(2, 2)), build.Add(build.Abs(b), build.Literal(new FixedValue(1, step.Type.Plain with { Signed = false }))))),
        11 => build.Table(Table(step), a),
        _ => build.Cast(a, step.Type),
    };

    private static LookupTable Table(Step step)
    {
        var (argument, entry) = (new FixedType(9, 4, step.Detail % 3 != 0), step.Type.Plain);
        ImmutableArray<System.Numerics.BigInteger> entries = [.. Enumerable.Range(0, 2 + step.B % 40).Select(i => FixedCast.Fit(i * (step.C - 500), entry))];
        var scale = new FixedType(6, 1 + step.Detail % 9, Signed: false);
        return new($"table {step.Detail}", "f", argument, entry, FixedCast.Fit(step.A - 500, argument), 1 + step.A % 62, scale, entries);
    }
}
