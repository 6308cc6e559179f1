namespace SrRepl.Hardware;

/// <summary>
/// What the reads of tables share. The tool inlines a table's function where all its calls together add few operations; then the
/// table is one memory with two ports, a copy for every two readers, and tables of one range that are read at one argument share
/// the address. Elsewhere every call is a module with a memory of its own.
/// </summary>
internal sealed class TableSharing
{
    private readonly HashSet<int> _addressed = [];
    private readonly HashSet<int> _stored = [];

    private TableSharing()
    {
    }

    /// <summary>Whether a call computes its address, and no earlier one did.</summary>
    public bool HasAddress(int call) => _addressed.Contains(call);

    /// <summary>Whether a call brings a memory, and reads no earlier one's second port.</summary>
    public bool HasMemory(int call) => _stored.Contains(call);

    /// <summary>Who pays for what in a circuit.</summary>
    public static TableSharing Run(Netlist cells, DeviceFamily family)
    {
        var sharing = new TableSharing();
        var addresses = new HashSet<object>();
        var calls = Enumerable.Range(0, cells.Count).Where(i => cells[i].Module?.Table is not null);
        foreach (var readers in calls.GroupBy(i => cells[i].Module!.Table!))
        {
            var module = TableModule.Of(readers.Key, cells[readers.First()].Width, family);
            var isInlined = module.Operations * readers.Count() <= family.Memory.InlinedOperations;
            foreach (var (reader, call) in readers.Index())
            {
                if (!isInlined || addresses.Add((cells[call].A, readers.Key.From, readers.Key.IndexScale, readers.Key.Entries.Length)))
                    sharing._addressed.Add(call);
                if (!isInlined || reader % 2 == 0)
                    sharing._stored.Add(call);
            }
        }
        return sharing;
    }
}
