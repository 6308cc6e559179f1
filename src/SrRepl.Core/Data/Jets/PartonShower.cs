namespace SrRepl.Core;

/// <summary>
/// A shower of gluons off a quark or gluon, ordered in angle so that soft gluons are emitted coherently (Marchesini and Webber
/// 1988), by the veto algorithm. It runs down to transverse momenta near the scale of hadrons, where each parton stands for one
/// hadron (local parton-hadron duality, Azimov et al. 1985). Leading order throughout, no gluon splits into quarks: a toy.
/// </summary>
internal sealed class PartonShower(Xoshiro256 random)
{
    /// <summary>The colour charge of a quark.</summary>
    public const double Quark = 4.0 / 3;

    /// <summary>The colour charge of a gluon.</summary>
    public const double Gluon = 3;

    private const double CutOff = 0.2;
    private const double Lambda = 0.15;
    private const double StrongestCoupling = 1;

    /// <summary>Adds what becomes of a parton.</summary>
    /// <param name="into">Takes the emissions and, last, the parton itself.</param>
    /// <param name="parton">Momentum and direction before any emission.</param>
    /// <param name="colour">Its colour charge.</param>
    /// <param name="widest">No emission is at a larger angle.</param>
    public void Grow(List<Particle> into, Particle parton, double colour, double widest) =>
        into.Add(Emit(into, parton, colour, widest, narrowest: 0));

    /// <summary>Adds what a parton emits between two angles, and gives the parton that is left.</summary>
    public Particle Emit(List<Particle> into, Particle parton, double colour, double widest, double narrowest)
    {
        var angle = widest;
        while (true)
        {
            // As the angle falls this range of ln z only shrinks, so the rate here bounds the rate below.
            var range = Math.Log(parton.Pt * angle / CutOff);
            if (range <= 0)
                return parton;
            angle *= Math.Pow(1 - random.NextDouble(), Math.PI / (2 * colour * StrongestCoupling * range));
            if (angle * parton.Pt <= CutOff || angle <= narrowest)
                return parton;
            var z = Math.Exp(-range * random.NextDouble());
            var scale = z * angle * parton.Pt;
            if (scale < CutOff || random.NextDouble() > Coupling(scale) / StrongestCoupling * Hardness(z, colour))
                continue;
            var azimuth = 2 * Math.PI * random.NextDouble();
            var (dy, dphi) = (angle * Math.Cos(azimuth), angle * Math.Sin(azimuth));
            var emitted = new Particle(z * parton.Pt, parton.Y + (1 - z) * dy, parton.Phi + (1 - z) * dphi);
            parton = new Particle((1 - z) * parton.Pt, parton.Y - z * dy, parton.Phi - z * dphi);
            Grow(into, emitted, Gluon, angle);
        }
    }

    // One loop, five flavours, frozen at small scales.
    private static double Coupling(double scale) =>
        Math.Min(StrongestCoupling, 6 * Math.PI / (23 * Math.Log(scale / Lambda)));

    // The splitting function over its soft limit 2C/z; the gluon's with its symmetric half folded to z -> 0.
    private static double Hardness(double z, double colour) =>
        colour == Gluon ? (1 - z) + z * z * (1 - z) / 2 : (1 + (1 - z) * (1 - z)) / 2;
}
