namespace SrRepl.Language;

/// <summary>
/// The operands and signs of expressions that are still being read, one on top of the other: an expression takes its own
/// off the end when it is whole. One pair of piles serves a whole text, however many expressions it has.
/// </summary>
internal sealed class OpenTerms : IDisposable
{
    private readonly Pile<Term> _terms = new();
    private readonly Pile<PlacedSign> _signs = new();
    private readonly Precedence _precedence = new();

    /// <summary>Where an expression that begins now will find its own.</summary>
    public (int Terms, int Signs) Mark => (_terms.Count, _signs.Count);

    public void Add(Term term) => _terms.Add(term);

    public void Add(PlacedSign sign) => _signs.Add(sign);

    /// <summary>Takes what was added since the mark, as one expression.</summary>
    public Node Take((int Terms, int Signs) mark)
    {
        var terms = _terms.From(mark.Terms);
        var signs = _signs.From(mark.Signs);
        var node = Leans(terms, signs)
            ? new LeaningNode(terms[0].Span.To(terms[^1].Span), new([.. terms], [.. signs]))
            : _precedence.Tree(terms, signs);
        _terms.Cut(mark.Terms);
        _signs.Cut(mark.Signs);
        return node;
    }

    public void Clear()
    {
        _terms.Cut(0);
        _signs.Cut(0);
    }

    public void Dispose()
    {
        _terms.Dispose();
        _signs.Dispose();
        _precedence.Dispose();
    }

    // Whether some minus might belong to a function's argument.
    private static bool Leans(ReadOnlySpan<Term> terms, ReadOnlySpan<PlacedSign> signs)
    {
        for (var i = 0; i < signs.Length; i++)
            if (signs[i].Leans && terms[i].Operand is NameNode or FieldNode or ApplyNode)
                return true;
        return false;
    }
}
