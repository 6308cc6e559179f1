using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Operands and signs as they stand in the text, and the tree that precedence makes of them.</summary>
/// <param name="Terms">The operands, each with the minus signs in front of it.</param>
/// <param name="Signs">The infix signs, one fewer than operands.</param>
public sealed record TermList(ImmutableArray<Term> Terms, ImmutableArray<PlacedSign> Signs)
{
    /// <summary>The span from first to last.</summary>
    public Span Span => Terms[0].Span.To(Terms[^1].Span);

    /// <summary>Whether some minus might belong to a function's argument.</summary>
    public bool Leans
    {
        get
        {
            for (var i = 0; i < Signs.Length; i++)
                if (Signs[i].Leans && Terms[i].Operand is NameNode or FieldNode or ApplyNode)
                    return true;
            return false;
        }
    }

    /// <summary>The tree, once it is known which operands are functions that take one more argument.</summary>
    public Node Resolve(Func<Node, bool> takesArgument)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var signs = ImmutableArray.CreateBuilder<PlacedSign>();
        terms.Add(Terms[0]);
        for (var i = 0; i < Signs.Length; i++)
        {
            var next = Terms[i + 1];
            if (Signs[i].Leans && next.Minuses.IsEmpty && takesArgument(terms[^1].Operand))
                terms[^1] = terms[^1] with { Operand = GiveNegated(terms[^1].Operand, Signs[i].Span, next.Operand) };
            else
            {
                signs.Add(Signs[i]);
                terms.Add(next);
            }
        }
        return new TermList(terms.ToImmutable(), signs.ToImmutable()).Tree();
    }

    /// <summary>
    /// The tree by precedence alone. Two stacks; a run of signs of one precedence stays together until a looser sign or
    /// the end, and becomes one <see cref="ChainNode"/>.
    /// </summary>
    public Node Tree()
    {
        var operands = new List<Node>();
        var pending = new List<PlacedSign?>();
        var minuses = new List<Span>();
        for (var i = 0; i < Terms.Length; i++)
        {
            foreach (var minus in Terms[i].Minuses)
            {
                pending.Add(null);
                minuses.Add(minus);
            }
            operands.Add(Terms[i].Operand);
            var next = i < Signs.Length ? Signs[i].Sign.Precedence : int.MinValue;
            while (pending.Count > 0 && PrecedenceOf(pending[^1]) > next)
                Reduce(operands, pending, minuses);
            if (i < Signs.Length)
                pending.Add(Signs[i]);
        }
        return operands[0];
    }

    private static int PrecedenceOf(PlacedSign? sign) => sign?.Sign.Precedence ?? Notation.Sign;

    private static void Reduce(List<Node> operands, List<PlacedSign?> pending, List<Span> minuses)
    {
        if (pending[^1] is null)
        {
            operands[^1] = Negate(minuses[^1], operands[^1]);
            pending.RemoveAt(pending.Count - 1);
            minuses.RemoveAt(minuses.Count - 1);
            return;
        }
        var level = PrecedenceOf(pending[^1]);
        var count = 0;
        while (count < pending.Count && pending[^(count + 1)] is { } sign && sign.Sign.Precedence == level)
            count++;
        var first = operands.Count - count - 1;
        ImmutableArray<Node> joined = [.. operands.Skip(first)];
        ImmutableArray<PlacedSign> signs = [.. pending.Skip(pending.Count - count).Select(sign => sign!.Value)];
        operands.RemoveRange(first, count + 1);
        pending.RemoveRange(pending.Count - count, count);
        operands.Add(new ChainNode(joined[0].Span.To(joined[^1].Span), joined, signs));
    }

    // -0.5 is one constant; -(0.5), --0.5 and -x are a sign applied to something.
    private static Node Negate(Span minus, Node operand) =>
        operand is NumberNode { Value: var value } && !double.IsNegative(value)
            ? new NumberNode(minus.To(operand.Span), -value)
            : new NegateNode(minus.To(operand.Span), operand);

    // As in F#, f -g x is f (-g) x: the minus takes the head alone.
    private static ApplyNode GiveNegated(Node function, Span minus, Node argument)
    {
        var (head, rest) = argument is ApplyNode { Tight: false, Function: var inner, Arguments: var more } ? (inner, more) : (argument, []);
        ImmutableArray<Node> given = [Negate(minus, head), .. rest];
        var span = function.Span.To(argument.Span);
        return function is ApplyNode { Tight: false, Function: var outer, Arguments: var before }
            ? new ApplyNode(span, outer, [.. before, .. given])
            : new ApplyNode(span, function, given);
    }
}

/// <summary>An operand and the minus signs in front of it.</summary>
public sealed record Term(ImmutableArray<Span> Minuses, Node Operand)
{
    /// <summary>From the first minus to the operand's end.</summary>
    public Span Span => Minuses.IsEmpty ? Operand.Span : Minuses[0].To(Operand.Span);
}
