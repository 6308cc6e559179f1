using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>What is to become of each column of a file.</summary>
internal static class ColumnChoice
{
    /// <summary>A sink for each column, in the file's order.</summary>
    /// <exception cref="DiagnosticException">An option names a column that the file lacks.</exception>
    public static CellSink[] Of(ImmutableArray<string> names, ReadOptions options)
    {
        foreach (var wanted in options.Columns ?? [])
            Require(wanted, names);
        if (options.Classes is { } classes)
            Require(classes, names);
        return [.. names.Select(name => SinkOf(name, options))];
    }

    private static CellSink SinkOf(string name, ReadOptions options) =>
        name == options.Classes ? new ClassCells(name)
        : options.Columns?.Contains(name) ?? true ? new NumberCells(name, options.Single)
        : new SkippedCells(name);

    private static void Require(string wanted, ImmutableArray<string> names)
    {
        if (!names.Contains(wanted))
            throw new DiagnosticException(Errors.UnknownColumn(wanted, names));
    }
}
