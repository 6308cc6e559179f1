using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// A toy Monte Carlo of jets at 1 TeV in five equally frequent classes: gluon, light quark, top, W and Z. It has the right prongs, masses
/// and colour charges, hence tagging formulas that look like the real ones; it is no simulation to do physics with.
/// </summary>
internal static class JetSample
{
    private static readonly ImmutableArray<(string Label, Func<JetGenerator, List<Particle>> Make)> Classes =
    [
        ("is_g", generator => generator.Gluon()),
        ("is_q", generator => generator.Quark()),
        ("is_t", generator => generator.Top()),
        ("is_w", generator => generator.W()),
        ("is_z", generator => generator.Z()),
    ];

    /// <summary>Jets, a row each: the observables as features, then is_g to is_z, 1 for the jet's class and -1 for the others.</summary>
    /// <remarks>Every row draws from a stream of its own, so the result depends on the seed alone, and more rows only add rows.</remarks>
    public static Dataset Draw(int rows, long seed)
    {
        var observables = JetObservables.Names.Select(_ => new double[rows]).ToArray();
        var labels = Classes.Select(_ => new float[rows]).ToArray();
        // No more threads than cores: what waits for a thread of the pool, as a signal does, gets one at once.
        var options = new ParallelOptions { CancellationToken = RunContext.Current.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, rows, options, row =>
        {
            var random = new Xoshiro256((ulong)seed, (ulong)row);
            var kind = random.NextInt(Classes.Length);
            var values = JetObservables.Of(Classes[kind].Make(new JetGenerator(random)));
            for (var i = 0; i < values.Length; i++)
                observables[i][row] = DecimalSingle.Restore((float)values[i]);
            for (var i = 0; i < labels.Length; i++)
                labels[i][row] = i == kind ? 1 : -1;
        });
        return new Dataset(
        [
            .. JetObservables.Names.Zip(observables, (name, values) => ColumnBuilder.ColumnOf(name, values)),
            .. Classes.Zip(labels, (kind, values) => new Column(kind.Label, values)),
        ])
        {
            Features = JetObservables.Names,
        };
    }
}
