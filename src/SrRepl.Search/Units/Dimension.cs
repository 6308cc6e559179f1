using System.Globalization;

namespace SrRepl.Search;

/// <summary>The powers of the seven base units of the SI that a quantity is measured in; fractions where roots are taken.</summary>
internal readonly record struct Dimension(double Length, double Mass, double Time, double Current, double Temperature, double Luminosity, double Amount)
{
    // Roots and powers leave no more than rounding.
    private const double Same = 1e-9;

    /// <summary>A pure number.</summary>
    public static readonly Dimension None = default;

    /// <summary>Whether this is a pure number's.</summary>
    public bool IsNone => Is(None);

    /// <summary>Whether the two are the same but for rounding.</summary>
    public bool Is(Dimension other) =>
        Math.Abs(Length - other.Length) < Same && Math.Abs(Mass - other.Mass) < Same && Math.Abs(Time - other.Time) < Same
        && Math.Abs(Current - other.Current) < Same && Math.Abs(Temperature - other.Temperature) < Same
        && Math.Abs(Luminosity - other.Luminosity) < Same && Math.Abs(Amount - other.Amount) < Same;

    /// <summary>That of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) =>
        new(a.Length + b.Length, a.Mass + b.Mass, a.Time + b.Time, a.Current + b.Current, a.Temperature + b.Temperature, a.Luminosity + b.Luminosity, a.Amount + b.Amount);

    /// <summary>That of a power.</summary>
    public Dimension Power(double exponent) =>
        new(Length * exponent, Mass * exponent, Time * exponent, Current * exponent, Temperature * exponent, Luminosity * exponent, Amount * exponent);

    /// <summary>In base units: <c>m*kg/s^2</c> as <c>m kg s^-2</c>.</summary>
    public override string ToString()
    {
        var parts = new (string Unit, double Power)[] { ("m", Length), ("kg", Mass), ("s", Time), ("A", Current), ("K", Temperature), ("cd", Luminosity), ("mol", Amount) }
            .Where(part => Math.Abs(part.Power) >= Same)
            .Select(part => part.Power == 1 ? part.Unit : string.Create(CultureInfo.InvariantCulture, $"{part.Unit}^{part.Power:G4}"));
        return string.Join(" ", parts) is { Length: > 0 } text ? text : "1";
    }
}
