using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A formula in one of the ways it can be built, with a name for the way.</summary>
internal sealed record FunctionForm(string Name, Expr Formula, MathLibrary Library);

/// <summary>The ways in which a formula's functions can be built: this program's own, the vendor's, hls4ml's octants, tables of several sizes.</summary>
internal static class FunctionForms
{
    private static readonly ImmutableArray<int> TableSizes = [256, 1024, 4096];

    /// <summary>All ways for a formula; one where it has no functions.</summary>
    public static IEnumerable<FunctionForm> Of(string name, Expr formula, Dataset data)
    {
        var functions = Functions(formula);
        if (functions.Count == 0)
            return [new(name, formula, MathLibrary.Own)];
        var forms = new List<FunctionForm>
        {
            new($"{name}, own functions", formula, MathLibrary.Own),
            new($"{name}, hls_math", formula, MathLibrary.HlsMath),
        };
        if (functions.Contains(Operators.Sin) || functions.Contains(Operators.Cos))
            forms.Add(new($"{name}, nnet tables", formula, MathLibrary.Nnet));
        foreach (var size in TableSizes)
            if (Tabulated(formula, data, size) is { } tabulated)
                forms.Add(new($"{name}, tables of {size}", tabulated, MathLibrary.Own));
        return forms;
    }

    private static HashSet<BuiltInOperator> Functions(Expr formula)
    {
        var functions = new HashSet<BuiltInOperator>();
        formula.Visit(node =>
        {
            if (node is Apply { Operator: BuiltInOperator { Arity: 1 } op } && MathFunctions.NameOf(op) is not null)
                functions.Add(op);
        });
        return functions;
    }

    // Every function becomes a table over the powers of two that hold the arguments which the data brings.
    private static Expr? Tabulated(Expr formula, Dataset data, int size)
    {
        var count = 0;
        var bounded = true;
        var result = formula.Rewrite(node =>
        {
            if (node is not Apply { Operator: BuiltInOperator { Arity: 1 } op } apply || MathFunctions.NameOf(op) is null)
                return node;
            var argument = apply.Arguments[0].Evaluate(data);
            var (low, high) = (double.PositiveInfinity, 0.0);
            for (var row = 0; row < data.Rows; row++)
                (low, high) = (Math.Min(low, argument[row]), Math.Max(high, Math.Abs(argument[row])));
            if (!double.IsFinite(low) || !double.IsFinite(high) || high == 0)
            {
                bounded = false;
                return node;
            }
            var end = Math.ScaleB(1, Math.ILogB(high) + 1);
            return new TableOperator($"{op.Name}_lut{count++}", op, low < 0 ? -end : 0, end, size).Of(apply.Arguments[0]);
        });
        return bounded ? result : null;
    }
}
