using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>What a front's loss is drawn against.</summary>
public enum FrontMeasure
{
    /// <summary>The complexity.</summary>
    Complexity,

    /// <summary>Look-up tables.</summary>
    Lut,

    /// <summary>Flip-flops.</summary>
    Ff,

    /// <summary>DSP macros.</summary>
    Dsp,

    /// <summary>18-kilobit memory blocks.</summary>
    Bram,

    /// <summary>Clock cycles.</summary>
    Cycles,

    /// <summary>Latency in ns.</summary>
    Ns,
}

/// <summary>How a front is plotted.</summary>
public sealed record FrontPlotOptions
{
    /// <summary>Where the picture goes, .svg; printed in the terminal when left out.</summary>
    [Option("where the picture goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>What the loss is drawn against.</summary>
    [Option("\"complexity\", or a cost of the formulas in fixed point: \"lut\", \"ff\", \"dsp\", \"bram\", \"cycles\", \"ns\"")]
    public FrontMeasure Against { get; init; }

    /// <summary>The fixed-point type for a cost.</summary>
    [Option("the fixed-point type for a cost")]
    public FixedType Type { get; init; } = new(16, 6);

    /// <summary>The device for a cost.</summary>
    [Option("the device for a cost")]
    public string Device { get; init; } = Hardware.Device.Default;

    /// <summary>The clock period for a cost.</summary>
    [Option("the clock for a cost, as a period or a frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;
}

/// <summary>The figures of fronts.</summary>
internal static class FrontFigure
{
    /// <summary>The loss of each formula against a measure, and the border that no formula is below.</summary>
    /// <exception cref="DiagnosticException">A formula has no hardware form, where its cost is asked for.</exception>
    public static Figure Of(ParetoFront front, FrontPlotOptions options)
    {
        var points = front.Select(candidate => (X: Measure(candidate, options), Y: candidate.Loss)).OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        var border = points.Aggregate(
            new List<(double X, double Y)>(),
            (kept, point) =>
            {
                if (kept.Count == 0 || point.Y < kept[^1].Y)
                    kept.Add(point);
                return kept;
            });
        var positive = points.All(point => point.Y > 0);
        return new Figure { XLabel = Name(options), YLabel = front.Loss, LogY = positive && points.Max(point => point.Y) > 20 * points.Min(point => point.Y) }
            .Steps("", border.Select(point => point.X), border.Select(point => point.Y))
            .Points("", points.Select(point => point.X), points.Select(point => point.Y));
    }

    private static double Measure(Candidate candidate, FrontPlotOptions options)
    {
        if (options.Against == FrontMeasure.Complexity)
            return candidate.Complexity;
        var kernel = Quantizer.Quantize([candidate], new() { Type = options.Type }, RunContext.Current.Cancellation);
        var cost = CostModel.Estimate(kernel, new() { Device = options.Device, Clock = options.Clock });
        return options.Against switch
        {
            FrontMeasure.Lut => cost.Lut,
            FrontMeasure.Ff => cost.Ff,
            FrontMeasure.Dsp => cost.Dsp,
            FrontMeasure.Bram => cost.Bram,
            FrontMeasure.Cycles => cost.Cycles,
            _ => cost.Ns,
        };
    }

    private static string Name(FrontPlotOptions options) => options.Against switch
    {
        FrontMeasure.Complexity => "complexity",
        FrontMeasure.Ns => $"latency in ns, {options.Type}",
        FrontMeasure.Cycles => $"cycles, {options.Type}",
        var measure => $"{measure.ToString().ToUpperInvariant()}, {options.Type}",
    };
}
