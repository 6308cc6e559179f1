using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// The tree that precedence makes of operands and signs. Two stacks; a run of signs of one precedence stays together until a
/// looser sign or the end, and becomes one <see cref="ChainNode"/>.
/// </summary>
internal ref struct Precedence
{
    private readonly ReadOnlySpan<PlacedSign> _signs;
    private readonly List<Node> _operands;
    private readonly List<Pending> _pending;

    private Precedence(ReadOnlySpan<PlacedSign> signs)
    {
        _signs = signs;
        _operands = [];
        _pending = [];
    }

    // An infix sign by its index, or a minus in front by its span.
    private readonly record struct Pending(int Sign, Span Minus, int Level);

    public static Node Tree(ReadOnlySpan<Term> terms, ReadOnlySpan<PlacedSign> signs)
    {
        var tree = new Precedence(signs);
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var minus in terms[i].Minuses)
                tree._pending.Add(new(-1, minus, Notation.Sign));
            tree._operands.Add(terms[i].Operand);
            var next = i < signs.Length ? signs[i].Sign.Precedence : int.MinValue;
            while (tree._pending.Count > 0 && tree._pending[^1].Level > next)
                tree.Reduce();
            if (i < signs.Length)
                tree._pending.Add(new(i, default, next));
        }
        return tree._operands[0];
    }

    /// <summary>An operand behind a minus: -0.5 is one constant; -(0.5), --0.5 and -x are a sign applied to something.</summary>
    public static Node Negate(Span minus, Node operand) =>
        operand is NumberNode { Value: var value } && !double.IsNegative(value)
            ? new NumberNode(minus.To(operand.Span), -value)
            : new NegateNode(minus.To(operand.Span), operand);

    private readonly void Reduce()
    {
        var (last, minus, level) = _pending[^1];
        if (last < 0)
        {
            _operands[^1] = Negate(minus, _operands[^1]);
            _pending.RemoveAt(_pending.Count - 1);
            return;
        }
        var count = 0;
        while (count < _pending.Count && _pending[^(count + 1)] is { Sign: >= 0 } pending && pending.Level == level)
            count++;
        var first = _operands.Count - count - 1;
        ImmutableArray<Node> joined = [.. CollectionsMarshal.AsSpan(_operands)[first..]];
        var signs = ImmutableArray.CreateBuilder<PlacedSign>(count);
        foreach (var pending in CollectionsMarshal.AsSpan(_pending)[^count..])
            signs.Add(_signs[pending.Sign]);
        _operands.RemoveRange(first, count + 1);
        _pending.RemoveRange(_pending.Count - count, count);
        _operands.Add(new ChainNode(joined[0].Span.To(joined[^1].Span), joined, signs.MoveToImmutable()));
    }
}
