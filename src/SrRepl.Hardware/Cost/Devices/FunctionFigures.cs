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

    /// <summary>Whether its stages are the same at every clock, as those of the tool's divider are: it is a core, not a function that is scheduled.</summary>
    public bool HasFixedStages { get; init; }

    /// <summary>Latency.</summary>
    public required CyclesFigures Cycles { get; init; }

    /// <summary>Area.</summary>
    [JsonPropertyName("area")]
    public required AreaFigures Resources { get; init; }

    /// <summary>The figures of a function, or null where there are none.</summary>
    public static FunctionFigures? Find(string name) => All.Value.GetValueOrDefault(name);

    /// <summary>The pipeline's stages at a type, and whether they were measured at it.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="unmeasured">Whether measurements of a module at a type are left out.</param>
    public (int Cycles, bool Measured) Latency(FixedType type, Func<string, FixedType, bool>? unmeasured = null)
    {
        foreach (var row in Cycles.Measured)
            if (Is(row, type) && unmeasured?.Invoke(Name, type) != true)
                return (row[2], true);
        var cycles = 0.0;
        foreach (var piece in Cycles.Law)
            if (type.Width >= piece.MinW && type.Fraction >= piece.MinF)
                cycles = Math.Max(cycles, piece.W * type.Width + piece.F * type.Fraction + piece.I * type.Integer + piece.C);
        return ((int)Math.Floor(cycles + 1e-9), false);
    }

    /// <summary>The area at a type: measured, on a line between measured widths, beyond them in proportion to the law, or by the law alone.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="unmeasured">Whether measurements of a module at a type are left out.</param>
    public Area AreaAt(FixedType type, Func<string, FixedType, bool>? unmeasured = null)
    {
        var rows = Resources.Measured;
        if (unmeasured is not null)
            rows = [.. rows.Where(row => !unmeasured(Name, new(row[0], row[1])))];
        foreach (var row in rows)
            if (Is(row, type))
                return new(row[2], row[3], row[4], row[5], true);
        var law = Resources.Law;
        var blocks = type.Fraction >= law.BramFromF ? Polynomial(law.Bram, type.Width) : 0;
        return rows.Length == 0
            ? new(Count(Polynomial(law.Lut, type.Width)), Count(Polynomial(law.Ff, type.Width)), Count(Polynomial(law.Dsp, type.Width)), Count(blocks), false)
            : new(Near(rows, 2, law.Lut, type.Width), Near(rows, 3, law.Ff, type.Width), Nearest(rows, type.Width)[4], Count(blocks), false);
    }

    private static bool Is(int[] row, FixedType type) => row[0] == type.Width && row[1] == type.Integer;

    // On a line between measured widths; beyond them as the law grows from the last one.
    private static int Near(int[][] rows, int column, double[] law, int width)
    {
        var after = Array.FindIndex(rows, row => row[0] > width);
        if (after <= 0)
        {
            var last = Nearest(rows, width);
            return Count(last[column] * Polynomial(law, width) / Polynomial(law, last[0]));
        }
        var (low, high) = (rows[after - 1], rows[after]);
        return Count(low[column] + (double)(high[column] - low[column]) * (width - low[0]) / (high[0] - low[0]));
    }

    private static int[] Nearest(int[][] rows, int width) => rows.MinBy(row => Math.Abs(row[0] - width))!;

    private static double Polynomial(double[] coefficients, int width)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            value = value * width + coefficients[i];
        return Math.Max(0, value);
    }

    private static int Count(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
