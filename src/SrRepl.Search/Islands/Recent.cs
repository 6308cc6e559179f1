namespace SrRepl.Search;

/// <summary>
/// The formulas an island has met in this round, by fingerprint, so that none is evaluated twice; again only where it is
/// written shorter than before. Of two that share a place the later one is remembered; forgotten at the end of a round, so
/// that a checkpoint need not hold it.
/// </summary>
internal sealed class Recent
{
    private const int Places = 1 << 14;

    private readonly (ulong Fingerprint, int Complexity)[] _met = new (ulong, int)[Places];

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_met);

    /// <summary>Notes a formula; false where it was noted before at no greater complexity.</summary>
    public bool Note(ulong fingerprint, int complexity)
    {
        ref var place = ref _met[fingerprint & (Places - 1)];
        if (place.Fingerprint == fingerprint && place.Complexity <= complexity)
            return false;
        place = (fingerprint, complexity);
        return true;
    }
}
