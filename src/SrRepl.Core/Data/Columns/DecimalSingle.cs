namespace SrRepl.Core;

/// <summary>
/// The decimal number that a single-precision one stands for: 28.7967 read from a table is not a single, yet the single
/// nearest to it leads back to it. A column of such numbers takes four bytes a value and still gives exactly the doubles read.
/// </summary>
internal static class DecimalSingle
{
    // Every decimal of 6 digits survives a single (FLT_DIG); 9 digits tell any two singles apart (FLT_DECIMAL_DIG).
    private const int FewestDigits = 6;
    private const int MostDigits = 9;

    /// <summary>
    /// The double nearest to the decimal of fewest digits, from 6 to 9, that rounds to <paramref name="single"/>; the single's own value
    /// where there is none within powers of ten that doubles hold exactly. Writers check that this gives their number back.
    /// </summary>
    public static double Restore(float single)
    {
        double magnitude = Math.Abs(single);
        if (magnitude == 0 || !double.IsFinite(magnitude))
            return single;
        var leading = LeadingPower(magnitude);
        for (var digits = FewestDigits; digits <= MostDigits; digits++)
        {
            var shift = digits - 1 - leading;
            if (Math.Abs(shift) > PowersOfTen.LastExact)
                break;
            // One rounding only: a whole number below 2^53 and an exact power of ten.
            var value = shift >= 0
                ? Math.Round(magnitude * PowersOfTen.Exact[shift]) / PowersOfTen.Exact[shift]
                : Math.Round(magnitude / PowersOfTen.Exact[-shift]) * PowersOfTen.Exact[-shift];
            if ((float)value == Math.Abs(single))
                return float.IsNegative(single) ? -value : value;
        }
        return single;
    }

    // floor(log10), from the binary exponent times log10(2) in fixed point; low by one at most, then corrected.
    private static int LeadingPower(double magnitude)
    {
        var binary = (int)(BitConverter.DoubleToInt64Bits(magnitude) >> 52) - 1023;
        var power = (binary * 78913) >> 18;
        return power + 1 is >= 0 and <= PowersOfTen.LastExact
            ? magnitude >= PowersOfTen.Exact[power + 1] ? power + 1 : power
            : -(power + 1) is > 0 and <= PowersOfTen.LastExact && magnitude * PowersOfTen.Exact[-(power + 1)] >= 1 ? power + 1 : power;
    }
}
