using System.Globalization;

namespace SrRepl.Search;

/// <summary>Decimal rounding of doubles by significant digits.</summary>
internal static class Decimals
{
    private static readonly string[] Formats = [.. Enumerable.Range(0, 18).Select(digits => string.Create(CultureInfo.InvariantCulture, $"E{Math.Max(0, digits - 1)}"))];

    /// <summary>The number with so many significant digits, correctly rounded.</summary>
    public static double Round(double value, int digits) =>
        double.Parse(value.ToString(Formats[digits], CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
