namespace SrRepl.Core;

/// <summary>How much is drawn.</summary>
public sealed record SampleOptions
{
    /// <summary>How many rows.</summary>
    [Option("how many rows", Bare = true)]
    public int Rows { get; init; } = 10_000;

    /// <summary>The seed; the same seed gives the same rows on any machine.</summary>
    [Option("the seed; the same seed gives the same rows on any machine")]
    public long Seed { get; init; }
}

/// <summary>Datasets that are drawn at random rather than read.</summary>
public static class Samples
{
    private delegate Dataset Draw(int rows, long seed);

    private static readonly Dictionary<string, Draw> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jets"] = JetSample.Draw,
    };

    /// <summary>The names there are.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Draws a dataset: "jets" is a toy Monte Carlo of jets in five classes with the 16 observables of the LHC jet set.</summary>
    /// <exception cref="DiagnosticException">An unknown name, or no rows.</exception>
    public static Dataset Of(string name, SampleOptions options)
    {
        if (!Known.TryGetValue(name, out var draw))
            throw new DiagnosticException(Errors.UnknownSample(name, Names));
        return options.Rows > 0 ? draw(options.Rows, options.Seed) : throw new DiagnosticException(Errors.BadRowCount(options.Rows));
    }
}
