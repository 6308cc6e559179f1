namespace SrRepl.Rewriting;

/// <summary>Terms added up, those of the same factors together, in the order they first came.</summary>
/// <param name="expected">How many terms may come; few are compared one by one, many are looked up.</param>
internal sealed class TermSum(int expected)
{
    private const int Few = 16;

    private readonly Dictionary<Factor[], int>? _places = expected > Few ? new(FactorsComparer.Instance) : null;

    public List<Monomial> Terms { get; } = [];

    public void Add(Monomial term)
    {
        var at = Find(term);
        if (at >= 0)
            Terms[at] = Terms[at] with { Coefficient = Terms[at].Coefficient + term.Coefficient };
        else
            Terms.Add(term);
    }

    private int Find(Monomial term)
    {
        if (_places is not null)
            return _places.TryAdd(term.Factors, Terms.Count) ? -1 : _places[term.Factors];
        for (var i = 0; i < Terms.Count; i++)
            if (Terms[i].SameFactors(term))
                return i;
        return -1;
    }

    private sealed class FactorsComparer : IEqualityComparer<Factor[]>
    {
        public static readonly FactorsComparer Instance = new();

        public bool Equals(Factor[]? x, Factor[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Factor[] factors)
        {
            var hash = new HashCode();
            foreach (var factor in factors)
                hash.Add(factor);
            return hash.ToHashCode();
        }
    }
}
