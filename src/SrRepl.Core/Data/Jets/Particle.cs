namespace SrRepl.Core;

/// <summary>A massless particle.</summary>
/// <param name="Pt">Transverse momentum in GeV.</param>
/// <param name="Y">Rapidity.</param>
/// <param name="Phi">Azimuth in radians, near 0, where the jet points; never wrapped.</param>
internal readonly record struct Particle(double Pt, double Y, double Phi)
{
    /// <summary>The distance in rapidity and azimuth.</summary>
    public double DistanceTo(Particle other) => Math.Sqrt(SquaredDistanceTo(other));

    /// <summary>Its square.</summary>
    public double SquaredDistanceTo(Particle other) => (Y - other.Y) * (Y - other.Y) + (Phi - other.Phi) * (Phi - other.Phi);
}
