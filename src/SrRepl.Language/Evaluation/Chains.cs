using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Runs of infix signs: loops, however many terms there are.</summary>
internal static class Chains
{
    public static object Evaluate(Evaluator evaluator, ChainNode chain, Scope scope, SourceText source) => chain.Signs[0].Sign.Text switch
    {
        "&&" or "||" => Logical(evaluator, chain, scope, source),
        _ when chain.Signs[0].Sign.RightAssociative => FromRight(evaluator, chain, scope, source),
        _ => FromLeft(evaluator, chain, scope, source),
    };

    private static object FromLeft(Evaluator evaluator, ChainNode chain, Scope scope, SourceText source)
    {
        var left = evaluator.Given(chain.Operands[0], scope, source);
        for (var i = 0; i < chain.Signs.Length; i++)
        {
            var right = evaluator.Given(chain.Operands[i + 1], scope, source);
            var span = left.Origin.Span.To(right.Origin.Span);
            var sign = chain.Signs[i].Sign;
            left = new(
                sign.Text switch
                {
                    "|>" => evaluator.Apply(right.Value, [left], right.Origin),
                    "<|" => evaluator.Apply(left.Value, [right], left.Origin),
                    ">>" => Composed(left, right),
                    _ => Arithmetic.Join(sign, left, right, new(source, span)),
                },
                new(source, span));
        }
        return left.Value;
    }

    private static object FromRight(Evaluator evaluator, ChainNode chain, Scope scope, SourceText source)
    {
        // Operands are evaluated in reading order, then joined from the right.
        var operands = chain.Operands.Select(operand => evaluator.Given(operand, scope, source)).ToArray();
        var right = operands[^1];
        for (var i = chain.Signs.Length - 1; i >= 0; i--)
        {
            var at = new Origin(source, operands[i].Origin.Span.To(right.Origin.Span));
            right = new(Arithmetic.Join(chain.Signs[i].Sign, operands[i], right, at), at);
        }
        return right.Value;
    }

    // The right side of a decided && or || is never evaluated; on symbols both sides are part of the formula.
    private static object Logical(Evaluator evaluator, ChainNode chain, Scope scope, SourceText source)
    {
        var decisive = chain.Signs[0].Sign.Text == "||";
        var join = chain.Signs[0].Sign.Operator!;
        Expr? formula = null;
        foreach (var node in chain.Operands)
        {
            var operand = evaluator.Given(node, scope, source);
            if (operand.Value is bool truth)
            {
                if (truth == decisive && formula is null)
                    return truth;
                formula = formula is null ? null : join.Of(formula, truth ? 1 : 0);
            }
            else if (Arithmetic.IsSymbolic(operand.Value))
                formula = formula is null ? Arithmetic.AsExpr(operand.Value) : join.Of(formula, Arithmetic.AsExpr(operand.Value)!);
            else
                throw operand.Origin.Error(Errors.WrongValue("true or false", Kinds.WithArticle(operand.Value), null));
        }
        return formula is null ? !decisive : formula;
    }

    private static Composition Composed(Argument first, Argument second)
    {
        foreach (var part in (Argument[])[first, second])
            if (!Application.IsFunction(part.Value))
                throw part.Origin.Error(Errors.WrongValue("a function", Kinds.WithArticle(part.Value), null));
        return new(first, second);
    }
}
