using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>A formula of a report: its figures, and what stands behind them. The page reads these properties by name.</summary>
internal sealed record ReportFormula
{
    /// <summary>The formula in infix.</summary>
    public required string Equation { get; init; }

    /// <summary>Its complexity.</summary>
    public required int Complexity { get; init; }

    /// <summary>Figures of a search, null where there was none.</summary>
    public double? Loss { get; init; }

    /// <summary>PySR's score.</summary>
    public double? Score { get; init; }

    /// <summary>The loss on other data.</summary>
    public double? TestLoss { get; init; }

    /// <summary>The area under the curve there.</summary>
    public double? Auc { get; init; }

    /// <summary>The share put into the right class there.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The kernel's type; null where it has no kernel.</summary>
    public string? Type { get; init; }

    /// <summary>The cost's totals by name; null where it has no kernel.</summary>
    public ReportTotals? Cost { get; init; }

    /// <summary>What each kind of operation costs, the most look-up tables first.</summary>
    public ImmutableArray<ReportPart> Parts { get; init; } = [];

    /// <summary>Every operation.</summary>
    public ImmutableArray<ReportOperation> Operations { get; init; } = [];

    /// <summary>The tree as SVG.</summary>
    public required string Tree { get; init; }

    /// <summary>The body of the exported function.</summary>
    public string Hls { get; init; } = "";

    /// <summary>Why it has no kernel, or what its kernel warns of.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>A formula as it is, with its kernel where it can have one.</summary>
    public static ReportFormula Of(IFormula formula, ReportOptions options)
    {
        var candidate = formula as Candidate;
        var plain = new ReportFormula
        {
            Equation = formula.Formula.ToString(),
            Complexity = candidate?.Complexity ?? formula.Formula.Nodes,
            Loss = candidate?.Loss,
            Score = candidate?.Score,
            TestLoss = candidate?.TestLoss,
            Auc = candidate?.Auc,
            Accuracy = candidate?.Accuracy,
            Tree = TreePicture.Of(formula.Formula).ToSvg(),
        };
        Kernel kernel;
        try
        {
            kernel = Quantizer.Quantize([formula], new() { Type = options.Type }, RunContext.Current.Cancellation);
        }
        catch (DiagnosticException refusal)
        {
            // A report of what was found must not fail because one formula cannot be built.
            return plain with { Remarks = [refusal.Diagnostic.Message] };
        }
        return plain.With(kernel, options);
    }

    /// <summary>A kernel and the formulas it was made of.</summary>
    public static ReportFormula Of(Kernel kernel, ReportOptions options) => new ReportFormula
    {
        Equation = string.Join("; ", kernel.Formulas),
        Complexity = kernel.Formulas.Sum(formula => formula.Nodes),
        Tree = "",
    }.With(kernel, options);

    private ReportFormula With(Kernel kernel, ReportOptions options)
    {
        var cost = CostModel.Estimate(kernel, new() { Device = options.Device, Clock = options.Clock });
        var on = options.On is { } data && kernel.InputNames.All(data.Has) ? data : null;
        var ranges = RangeAnalysis.Report(kernel, on, RunContext.Current.Cancellation);
        return this with
        {
            Type = kernel.Type.ToString(),
            Cost = new(cost.Lut, cost.Ff, cost.Dsp, cost.Bram, cost.Cycles, cost.Ns),
            Parts =
            [
                .. cost.Rows.Where(row => row.Lut + row.Ff + row.Dsp + row.Bram > 0)
                    .GroupBy(row => row.Operation)
                    .Select(group => new ReportPart(group.Key, group.Count(), group.Sum(row => row.Lut), group.Sum(row => row.Ff), group.Sum(row => row.Dsp), group.Sum(row => row.Bram)))
                    .OrderByDescending(part => part.Lut).ThenBy(part => part.Operation, StringComparer.Ordinal),
            ],
            Operations = [.. ranges.Rows.Zip(cost.Rows, ReportOperation.Of)],
            Tree = CostTree.Of(cost).ToSvg(),
            Hls = ProjectWriter.Statements(kernel),
            Remarks = [.. kernel.Warnings, .. ranges.Warnings],
        };
    }
}

/// <summary>The totals of a cost report.</summary>
internal sealed record ReportTotals(int Lut, int Ff, int Dsp, int Bram, int Cycles, double Ns);

/// <summary>What all operations of one kind cost together.</summary>
internal sealed record ReportPart(string Operation, int Count, int Lut, int Ff, int Dsp, int Bram);

/// <summary>One operation of a kernel: its type, ranges and cost.</summary>
internal sealed record ReportOperation(
    int Node, string Operation, string Operands, string Type, string Proven, string Observed,
    string Core, int Lut, int Ff, int Dsp, int Bram, int Start, int End, string Source)
{
    /// <summary>The row of an operation.</summary>
    public static ReportOperation Of(NodeRange range, CostRow cost) => new(
        range.Node, cost.Operation, cost.Operands, cost.Type, range.Proven.ToString(), range.Observed.IsEmpty ? "" : range.Observed.ToString(),
        cost.Core, cost.Lut, cost.Ff, cost.Dsp, cost.Bram, cost.Start, cost.End, cost.Source.ToString().ToLowerInvariant());
}
