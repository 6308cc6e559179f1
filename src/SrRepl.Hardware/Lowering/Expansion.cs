using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A formula in the operators that become operations: functions of the user and shorthands written out, whole powers as
/// products, division by a constant as multiplication. For types per node: every node then is one to choose a type for.
/// </summary>
internal static class Expansion
{
    /// <summary>The formula written out; of the same value up to the rounding of doubles.</summary>
    public static Expr Of(Expr formula) => formula.Rewrite(node => node is Apply apply ? Written(apply) : node);

    private static Expr Written(Apply node) => node.Operator switch
    {
        DefinedOperator defined => Of(defined.Inline(node.Arguments)),
        BuiltInOperator op when op == Operators.Power && WholePower(node) is { } product => product,
        BuiltInOperator op when op == Operators.Divide && node.Arguments[1] is Constant { Value: not 0 } divisor
            && double.IsFinite(1 / divisor.Value) => node.Arguments[0] * (1 / divisor.Value),
        BuiltInOperator op when OperatorLowering.IsShorthand(op) => Of(op.Meaning!(node.Arguments)),
        _ => node,
    };

    private static Expr? WholePower(Apply node)
    {
        if (node.Arguments[1] is not Constant { Value: var exponent } || Math.Floor(exponent) != exponent
            || Math.Abs(exponent) is < 1 or > OperatorLowering.LargestWholePower)
            return null;
        var product = node.Arguments[0];
        for (var i = 1; i < Math.Abs(exponent); i++)
            product *= node.Arguments[0];
        return exponent > 0 ? product : 1 / product;
    }
}
