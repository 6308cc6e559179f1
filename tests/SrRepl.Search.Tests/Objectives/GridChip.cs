using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>A chip for tests: every value ends on a grid, every distinct operation costs ten tables, a product or a function a macro and a cycle.</summary>
internal sealed class GridChip(double step) : INumberFormat, IChip
{
    public double UsableNs => 4;

    public int Priced { get; private set; }

    public IChip On(ChipChoice choice) => this;

    public bool Holds(double constant) => Math.Abs(constant) >= step;

    public ChipCost? CostOf(Expr formula)
    {
        Priced++;
        if (formula is Constant { Value: double.NaN })
            return null;
        var distinct = new HashSet<Expr>();
        formula.Visit(node =>
        {
            if (node is Apply)
                distinct.Add(node);
        });
        var dsp = distinct.Count(node => IsSlow(((Apply)node).Operator));
        return Cost(10 * distinct.Count, dsp, 1 + Slow(formula));
    }

    public ChipCost ShareOf(Operator op, bool byConstant) => Cost(10, IsSlow(op) ? 1 : 0, 1) with { Ns = IsSlow(op) ? 4 : 0 };

    public IChipRun Over(Dataset data) => new Run(data, step);

    private static ChipCost Cost(int lut, int dsp, int cycles) => new(lut, 0, dsp, 0, cycles, 5 * cycles);

    private static bool IsSlow(Operator op) => op != Operators.Add && op != Operators.Subtract;

    private static int Slow(Expr node) => node is Apply apply ? apply.Arguments.Max(Slow) + (IsSlow(apply.Operator) ? 1 : 0) : 0;

    private sealed class Run(Dataset data, double step) : IChipRun
    {
        public bool TryRun(Expr formula, Span<double> values)
        {
            var column = formula.Evaluate(data);
            for (var row = 0; row < data.Rows; row++)
                values[row] = Math.Floor(column[row] / step) * step;
            return true;
        }
    }
}
