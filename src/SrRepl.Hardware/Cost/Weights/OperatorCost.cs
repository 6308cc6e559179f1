using System.Collections.Concurrent;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What an operator is weighed by.</summary>
public enum CostMeasure
{
    /// <summary>Clock cycles, at least 1.</summary>
    Latency,

    /// <summary>Look-up tables, at least 1, the module's own left out.</summary>
    Lut,

    /// <summary>DSP macros, at least 1.</summary>
    Dsp,
}

/// <summary>
/// What every operator costs at one type on one device, each as a kernel of its own: the weights that <c>latency T</c> hands to a search.
/// Measured cycles where there are some, the model's elsewhere.
/// </summary>
public sealed class OperatorCost : IOperatorWeights
{
    private readonly ConcurrentDictionary<Operator, (int Weight, FigureSource Source)> _known = new();

    /// <summary>Weighs operators at a type.</summary>
    /// <param name="type">The type of every operand and result.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="target">For which device and clock.</param>
    public OperatorCost(FixedType type, CostMeasure measure, CostTarget target)
    {
        Type = type;
        Measure = measure;
        Target = target;
    }

    /// <summary>The type of every operand and result.</summary>
    public FixedType Type { get; }

    /// <summary>What is counted.</summary>
    public CostMeasure Measure { get; }

    INumberFormat? IOperatorWeights.Format => Type;

    /// <summary>For which device and clock.</summary>
    public CostTarget Target { get; }

    /// <summary>An operator's weight by its name.</summary>
    /// <exception cref="DiagnosticException">No such operator, or none that can be built.</exception>
    public int this[string name] =>
        WeightOf(Operators.Find(name) ?? throw new DiagnosticException(Errors.NoCost(name)));

    /// <inheritdoc/>
    public int WeightOf(Operator op) => Of(op).Weight;

    /// <summary>An operator's weight and where it is from.</summary>
    /// <exception cref="DiagnosticException">The operator has no form in hardware (SR4006).</exception>
    public (int Weight, FigureSource Source) Of(Operator op) => _known.GetOrAdd(op, Weigh);

    private (int Weight, FigureSource Source) Weigh(Operator op)
    {
        if (Measure == CostMeasure.Latency && !Target.IsScaled && OperatorCycles.Measured(op, Type) is { } cycles)
            return (cycles, FigureSource.Measured);
        var arguments = Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable(string.Create(CultureInfo.InvariantCulture, $"x{i}")));
        var kernel = Lowering.Lower([op.Of([.. arguments])], Type, new OneTypePrecision(Type), MathLibrary.HlsMath);
        var report = CostModel.EstimateOn(Target, kernel);
        var weight = Measure switch
        {
            CostMeasure.Latency => report.Cycles,
            CostMeasure.Lut => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut),
            _ => report.Dsp,
        };
        return (Math.Max(1, weight), Target.IsScaled ? FigureSource.Scaled : FigureSource.Law);
    }

    /// <summary>The built-in operators that can be built, a line each.</summary>
    public override string ToString()
    {
        var table = new TextTable("operator", $">{Measure.ToString().ToLowerInvariant()}", "source");
        foreach (var op in Operators.All.Where(Lowering.CanBuild))
        {
            var (weight, source) = Of(op);
            table.Add(op.Name, weight.ToString(CultureInfo.InvariantCulture), source.ToString().ToLowerInvariant());
        }
        return table.ToString();
    }
}
