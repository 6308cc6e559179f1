using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// The tree that precedence makes of operands and signs. Two stacks; a run of signs of one precedence stays together until a
/// looser sign or the end, and becomes one <see cref="ChainNode"/>. The stacks are empty again when a tree is whole: one serves a whole text.
/// </summary>
internal sealed class Precedence : IDisposable
{
    private readonly Pile<Node> _operands = new();
    private readonly Pile<Pending> _pending = new();

    // An infix sign by its index, or a minus in front by its span.
    private readonly record struct Pending(int Sign, Span Minus, int Level);

    public Node Tree(ReadOnlySpan<Term> terms, ReadOnlySpan<PlacedSign> signs)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var minus in terms[i].Minuses)
                _pending.Add(new(-1, minus, Notation.Sign));
            _operands.Add(terms[i].Operand);
            var next = i < signs.Length ? signs[i].Sign.Precedence : int.MinValue;
            while (_pending.Count > 0 && _pending[^1].Level > next)
                Reduce(signs);
            if (i < signs.Length)
                _pending.Add(new(i, default, next));
        }
        var tree = _operands[0];
        _operands.Cut(0);
        return tree;
    }

    public void Dispose()
    {
        _operands.Dispose();
        _pending.Dispose();
    }

    /// <summary>An operand behind a minus: -0.5 is one constant; -(0.5), --0.5 and -x are a sign applied to something.</summary>
    public static Node Negate(Span minus, Node operand) =>
        operand is NumberNode { Value: var value } && !double.IsNegative(value)
            ? new NumberNode(minus.To(operand.Span), -value)
            : new NegateNode(minus.To(operand.Span), operand);

    private void Reduce(ReadOnlySpan<PlacedSign> signs)
    {
        var (last, minus, level) = _pending[^1];
        if (last < 0)
        {
            _operands[^1] = Negate(minus, _operands[^1]);
            _pending.Cut(_pending.Count - 1);
            return;
        }
        var count = 0;
        while (count < _pending.Count && _pending[^(count + 1)] is { Sign: >= 0 } pending && pending.Level == level)
            count++;
        var first = _operands.Count - count - 1;
        ImmutableArray<Node> joined = [.. _operands.From(first)];
        var joining = new PlacedSign[count];
        for (var i = 0; i < count; i++)
            joining[i] = signs[_pending[^(count - i)].Sign];
        _operands.Cut(first);
        _pending.Cut(_pending.Count - count);
        _operands.Add(new ChainNode(joined[0].Span.To(joined[^1].Span), joined, ImmutableCollectionsMarshal.AsImmutableArray(joining)));
    }
}
