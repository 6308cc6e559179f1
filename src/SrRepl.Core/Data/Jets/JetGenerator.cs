namespace SrRepl.Core;

/// <summary>Makes the particles of one jet at a transverse momentum of 1 TeV: one, two or three prongs, each showered, then measured imperfectly.</summary>
internal sealed class JetGenerator(Xoshiro256 random)
{
    /// <summary>The jet's radius in rapidity and azimuth.</summary>
    public const double Radius = 0.8;

    private const double Momentum = 1000;
    private const double MomentumSpread = 0.01;
    private const double Resolution = 0.15;
    private const double Threshold = 0.2;

    private readonly PartonShower _shower = new(random);

    /// <summary>A particle that decays: mass and width in GeV, as the Particle Data Group lists them.</summary>
    private sealed record Resonance(double Mass, double Width)
    {
        public static readonly Resonance W = new(80.38, 2.09);
        public static readonly Resonance Z = new(91.19, 2.50);
        public static readonly Resonance Top = new(172.8, 1.4);
    }

    /// <summary>A jet of a light quark.</summary>
    public List<Particle> Quark() => Detect(Prong(Start(), PartonShower.Quark, Radius));

    /// <summary>A jet of a gluon.</summary>
    public List<Particle> Gluon() => Detect(Prong(Start(), PartonShower.Gluon, Radius));

    /// <summary>A jet of a W decaying to two quarks.</summary>
    public List<Particle> W() => Detect(Boson(Start(), Resonance.W));

    /// <summary>A jet of a Z decaying to two quarks.</summary>
    public List<Particle> Z() => Detect(Boson(Start(), Resonance.Z));

    /// <summary>A jet of a top decaying to a bottom quark and a W, and that to two quarks.</summary>
    public List<Particle> Top()
    {
        var start = Start();
        var mass = DrawMass(Resonance.Top);
        // A heavy quark radiates nothing inside its dead cone, of angle mass over momentum.
        var radiation = new List<Particle>();
        var top = _shower.Emit(radiation, start, PartonShower.Quark, Radius, mass / start.Pt);
        var wMass = DrawMass(Resonance.W);
        var decay = TwoBodyDecay.Of(top, mass, 0, wMass, random);
        while (true)
        {
            var bottom = Prong(decay.First, PartonShower.Quark, decay.Angle);
            var boson = Boson(decay.Second, wMass);
            if (TwoBodyDecay.Join(bottom, boson, mass) is { } joined)
                return Detect([.. radiation, .. joined]);
        }
    }

    private Particle Start() => new(Momentum * (1 + MomentumSpread * random.NextGaussian()), 0, 0);

    private List<Particle> Prong(Particle parton, double colour, double widest)
    {
        var particles = new List<Particle>();
        _shower.Grow(particles, parton, colour, widest);
        return particles;
    }

    private List<Particle> Boson(Particle start, Resonance resonance) => Boson(start, DrawMass(resonance));

    // The pair has no net colour, so neither quark radiates beyond their opening angle.
    private List<Particle> Boson(Particle start, double mass)
    {
        var decay = TwoBodyDecay.Of(start, mass, 0, 0, random);
        while (true)
        {
            var first = Prong(decay.First, PartonShower.Quark, decay.Angle);
            var second = Prong(decay.Second, PartonShower.Quark, decay.Angle);
            if (TwoBodyDecay.Join(first, second, mass) is { } joined)
                return joined;
        }
    }

    // Breit-Wigner, cut at five widths.
    private double DrawMass(Resonance resonance)
    {
        const double Cut = 5;
        var reach = Math.Atan(2 * Cut);
        return resonance.Mass + resonance.Width / 2 * Math.Tan(random.NextDouble(-reach, reach));
    }

    private List<Particle> Detect(List<Particle> particles)
    {
        var total = particles.Sum(particle => particle.Pt);
        var axis = new Particle(total, particles.Sum(p => p.Pt * p.Y) / total, particles.Sum(p => p.Pt * p.Phi) / total);
        var seen = new List<Particle>(particles.Count);
        foreach (var particle in particles)
        {
            var measured = particle with { Pt = particle.Pt * (1 + Resolution * random.NextGaussian()) };
            if (measured.Pt > Threshold && measured.DistanceTo(axis) < Radius)
                seen.Add(measured);
        }
        return seen;
    }
}
