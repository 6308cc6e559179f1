namespace SrRepl.Core;

/// <summary>A decay into two bodies, isotropic in the rest frame of what decays.</summary>
/// <param name="First">The first body's transverse momentum and direction.</param>
/// <param name="Second">The second's.</param>
internal readonly record struct TwoBodyDecay(Particle First, Particle Second)
{
    private const int Halvings = 50;
    private const double LargestStretch = 4;

    /// <summary>The angle between the two.</summary>
    public double Angle => First.DistanceTo(Second);

    /// <summary>Lets a parent decay.</summary>
    /// <param name="parent">Its transverse momentum and direction.</param>
    /// <param name="mass">Its mass.</param>
    /// <param name="firstMass">The first body's mass.</param>
    /// <param name="secondMass">The second body's mass.</param>
    /// <param name="random">Draws the direction.</param>
    public static TwoBodyDecay Of(Particle parent, double mass, double firstMass, double secondMass, Xoshiro256 random)
    {
        var (sum, difference) = (firstMass + secondMass, firstMass - secondMass);
        var momentum = Math.Sqrt((mass * mass - sum * sum) * (mass * mass - difference * difference)) / (2 * mass);
        var cosine = random.NextDouble(-1, 1);
        var azimuth = random.NextDouble(0, 2 * Math.PI);
        var sine = Math.Sqrt(1 - cosine * cosine);
        var (along, across, up) = (momentum * cosine, momentum * sine * Math.Cos(azimuth), momentum * sine * Math.Sin(azimuth));
        return new(
            Boosted(Math.Sqrt(momentum * momentum + firstMass * firstMass), along, across, up),
            Boosted(Math.Sqrt(momentum * momentum + secondMass * secondMass), -along, -across, -up));

        Particle Boosted(double energy, double x, double y, double z)
        {
            var (gamma, drift) = (Math.Sqrt(parent.Pt * parent.Pt + mass * mass) / mass, parent.Pt / mass);
            var body = new FourMomentum(gamma * energy + drift * x, gamma * x + drift * energy, y, z);
            return new(body.Pt, parent.Y + body.Rapidity, parent.Phi + body.Phi);
        }
    }

    /// <summary>
    /// Both bodies' showers together, moved towards or away from each other until their invariant mass is the parent's: a shower
    /// gives each body a mass of its own, which the opening angle must pay for.
    /// </summary>
    /// <returns>Null when the two are too heavy at any distance.</returns>
    public static List<Particle>? Join(List<Particle> first, List<Particle> second, double mass)
    {
        var (a, b) = (FourMomentum.Total(first), FourMomentum.Total(second));
        var (dy, dphi) = (b.Rapidity - a.Rapidity, b.Phi - a.Phi);
        if (MassAt(0) >= mass || MassAt(LargestStretch) <= mass)
            return null;
        var (low, high) = (0.0, LargestStretch);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = MassAt(middle) < mass ? (middle, high) : (low, middle);
        }
        var (move, share) = (low - 1, b.Pt / (a.Pt + b.Pt));
        return
        [
            .. first.Select(p => p with { Y = p.Y - move * share * dy, Phi = p.Phi - move * share * dphi }),
            .. second.Select(p => p with { Y = p.Y + move * (1 - share) * dy, Phi = p.Phi + move * (1 - share) * dphi }),
        ];

        double MassAt(double stretch) => Math.Sqrt(
            a.Mass * a.Mass + b.Mass * b.Mass
            + 2 * (TransverseMass(a) * TransverseMass(b) * Math.Cosh(stretch * dy) - a.Pt * b.Pt * Math.Cos(stretch * dphi)));
    }

    private static double TransverseMass(FourMomentum p) => Math.Sqrt(p.Mass * p.Mass + p.Pt * p.Pt);
}
