using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>The cost of a whole formula.</summary>
internal sealed class Pricing(IFormulaCost cost)
{
    /// <summary>The sum over its nodes, each distinct part once where the cost shares parts.</summary>
    public double Of(Expr formula)
    {
        var seen = new HashSet<Expr>();
        return Walk(formula);

        double Walk(Expr node)
        {
            if (cost.SharesParts && !seen.Add(node))
                return 0;
            if (node is not Apply apply)
                return cost.OfLeaf(node);
            var price = cost.Of(apply.Operator, [.. apply.Arguments.Select(argument => argument is Constant c ? c.Value : double.NaN)]);
            foreach (var argument in apply.Arguments)
                price += Walk(argument);
            return price;
        }
    }
}
