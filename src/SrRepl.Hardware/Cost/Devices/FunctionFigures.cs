using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrRepl.Hardware;

/// <summary>
/// What a function module costs by the type of its argument: cycles and area as measured where they were, and by a law
/// elsewhere. One data file for all functions; every entry names its sources.
/// </summary>
public sealed class FunctionFigures
{
    /// <summary>
    /// One piece of a law for cycles, floor(w W + f F + i I + c) where W and F are at least the given ones; the largest
    /// piece that applies holds.
    /// </summary>
    public sealed record CyclesPiece(double W, double F, double C, double I = 0, int MinW = 0, int MinF = 0);

    /// <summary>Latency: rows of W, I and cycles, then the law.</summary>
    public sealed record CyclesFigures(int[][] Measured, CyclesPiece[] Law, string Source);

    /// <summary>Polynomials in W, the constant first; memory blocks only from so many fraction bits on, where tables outgrow LUTs.</summary>
    public sealed record AreaLaw(double[] Lut, double[] Ff, double[] Dsp, double[] Bram, int BramFromF = 0);

    /// <summary>Area: rows of W, I, LUT, FF, DSP and BRAM18, then the law.</summary>
    public sealed record AreaFigures(int[][] Measured, AreaLaw Law, string Source);

    /// <summary>LUTs, registers, DSP macros and 18-kilobit blocks, and whether a synthesis gave them.</summary>
    public readonly record struct Area(int Lut, int Ff, int Dsp, int Bram, bool Measured);

    private static readonly Lazy<FrozenDictionary<string, FunctionFigures>> All = new(() =>
        JsonSerializer.Deserialize<FunctionFigures[]>(CostData.File("functions.json"), CostData.Json)!.ToFrozenDictionary(entry => entry.Name));

    /// <summary>The module's name: the library's function, <c>/</c>, <c>sincos</c>, <c>nnet::sin</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and how it computes.</summary>
    public required string Core { get; init; }

    /// <summary>From the argument to the first stage's end, in ns.</summary>
    public required double EntryNs { get; init; }

    /// <summary>From the last stage's beginning to the result, in ns.</summary>
    public required double ExitNs { get; init; }

    /// <summary>Edges between an argument that is computed, not a port, and the first stage.</summary>
    public int ArgumentCycles { get; init; }

    /// <summary>The widest argument to which <see cref="ArgumentCycles"/> applies.</summary>
    public int ArgumentCyclesUpTo { get; init; } = FixedType.WidestWidth;

    /// <summary>Latency.</summary>
    public required CyclesFigures Cycles { get; init; }

    /// <summary>Area.</summary>
    [JsonPropertyName("area")]
    public required AreaFigures Resources { get; init; }

    /// <summary>The figures of a function, or null where there are none.</summary>
    public static FunctionFigures? Find(string name) => All.Value.GetValueOrDefault(name);

    /// <summary>The pipeline's stages at a type, and whether they were measured at it.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="unmeasured">A type whose measurements are left out.</param>
    public (int Cycles, bool Measured) Latency(FixedType type, FixedType? unmeasured = null)
    {
        foreach (var row in Cycles.Measured)
            if (Is(row, type) && !Is(row, unmeasured))
                return (row[2], true);
        var cycles = 0.0;
        foreach (var piece in Cycles.Law)
            if (type.Width >= piece.MinW && type.Fraction >= piece.MinF)
                cycles = Math.Max(cycles, piece.W * type.Width + piece.F * type.Fraction + piece.I * type.Integer + piece.C);
        return ((int)Math.Floor(cycles + 1e-9), false);
    }

    /// <summary>The area at a type: measured, on a line between measured widths, or by the law.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="unmeasured">A type whose measurements are left out.</param>
    public Area AreaAt(FixedType type, FixedType? unmeasured = null)
    {
        var rows = Resources.Measured;
        if (unmeasured is not null)
            rows = [.. rows.Where(row => !Is(row, unmeasured))];
        foreach (var row in rows)
            if (Is(row, type))
                return new(row[2], row[3], row[4], row[5], true);
        var law = Resources.Law;
        var blocks = type.Fraction >= law.BramFromF ? Polynomial(law.Bram, type.Width) : 0;
        return rows.Length < 2
            ? new(Polynomial(law.Lut, type.Width), Polynomial(law.Ff, type.Width), Polynomial(law.Dsp, type.Width), blocks, false)
            : new(Between(rows, 2, type.Width), Between(rows, 3, type.Width), Nearest(rows, 4, type.Width), blocks, false);
    }

    private static bool Is(int[] row, FixedType? type) => type is { } known && row[0] == known.Width && row[1] == known.Integer;

    private static int Between(int[][] rows, int column, int width)
    {
        var after = 1;
        while (after < rows.Length - 1 && rows[after][0] < width)
            after++;
        var (low, high) = (rows[after - 1], rows[after]);
        var value = low[column] + (double)(high[column] - low[column]) * (width - low[0]) / (high[0] - low[0]);
        return (int)Math.Round(Math.Max(value, low[column] / 4.0), MidpointRounding.AwayFromZero);
    }

    private static int Nearest(int[][] rows, int column, int width) => rows.MinBy(row => Math.Abs(row[0] - width))![column];

    private static int Polynomial(double[] coefficients, int width)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            value = value * width + coefficients[i];
        return Math.Max(0, (int)Math.Round(value, MidpointRounding.AwayFromZero));
    }
}
