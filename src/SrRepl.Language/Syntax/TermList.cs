using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Operands and signs as they stand in the text, before it is known which minus belongs to an argument.</summary>
/// <param name="Terms">The operands, each with the minus signs in front of it.</param>
/// <param name="Signs">The infix signs, one fewer than operands.</param>
public sealed record TermList(ImmutableArray<Term> Terms, ImmutableArray<PlacedSign> Signs)
{
    /// <summary>The span from first to last.</summary>
    public Span Span => Terms[0].Span.To(Terms[^1].Span);

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

    /// <summary>The tree by precedence alone: no minus belongs to an argument.</summary>
    public Node Tree()
    {
        using var precedence = new Precedence();
        return precedence.Tree(Terms.AsSpan(), Signs.AsSpan());
    }

    // As in F#, f -g x is f (-g) x: the minus takes the head alone.
    private static ApplyNode GiveNegated(Node function, Span minus, Node argument)
    {
        var (head, rest) = argument is ApplyNode { Tight: false, Function: var inner, Arguments: var more } ? (inner, more) : (argument, []);
        ImmutableArray<Node> given = [Precedence.Negate(minus, head), .. rest];
        var span = function.Span.To(argument.Span);
        return function is ApplyNode { Tight: false, Function: var outer, Arguments: var before }
            ? new ApplyNode(span, outer, [.. before, .. given])
            : new ApplyNode(span, function, given);
    }
}

/// <summary>An operand and the minus signs in front of it.</summary>
public readonly record struct Term(ImmutableArray<Span> Minuses, Node Operand)
{
    /// <summary>From the first minus to the operand's end.</summary>
    public Span Span => Minuses.IsEmpty ? Operand.Span : Minuses[0].To(Operand.Span);
}
