using System.Collections.Immutable;
using SrRepl.Hardware;

namespace SrRepl.Benchmarks;

/// <summary>
/// The cost model as it would be had some synthesis runs never been seen: a figure at a width that none of the other runs holds is
/// interpolated, and a function module that none of them measured falls back on its law.
/// </summary>
internal sealed class LeftOut
{
    // Modules and the one family whose reports hold them; the octant table of sines is in two.
    private static readonly ImmutableArray<(string Module, string Family)> OnlyIn =
        [("sin", "sin nonlut"), ("sincos", "sincos nonlut"), ("nnet::cos", "sincos lut")];

    private readonly ImmutableArray<(string Run, string Kind, int Width)> _rows;

    /// <summary>Reads the operators' rows from the folder of reference data.</summary>
    public LeftOut(string folder) =>
        _rows = [.. File.ReadLines(Path.Combine(folder, "vivado", "operators.csv")).Skip(1).Select(Row)];

    /// <summary>What answers for a run when it is left out itself, with the figures of function modules at its type.</summary>
    public CostTarget Run(SynthesisRun run) => Target(name => name == run.Name, (_, type) => type == run.Kernel.Type);

    /// <summary>What answers for a run when every run of its width is left out.</summary>
    public CostTarget Width(SynthesisRun run, ImmutableArray<SynthesisRun> all)
    {
        var width = run.Kernel.Type.Width;
        return Target(all.Where(other => other.Kernel.Type.Width == width).Select(other => other.Name).ToHashSet().Contains, (_, type) => type.Width == width);
    }

    /// <summary>What answers for a run when every run of its family is left out.</summary>
    public CostTarget Family(SynthesisRun run, ImmutableArray<SynthesisRun> all) => Target(
        all.Where(other => other.Family == run.Family).Select(other => other.Name).ToHashSet().Contains,
        (module, _) => OnlyIn.Contains((module, run.Family)));

    private CostTarget Target(Func<string, bool> isLeftOut, Func<string, FixedType, bool> unmeasured)
    {
        var target = CostTarget.Of(null);
        var figures = target.Figures;
        return target with
        {
            Unmeasured = unmeasured,
            Figures = figures with
            {
                Adder = figures.Adder with { Lut = Thinned(figures.Adder.Lut, "add", "sub") },
                TernaryAdder = figures.TernaryAdder with { Lut = Thinned(figures.TernaryAdder.Lut, "add_of_ternary", "sub_of_ternary") },
                FabricMultiplier = figures.FabricMultiplier with { Lut = Thinned(figures.FabricMultiplier.Lut, "mul_lut"), NarrowLut = Thinned(figures.FabricMultiplier.NarrowLut, "mul_lut") },
                WideMultiplier = figures.WideMultiplier with { Lut = Thinned(figures.WideMultiplier.Lut, "mul_multi_dsp") },
            },
        };

        // What the other runs hold of a curve: its readings at their widths, and the points that are no reading of this data.
        Curve Thinned(Curve curve, params string[] kinds)
        {
            var rows = _rows.Where(row => kinds.Contains(row.Kind)).ToLookup(row => row.Width, row => row.Run);
            var read = rows.Where(runs => !runs.All(isLeftOut)).Select(runs => new[] { runs.Key, curve.At(runs.Key) });
            var others = curve.Points.Where(point => !rows.Contains((int)point[0]));
            return new() { Points = [.. read.Concat(others).OrderBy(point => point[0])], Measured = curve.Measured };
        }
    }

    private static (string, string, int) Row(string line)
    {
        var quoted = line.StartsWith('"');
        var end = quoted ? line.IndexOf('"', 1) : line.IndexOf(',', StringComparison.Ordinal);
        var fields = line[(end + (quoted ? 2 : 1))..].Split(',');
        return (line[(quoted ? 1 : 0)..end], fields[0], Math.Max(Number(fields[1]), Number(fields[3])));
    }

    private static int Number(string field) => int.TryParse(field, out var value) ? value : 0;
}
