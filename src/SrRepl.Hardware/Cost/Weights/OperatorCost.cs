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

    /// <summary>Area, at least 1: look-up tables, and for each DSP macro and memory block as many as the device has for one.</summary>
    Area,
}

/// <summary>
/// What every operator costs at one type on one device, each as a kernel of its own: the weights that <c>latency T</c> hands to a search.
/// Measured cycles where there are some, the model's elsewhere.
/// </summary>
public sealed class OperatorCost : IOperatorWeights
{
    private readonly ConcurrentDictionary<Operator, (int Weight, FigureSource Source)> _known = new();
    private readonly ConcurrentDictionary<(Operator Operator, double First, double Second), int> _besideConstants = new();

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

    /// <summary>
    /// An operator's weight beside a constant: products and quotients with one can be shifts and additions, and a power of
    /// a constant exponent can be products, a root or a division. A constant factor that the type has to round or to
    /// overflow gets no discount, for what is cheap there is no longer what the formula says.
    /// </summary>
    /// <exception cref="DiagnosticException">The operator has no form in hardware (SR4006).</exception>
    public int WeightOf(Operator op, ReadOnlySpan<double> constants) =>
        IsBuiltOtherwise(op, constants)
            ? _besideConstants.GetOrAdd((op, constants[0], constants[1]), key => Weigh(key.Operator, [key.First, key.Second]))
            : WeightOf(op);

    /// <summary>An operator's weight and where it is from.</summary>
    /// <exception cref="DiagnosticException">The operator has no form in hardware (SR4006).</exception>
    public (int Weight, FigureSource Source) Of(Operator op) => _known.GetOrAdd(op, Weigh);

    private (int Weight, FigureSource Source) Weigh(Operator op)
    {
        if (Measure == CostMeasure.Latency && !Target.IsScaled && OperatorCycles.Measured(op, Type) is { } cycles)
            return (cycles, FigureSource.Measured);
        return (Weigh(op, Enumerable.Repeat(double.NaN, op.Arity)), Target.IsScaled ? FigureSource.Scaled : FigureSource.Law);
    }

    private int Weigh(Operator op, IEnumerable<double> constants)
    {
        var arguments = constants.Select((constant, i) => double.IsNaN(constant) ? new Variable(string.Create(CultureInfo.InvariantCulture, $"x{i}")) : (Expr)constant);
        var kernel = Lowering.Lower([op.Of([.. arguments])], Type, new OneTypePrecision(Type), MathLibrary.HlsMath);
        var report = CostModel.EstimateOn(Target, kernel);
        return Math.Max(1, Measure switch
        {
            CostMeasure.Latency => op == Operators.Power && !constants.All(double.IsNaN) ? CyclesOfParts(report) : report.Cycles,
            CostMeasure.Lut => LutOf(report),
            CostMeasure.Dsp => report.Dsp,
            _ => LutOf(report) + LutFor(report.Dsp, Target.Device.Dsp) + LutFor(report.Bram, Target.Device.Bram18),
        });
    }

    // The products of a whole power one by one, as they would be weighed if they were written out; what is no product or quotient is one operator.
    private int CyclesOfParts(CostReport report) => report.Kernel.Operations.Sum(operation => operation.Kind switch
    {
        OperationKind.Multiply => WeightOf(Operators.Multiply),
        OperationKind.Divide => WeightOf(Operators.Divide),
        OperationKind.Input or OperationKind.Literal or OperationKind.Cast => 0,
        _ => report.Cycles,
    });

    private bool IsBuiltOtherwise(Operator op, ReadOnlySpan<double> constants) =>
        op == Operators.Power
            ? double.IsNaN(constants[0]) && !double.IsNaN(constants[1])
            : (op == Operators.Multiply || op == Operators.Divide) && double.IsNaN(constants[0]) != double.IsNaN(constants[1])
                && IsOfType(double.IsNaN(constants[0]) ? constants[1] : constants[0]);

    private bool IsOfType(double constant) =>
        Type.Range.Contains(constant) && Math.ScaleB(constant, Type.Fraction) is var raw && Math.Floor(raw) == raw;

    private static int LutOf(CostReport report) => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut);

    private int LutFor(int used, int onDevice) => used == 0 ? 0 : used * (Target.Device.Lut / Math.Max(1, onDevice));

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
