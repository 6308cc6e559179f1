using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Benchmarks;

/// <summary>Kernels that both the cost model and an open synthesis can judge.</summary>
internal static class YosysCases
{
    private static readonly Expr X = new Variable("x0");
    private static readonly Expr Y = new Variable("x1");
    private static readonly Expr Z = new Variable("x2");

    private const string Adders = "HLS counts 7 LUTs beside an adder's bits";
    private const string Narrow = "HLS keeps products of up to 10 bits in LUTs and counts few, yosys only narrower ones";
    private const string Digits = "HLS makes shifts and an adder of a constant, yosys a macro";
    private const string Around = "HLS has the adder in the macro, yosys beside it";
    private const string Address = "HLS counts every operator that clamps the index, yosys maps them into a LUT a bit";
    private const string Blocks = "HLS slices 4096 words by 4 bits, yosys by 9";
    private const string Sums = "several of the above";

    /// <summary>Single operators at several widths, then small formulas, tables and whole kernels, and why the two differ where they do by more than 30 %.</summary>
    public static ImmutableArray<(string Name, Kernel Kernel, string Why)> All { get; } =
    [
        .. Single("x + y", Adders, [X + Y], 8, 16, 24, 32),
        .. Single("x - y", Adders, [X - Y], 8, 16, 24, 32),
        .. Single("x + y - z", Adders, [X + Y - Z], 16, 24),
        .. Single("min x y", Adders, [Operators.Min.Of(X, Y)], 12, 16),
        .. Single("abs x", Adders, [Operators.Abs.Of(X)], 12, 16),
        .. Single("x * y", Narrow, [X * Y], 6, 8, 10, 12, 16, 18),
        .. Single("3 x", Digits, [3 * X], 12, 16),
        .. Single("x y + z", Around, [X * Y + Z], 12, 16),
        .. Single("(x + y) z", Around, [(X + Y) * Z], 12, 16),
        .. Single("polynomial", Sums, [1.5 * X * X * Y - 0.34 * X * Z + 2.25 * Y - 0.5], 12, 16),
        .. Single("three outputs that share", Sums, [X * Y + Z, X * Y - 0.7 * Z, X * Y * Z], 12, 16),
        .. Single("sin, table of 1024", Address, [new TableOperator("sin_lut", Operators.Sin, -8, 8, 1024).Of(X)], 12, 14, 16),
        .. Single("sin, table of 4096", Blocks, [new TableOperator("sin_lut", Operators.Sin, -8, 8, 4096).Of(X)], 16),
    ];

    /// <summary>The look-up tables of a report's operators, without the module's own.</summary>
    public static int OperatorLut(CostReport report) => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut);

    private static IEnumerable<(string, Kernel, string)> Single(string name, string why, ImmutableArray<Expr> formulas, params int[] widths)
    {
        foreach (var width in widths)
        {
            var type = new FixedType(width, Math.Min(6, width - 2));
            yield return (name, Lowering.Lower(formulas, type, new OneTypePrecision(type), MathLibrary.Own), why);
        }
    }
}
