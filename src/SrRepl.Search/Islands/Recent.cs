namespace SrRepl.Search;

/// <summary>
/// The formulas an island has met in this round, by fingerprint, so that none is evaluated twice. Of two that share a place
/// the later one is remembered; forgotten at the end of a round, so that a checkpoint need not hold it.
/// </summary>
internal sealed class Recent
{
    private const int Places = 1 << 14;

    private readonly ulong[] _fingerprints = new ulong[Places];

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_fingerprints);

    /// <summary>Notes a formula; false where it was noted before.</summary>
    public bool Note(ulong fingerprint)
    {
        ref var place = ref _fingerprints[fingerprint & (Places - 1)];
        if (place == fingerprint)
            return false;
        place = fingerprint;
        return true;
    }
}
