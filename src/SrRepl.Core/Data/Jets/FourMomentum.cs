namespace SrRepl.Core;

/// <summary>Energy and momentum in GeV; z along the beam, x along the jet.</summary>
internal readonly record struct FourMomentum(double E, double X, double Y, double Z)
{
    /// <summary>Transverse momentum.</summary>
    public double Pt => Math.Sqrt(X * X + Y * Y);

    /// <summary>Rapidity.</summary>
    public double Rapidity => 0.5 * Math.Log((E + Z) / (E - Z));

    /// <summary>Azimuth, from -pi to pi.</summary>
    public double Phi => Math.Atan2(Y, X);

    /// <summary>Invariant mass; 0 where rounding leaves a negative square.</summary>
    public double Mass => Math.Sqrt(Math.Max(0, E * E - X * X - Y * Y - Z * Z));

    /// <summary>The momentum of a massless particle.</summary>
    public static FourMomentum Of(Particle particle) =>
        new(particle.Pt * Math.Cosh(particle.Y), particle.Pt * Math.Cos(particle.Phi), particle.Pt * Math.Sin(particle.Phi), particle.Pt * Math.Sinh(particle.Y));

    /// <summary>The sum.</summary>
    public static FourMomentum operator +(FourMomentum a, FourMomentum b) => new(a.E + b.E, a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>The total of many.</summary>
    public static FourMomentum Total(IEnumerable<Particle> particles) =>
        particles.Aggregate(default(FourMomentum), (sum, particle) => sum + Of(particle));
}
