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

    /// <summary>Single operators at several widths, then small formulas and tables.</summary>
    public static ImmutableArray<(string Name, Kernel Kernel)> All { get; } =
    [
        .. Single("x + y", X + Y, 8, 16, 24, 32),
        .. Single("x - y", X - Y, 8, 16, 24, 32),
        .. Single("x + y - z", X + Y - Z, 16, 24),
        .. Single("x * y", X * Y, 6, 8, 10, 12, 16, 18),
        .. Single("3 x", 3 * X, 12, 16),
        .. Single("x y + z", X * Y + Z, 12, 16),
        .. Single("(x + y) z", (X + Y) * Z, 12, 16),
        .. Single("polynomial", 1.5 * X * X * Y - 0.34 * X * Z + 2.25 * Y - 0.5, 12, 16),
        .. Single("sin, table of 1024", new TableOperator("sin_lut", Operators.Sin, -8, 8, 1024).Of(X), 12, 14, 16),
        .. Single("sin, table of 4096", new TableOperator("sin_lut", Operators.Sin, -8, 8, 4096).Of(X), 16),
    ];

    /// <summary>The look-up tables of a report's operators, without the module's own.</summary>
    public static int OperatorLut(CostReport report) => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut);

    private static IEnumerable<(string, Kernel)> Single(string name, Expr formula, params int[] widths)
    {
        foreach (var width in widths)
        {
            var type = new FixedType(width, Math.Min(6, width - 2));
            yield return (name, Lowering.Lower([formula], type, new OneTypePrecision(type), MathLibrary.Own));
        }
    }
}
