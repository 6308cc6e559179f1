using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>An operator of the table where a formula is wanted: <c>sin</c> stands for sin(x).</summary>
internal sealed class OperatorFormula : IFormula
{
    private OperatorFormula(Expr formula, ImmutableArray<string> parameters)
    {
        Formula = formula;
        Parameters = parameters;
    }

    public Expr Formula { get; }

    public ImmutableArray<string> Parameters { get; }

    public bool IsFunction => true;

    public static OperatorFormula Of(Operator op)
    {
        var parameters = Application.ParametersOf(op);
        return new(op.Of([.. parameters.Select(name => new Variable(name))]), parameters);
    }

    public override string ToString() => Formula.ToString();
}
