using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Formulas on a dataset in double precision: what every node takes, and what the outputs should be.</summary>
internal sealed class FormulaSamples
{
    /// <summary>Evaluates every node on every row.</summary>
    /// <param name="formulas">The formulas, written out.</param>
    /// <param name="wanted">What the outputs are compared with: the formulas as given.</param>
    /// <param name="data">The rows.</param>
    public FormulaSamples(ImmutableArray<Expr> formulas, ImmutableArray<Expr> wanted, Dataset data)
    {
        Data = data;
        Nodes = Distinct(formulas);
        Ranges = new Dictionary<Expr, Interval>();
        Targets = [.. wanted.Select(_ => new double[data.Rows])];
        var ranges = Nodes.Select(_ => Interval.Empty).ToArray();
        var columns = formulas.Concat(wanted).SelectMany(formula => formula.Variables()).Distinct().ToDictionary(name => name, name => data[name]);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var place = Nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        var results = new double[Nodes.Length];
        for (var row = 0; row < data.Rows; row++)
        {
            foreach (var (name, column) in columns)
                values[name] = column[row];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = Value(Nodes[i], values, results, place);
                if (double.IsFinite(results[i]))
                    ranges[i] = ranges[i].Union(Interval.Point(results[i]));
            }
            for (var i = 0; i < Targets.Length; i++)
                Targets[i][row] = wanted[i].Evaluate(values);
        }
        Ranges = Nodes.Select((node, i) => (node, ranges[i])).ToDictionary(pair => pair.node, pair => pair.Item2);
    }

    /// <summary>The rows.</summary>
    public Dataset Data { get; }

    /// <summary>The distinct nodes, arguments first.</summary>
    public ImmutableArray<Expr> Nodes { get; }

    /// <summary>The finite values each node took.</summary>
    public IReadOnlyDictionary<Expr, Interval> Ranges { get; }

    /// <summary>What each output should be, row by row.</summary>
    public ImmutableArray<double[]> Targets { get; }

    /// <summary>The largest distance of a Kernel's outputs from what they should be, and the row where it is. Rows without a finite value do not count.</summary>
    public (double Error, int Row) Worst(Kernel kernel, CancellationToken cancellation)
    {
        var outputs = Emulator.Run(kernel, Data, cancellation);
        var worst = (Error: 0.0, Row: 0);
        for (var i = 0; i < Targets.Length; i++)
            for (var row = 0; row < Data.Rows; row++)
                if (double.IsFinite(Targets[i][row]) && Math.Abs(outputs.Columns[i][row] - Targets[i][row]) is var error && error > worst.Error)
                    worst = (error, row);
        return worst;
    }

    private static double Value(Expr node, Dictionary<string, double> values, double[] results, Dictionary<Expr, int> place)
    {
        switch (node)
        {
            case Constant constant:
                return constant.Value;
            case Variable variable:
                return values[variable.Name];
            default:
                var apply = (Apply)node;
                Span<double> arguments = stackalloc double[apply.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = results[place[apply.Arguments[i]]];
                return apply.Operator.Evaluate(arguments);
        }
    }

    private static ImmutableArray<Expr> Distinct(ImmutableArray<Expr> formulas)
    {
        var nodes = ImmutableArray.CreateBuilder<Expr>();
        var seen = new HashSet<Expr>();
        foreach (var formula in formulas)
            Collect(formula);
        return nodes.ToImmutable();

        void Collect(Expr node)
        {
            if (seen.Contains(node))
                return;
            if (node is Apply apply)
                foreach (var argument in apply.Arguments)
                    Collect(argument);
            if (seen.Add(node))
                nodes.Add(node);
        }
    }
}
