namespace SrRepl.Search;

/// <summary>
/// The formulas an island has met in this round, by fingerprint, so that none is evaluated twice: not again where it is
/// written at the same complexity, and by what is known of it where it is written at another. Of two that share a place the
/// later one is remembered; forgotten at the end of a round, so that a checkpoint need not hold it.
/// </summary>
internal sealed class Recent
{
    private const int Places = 1 << 14;

    private readonly Entry[] _met = new Entry[Places];

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_met);

    /// <summary>Notes a formula; false where it was noted before at this complexity.</summary>
    public bool Note(ulong fingerprint, int complexity)
    {
        ref var place = ref Place(fingerprint);
        var known = place.Fingerprint == fingerprint;
        if (known && place.Complexity == complexity)
            return false;
        place = new(fingerprint, complexity, known ? place.Fit : null);
        return true;
    }

    /// <summary>How well a formula that was noted does, where that is known.</summary>
    public Fit? FitOf(ulong fingerprint) => Place(fingerprint) is var place && place.Fingerprint == fingerprint ? place.Fit : null;

    /// <summary>Keeps how well the formula noted last does; where it has no value somewhere, another writing of it may have one.</summary>
    public void Keep(ulong fingerprint, in Fit fit)
    {
        ref var place = ref Place(fingerprint);
        if (place.Fingerprint == fingerprint && double.IsFinite(fit.Raw))
            place = place with { Fit = fit };
    }

    private ref Entry Place(ulong fingerprint) => ref _met[fingerprint & (Places - 1)];

    private readonly record struct Entry(ulong Fingerprint, int Complexity, Fit? Fit);
}
