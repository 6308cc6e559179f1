using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// A total order of formulas by their structure alone: variables by name, then applications by size, operator name and
/// arguments, constants last. Equal exactly where the formulas are, so a sorted sum is the same sum in every run.
/// </summary>
internal sealed class ExprOrder : IComparer<Expr>
{
    public static readonly ExprOrder Instance = new();

    public int Compare(Expr? x, Expr? y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        switch (x, y)
        {
            case (Variable a, Variable b):
                return string.CompareOrdinal(a.Name, b.Name);
            case (Constant a, Constant b):
                var order = a.Value.CompareTo(b.Value);
                return order != 0 ? order : BitConverter.DoubleToInt64Bits(a.Value).CompareTo(BitConverter.DoubleToInt64Bits(b.Value));
            case (Apply a, Apply b):
                return Compare(a, b);
            default:
                return Rank(x).CompareTo(Rank(y));
        }
    }

    private int Compare(Apply a, Apply b)
    {
        var order = a.Nodes.CompareTo(b.Nodes);
        if (order == 0)
            order = string.CompareOrdinal(a.Operator.Name, b.Operator.Name);
        if (order == 0)
            order = a.Arguments.Length.CompareTo(b.Arguments.Length);
        for (var i = 0; order == 0 && i < a.Arguments.Length; i++)
            order = Compare(a.Arguments[i], b.Arguments[i]);
        return order;
    }

    private static int Rank(Expr? expr) => expr switch { Variable => 0, Apply => 1, _ => 2 };
}
