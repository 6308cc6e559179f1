namespace SrRepl.Search;

/// <summary>
/// The programs met that no other one beats in all objectives at once. What is new is kept by its estimates until it is
/// priced; then true costs decide. When there are too many, those with the nearest neighbours go.
/// </summary>
internal sealed class TradeOffs(ObjectiveSpace space)
{
    // Enough for a fine choice; every one of them is finished and priced once more at the end of a search.
    private const int Most = 120;

    // How many newcomers a round prices on one island.
    private const int MostPriced = 24;

    private readonly List<Entry> _entries = [];
    private readonly List<Entry> _offers = [];

    /// <summary>A program, its loss relative to the baseline, its complexity, its objectives by estimates, and the true ones once it is priced.</summary>
    public sealed record Entry(Program Program, double Loss, int Complexity, double[] Estimates, double[] Values);

    /// <summary>The priced programs that none beats.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Whether estimates are beaten by those of nothing that is here.</summary>
    public bool Wants(ReadOnlySpan<double> estimates)
    {
        foreach (var known in _entries)
            if (IsAtMost(known.Estimates, estimates))
                return false;
        foreach (var offer in _offers)
            if (IsAtMost(offer.Estimates, estimates))
                return false;
        return true;
    }

    /// <summary>Keeps a newcomer by its estimates; the caller does not write to the program afterwards.</summary>
    public void Offer(Program program, double loss, int complexity, double[] estimates)
    {
        _offers.RemoveAll(offer => IsAtMost(estimates, offer.Estimates));
        _offers.Add(new(program, loss, complexity, estimates, estimates));
    }

    /// <summary>Asks what newcomers truly cost and keeps those that none beats.</summary>
    public void Price()
    {
        IEnumerable<Entry> chosen = _offers;
        if (_offers.Count > MostPriced)
        {
            var crowding = Dominance.Crowding([.. _offers.Select(offer => offer.Estimates)]);
            chosen = [.. Enumerable.Range(0, _offers.Count).OrderByDescending(i => crowding[i]).Take(MostPriced).Order().Select(i => _offers[i])];
        }
        foreach (var offer in chosen)
            if (space.CostOf(offer.Program) is { } cost)
                Enter(offer with { Values = space.Values(offer.Loss, offer.Complexity, cost) });
        _offers.Clear();
    }

    /// <summary>Takes over what another holds.</summary>
    public void Merge(TradeOffs other)
    {
        foreach (var entry in other._entries)
            Enter(entry);
        Thin();
    }

    /// <summary>Writes the priced programs.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_entries.Count);
        foreach (var entry in _entries)
        {
            entry.Program.Save(writer);
            writer.Write(entry.Loss);
            writer.Write(entry.Complexity);
            foreach (var value in entry.Estimates.Concat(entry.Values))
                writer.Write(value);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        _entries.Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var program = new Program();
            program.Load(reader);
            var (loss, complexity) = (reader.ReadDouble(), reader.ReadInt32());
            var values = new double[2 * space.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.ReadDouble();
            _entries.Add(new(program, loss, complexity, values[..space.Count], values[space.Count..]));
        }
    }

    private void Enter(Entry entry)
    {
        foreach (var known in _entries)
            if (IsAtMost(known.Values, entry.Values))
                return;
        _entries.RemoveAll(known => IsAtMost(entry.Values, known.Values));
        _entries.Add(entry);
    }

    private void Thin()
    {
        while (_entries.Count > Most)
        {
            var crowding = Dominance.Crowding([.. _entries.Select(entry => entry.Values)]);
            _entries.RemoveAt(Enumerable.Range(0, crowding.Length).MinBy(i => crowding[i]));
        }
    }

    private static bool IsAtMost(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        for (var i = 0; i < a.Length; i++)
            if (a[i] > b[i])
                return false;
        return true;
    }
}
