using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Chooses fraction bits for every node, so that the worst error on the data stays within a bound at the least cost by
/// the device's cost model. It starts from the fewest bits that do when all nodes have the same, then takes bits away
/// node by node, from the outputs to the inputs, wherever the error allows and the cost falls, until nothing falls any more
/// (the descent of Constantinides, Cheung and Luk, "Wordlength optimization for linear digital signal processing", 2003).
/// </summary>
internal sealed class WidthSearch
{
    private const int MostFraction = TypedPrecision.FinestFraction;
    private const int SampleRows = 400;
    private const int Rounds = 6;
    private const int Starts = 3;
    private const int MoreIntegerBits = 3;
    private const int AroundFewest = 3;

    // What a block of memory and a multiplier are worth in look-up tables, for one number to compare by.
    private const double LutsPerDsp = 100;
    private const double LutsPerBram = 150;
    private const double LutsPerFlipFlop = 0.25;

    // Bits to try taking from a node, and numbers of signed digits to try for a constant.
    private static readonly int[] FewerBits = [6, 3, 2, 1];
    private static readonly int[] FewerDigits = [1, 2, 3];

    private readonly IReadOnlyList<IFormula> _formulas;
    private readonly QuantizeOptions _options;
    private readonly double _maxError;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<Expr> _wanted;
    private readonly FormulaSamples _all;
    private readonly CostTarget _target;

    /// <summary>A search.</summary>
    /// <param name="formulas">The formulas to build, written out.</param>
    /// <param name="wanted">The formulas to agree with.</param>
    /// <param name="data">The rows to agree on.</param>
    /// <param name="maxError">How far apart they may be.</param>
    /// <param name="options">The other options.</param>
    /// <param name="cancellation">Stops it.</param>
    public WidthSearch(
        IReadOnlyList<IFormula> formulas, ImmutableArray<Expr> wanted, Dataset data, double maxError, QuantizeOptions options, CancellationToken cancellation)
    {
        (_formulas, _wanted, _maxError, _options, _cancellation) = (formulas, wanted, maxError, options, cancellation);
        _all = new([.. formulas.Select(formula => formula.Formula)], wanted, data);
        _target = CostTarget.Of(options.Cost);
    }

    /// <summary>The Kernel of least cost found, and what was chosen for its nodes.</summary>
    /// <exception cref="DiagnosticException">No number of bits reaches the bound (SR4026).</exception>
    public (Kernel Kernel, WidthChoice Choice) Run()
    {
        var rows = Strided(_all.Data.Rows);
        for (var fewest = 0; ; fewest++)
        {
            var sample = new FormulaSamples([.. _formulas.Select(formula => formula.Formula)], _wanted, _all.Data.TakeRows([.. rows]));
            (fewest, var uniform) = Uniform(sample, fewest);
            var choices = Enumerable.Range(0, Starts).Select(more => Descend(sample, WithMore(uniform, more))).MinBy(choices => Cost(Build(choices)))!;
            var kernel = Build(choices);
            var (error, row) = _all.Worst(kernel, _cancellation);
            if (error <= _maxError)
                return (OneType(sample, fewest) is { } simple && Cost(simple) < Cost(kernel) ? simple : kernel, new(choices, _all.Ranges));
            // A row outside the sample is worse: it joins, or where it has joined already all get a bit more.
            if (!rows.Contains(row))
                (rows, fewest) = ([.. rows, row], fewest - 1);
        }
    }

    // From more bits than are needed the descent can go another way.
    private static Dictionary<Expr, NodeChoice> WithMore(Dictionary<Expr, NodeChoice> choices, int bits) =>
        choices.ToDictionary(pair => pair.Key, pair => pair.Value with { Fraction = pair.Value.Fraction + bits });

    // The cheapest one type for everything, of those that provably neither wrap around nor divide by 0 on the data's ranges.
    private Kernel? OneType(FormulaSamples sample, int fewest)
    {
        if (_options.Type is not null)
            return null;
        var ends = sample.Nodes.Where(node => node is Variable or Constant).Concat(_formulas.Select(formula => formula.Formula)).Select(node => _all.Ranges[node]);
        var integer = Math.Max(1, ends.Where(range => range.IsFinite).Select(range => RangeBits.Integer(range, signed: true, fraction: 0)).DefaultIfEmpty().Max());
        Kernel? best = null;
        foreach (var (rounding, overflow) in ((Rounding, Overflow)[])[(Rounding.Trn, Overflow.Wrap), (Rounding.Rnd, Overflow.Wrap), (Rounding.Rnd, Overflow.Sat)])
            for (var more = 0; more < MoreIntegerBits; more++)
                if (Fewest(sample, new(integer + more, integer + more, true, rounding, overflow), fewest) is { } kernel && (best is null || Cost(kernel) < Cost(best)))
                    best = kernel;
        return best is not null && _all.Worst(best, _cancellation).Error <= _maxError ? best : null;
    }

    // Around the fraction bits that do where each node is rounded for itself.
    private Kernel? Fewest(FormulaSamples sample, FixedType whole, int fewest)
    {
        for (var fraction = Math.Max(1, fewest - AroundFewest); fraction <= fewest + AroundFewest; fraction++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Sound(whole with { Width = whole.Integer + fraction }) is { } kernel && Error(sample, kernel) <= _maxError)
                return kernel;
        }
        return null;
    }

    private Kernel? Sound(FixedType type)
    {
        Kernel kernel;
        try
        {
            kernel = Lowering.Lower(_formulas, type, new OneTypePrecision(type), _options.MathLibrary, _options.Name);
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Number == Errors.DivisionByZeroConstantNumber)
        {
            return null;
        }
        var ranges = RangeAnalysis.Proven(kernel, name => ObservedRange.Of(_all.Data[name]));
        return kernel.Operations.All(operation =>
            operation.Kind == OperationKind.Divide ? !ranges[operation.Operands[1]].Contains(0)
            : operation.Kind != OperationKind.Cast || operation.PicksBits || operation.Type.Overflow != Overflow.Wrap || !OperationRange.Overflows(ranges[operation.Operands[0]], operation.Type))
            ? kernel
            : null;
    }

    // Evenly spread rows.
    private static List<int> Strided(int rows) =>
        [.. Enumerable.Range(0, Math.Min(rows, SampleRows)).Select(i => (int)((long)i * rows / Math.Min(rows, SampleRows)))];

    private (int Fewest, Dictionary<Expr, NodeChoice> Choices) Uniform(FormulaSamples sample, int fewest)
    {
        var best = double.PositiveInfinity;
        for (var fraction = fewest; fraction <= MostFraction; fraction++)
        {
            var choices = sample.Nodes.ToDictionary(node => node, node => new NodeChoice(node is Constant ? fraction + 2 : fraction));
            if (Error(sample, Build(choices)) is var error && error <= _maxError)
                return (fraction, choices);
            best = Math.Min(best, error);
        }
        var finest = Build(sample.Nodes.ToDictionary(node => node, _ => new NodeChoice(MostFraction)));
        if (_options.Proven && ErrorAnalysis.Of(finest, _all.Data).FirstOrDefault(bound => !bound.IsProven) is { } unproven)
            throw new DiagnosticException(Errors.ErrorUnproven(unproven.Unknown is { } reason ? $"{unproven.Output}: {reason}" : unproven.ToString()));
        throw new DiagnosticException(Errors.ErrorOutOfReach(_maxError, best, _all.Worst(finest, _cancellation).Row + 1));
    }

    private Dictionary<Expr, NodeChoice> Descend(FormulaSamples sample, Dictionary<Expr, NodeChoice> choices)
    {
        var cost = Cost(Build(choices));
        var improved = true;
        for (var round = 0; improved && round < Rounds; round++)
        {
            improved = false;
            foreach (var node in sample.Nodes.Reverse().Where(node => node is not Apply { Operator: TypePin }))
            {
                _cancellation.ThrowIfCancellationRequested();
                var own = choices[node];
                foreach (var tried in Lower(node, own))
                {
                    choices[node] = tried;
                    var kernel = Build(choices);
                    if (Cost(kernel) is var cheaper && cheaper < cost && Error(sample, kernel) <= _maxError)
                    {
                        (cost, own, improved) = (cheaper, tried, true);
                        break;
                    }
                }
                choices[node] = own;
            }
        }
        return choices;
    }

    private static IEnumerable<NodeChoice> Lower(Expr node, NodeChoice own)
    {
        if (node is Constant)
            foreach (var digits in FewerDigits.Where(digits => digits < own.Digits))
                yield return own with { Digits = digits };
        foreach (var bits in FewerBits)
            yield return own with { Fraction = own.Fraction - bits };
    }

    private double Error(FormulaSamples sample, Kernel kernel)
    {
        var seen = sample.Worst(kernel, _cancellation).Error;
        return !_options.Proven || seen > _maxError ? seen : Math.Max(seen, ErrorAnalysis.Of(kernel, _all.Data).Max(bound => bound.IsProven ? bound.Worst : double.PositiveInfinity));
    }

    private Kernel Build(Dictionary<Expr, NodeChoice> choices) => new WidthChoice(choices, _all.Ranges).Build(_formulas, _options);

    private double Cost(Kernel kernel)
    {
        var report = CostModel.EstimateOn(_target, kernel);
        return report.Lut + LutsPerFlipFlop * report.Ff + LutsPerDsp * report.Dsp + LutsPerBram * report.Bram;
    }
}
