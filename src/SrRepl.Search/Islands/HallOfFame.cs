namespace SrRepl.Search;

/// <summary>The best program met at each complexity, scale and offset written out as nodes.</summary>
internal sealed class HallOfFame(int maxSize, ObjectiveSpace? space = null)
{
    private readonly Entry?[] _entries = new Entry?[maxSize + 1];

    /// <summary>The trade-offs met, where a search has objectives beside loss and complexity.</summary>
    public TradeOffs? TradeOffs { get; } = space is null ? null : new(space);

    /// <summary>An empty one for a problem.</summary>
    public static HallOfFame Of(SearchProblem problem) => new(problem.Options.MaxSize, problem.Space);

    /// <summary>A program and its mean loss relative to the baseline.</summary>
    public sealed record Entry(Program Program, double Loss);

    /// <summary>The entries that are better than every simpler one, simplest first.</summary>
    public IEnumerable<(int Complexity, Entry Entry)> Front()
    {
        var least = double.PositiveInfinity;
        for (var complexity = 1; complexity < _entries.Length; complexity++)
            if (_entries[complexity] is { } entry && entry.Loss < least)
            {
                least = entry.Loss;
                yield return (complexity, entry);
            }
    }

    /// <summary>The least loss of all.</summary>
    public double Least => _entries.Min(entry => entry?.Loss ?? double.PositiveInfinity);

    /// <summary>Whether a loss would be the best at a complexity, and better than every simpler one.</summary>
    public bool Wants(int complexity, double loss)
    {
        if (complexity < 1 || complexity >= _entries.Length || !double.IsFinite(loss))
            return false;
        for (var i = 1; i <= complexity; i++)
            if (_entries[i] is { } entry && entry.Loss <= loss)
                return false;
        return true;
    }

    /// <summary>Enters a program; the caller does not write to it afterwards.</summary>
    public void Enter(int complexity, Program program, double loss) => _entries[complexity] = new(program, loss);

    /// <summary>Takes over every better entry of another.</summary>
    public void Merge(HallOfFame other)
    {
        for (var complexity = 1; complexity < _entries.Length; complexity++)
            if (other._entries[complexity] is { } entry && (_entries[complexity] is not { } mine || entry.Loss < mine.Loss))
                _entries[complexity] = entry;
        if (other.TradeOffs is { } tradeOffs)
            TradeOffs?.Merge(tradeOffs);
    }

    /// <summary>Writes the entries.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var entry in _entries)
        {
            writer.Write(entry is not null);
            if (entry is null)
                continue;
            entry.Program.Save(writer);
            writer.Write(entry.Loss);
        }
        TradeOffs?.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        for (var complexity = 0; complexity < _entries.Length; complexity++)
        {
            if (!reader.ReadBoolean())
                continue;
            var program = new Program();
            program.Load(reader);
            _entries[complexity] = new(program, reader.ReadDouble());
        }
        TradeOffs?.Load(reader);
    }
}
