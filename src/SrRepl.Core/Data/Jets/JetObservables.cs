using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// The 16 observables of the LHC jet set (Coleman et al., arXiv:1709.08705): zlogz and multiplicity of the whole jet, the others of the jet groomed by <see cref="MassDropTagger"/>.
/// <list type="bullet">
/// <item>C1 = e2, C2 = e3 / e2^2: Larkoski, Salam, Thaler, arXiv:1305.0007, eq. 3.</item>
/// <item>D2 = e3 / e2^3: Larkoski, Moult, Neill, arXiv:1409.6298, eq. 4; with exponents a of e3 and b of e2, e3 / e2^(3a/b): arXiv:1507.03018.</item>
/// <item>M2 = 1e3 / e2 and N2 = 2e3 / e2^2: Moult, Necib, Thaler, arXiv:1609.07483, eqs. 15 and 13.</item>
/// </list>
/// A ratio whose denominator is 0, as for a jet groomed down to one particle, is 0.
/// </summary>
internal static class JetObservables
{
    private delegate double Rule(Jet jet);

    private static readonly ImmutableArray<(string Name, Rule Rule)> Table =
    [
        ("zlogz", jet => jet.LogShares),
        ("c1_b0", jet => jet.E.Pairs0),
        ("c1_b1", jet => jet.E.Pairs[0]),
        ("c1_b2", jet => jet.E.Pairs[1]),
        ("c2_b1", jet => Ratio(jet.E.Triples[0], Power(jet.E.Pairs[0], 2))),
        ("c2_b2", jet => Ratio(jet.E.Triples[1], Power(jet.E.Pairs[1], 2))),
        ("d2_b1", jet => Ratio(jet.E.Triples[0], Power(jet.E.Pairs[0], 3))),
        ("d2_b2", jet => Ratio(jet.E.Triples[1], Power(jet.E.Pairs[1], 3))),
        ("d2_a1_b1", jet => Ratio(jet.E.Triples[0], Power(jet.E.Pairs[0], 3))),
        ("d2_a1_b2", jet => Ratio(jet.E.Triples[0], Math.Sqrt(Power(jet.E.Pairs[1], 3)))),
        ("m2_b1", jet => Ratio(jet.E.OneAngle[0], jet.E.Pairs[0])),
        ("m2_b2", jet => Ratio(jet.E.OneAngle[1], jet.E.Pairs[1])),
        ("n2_b1", jet => Ratio(jet.E.TwoAngles[0], Power(jet.E.Pairs[0], 2))),
        ("n2_b2", jet => Ratio(jet.E.TwoAngles[1], Power(jet.E.Pairs[1], 2))),
        ("mass_mmdt", jet => jet.Mass),
        ("multiplicity", jet => jet.Multiplicity),
    ];

    /// <summary>The names, in the order of the values; masses are in GeV.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(row => row.Name)];

    /// <summary>The values of one jet.</summary>
    public static double[] Of(IReadOnlyList<Particle> particles)
    {
        var groomed = MassDropTagger.Groom(particles);
        var total = particles.Sum(particle => particle.Pt);
        var logShares = particles.Sum(particle => particle.Pt / total * Math.Log(particle.Pt / total));
        var jet = new Jet(logShares, EnergyCorrelations.Of(groomed), FourMomentum.Total(groomed).Mass, particles.Count);
        return [.. Table.Select(row => row.Rule(jet))];
    }

    private static double Ratio(double numerator, double denominator) => denominator > 0 ? numerator / denominator : 0;

    private static double Power(double value, int exponent) => exponent == 2 ? value * value : value * value * value;

    private sealed record Jet(double LogShares, EnergyCorrelations E, double Mass, int Multiplicity);
}
