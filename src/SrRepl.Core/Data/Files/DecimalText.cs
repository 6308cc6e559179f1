using System.Globalization;

namespace SrRepl.Core;

/// <summary>Reads decimal numbers from bytes of text: correctly rounded, without allocation, in one pass for all but very long ones.</summary>
internal static class DecimalText
{
    private const ulong LastExactWhole = 1UL << 53;
    private const int MostDigits = 19;

    /// <summary>Reads the number that <paramref name="text"/> starts with: a sign, digits, a point, an exponent.</summary>
    /// <returns>How many bytes it takes; 0 when the text does not start with a number. Too large a number gives an infinity.</returns>
    public static int Read(ReadOnlySpan<byte> text, out double value)
    {
        var at = 0;
        var negative = false;
        if (text.Length > 0 && (text[0] == '-' || text[0] == '+'))
        {
            negative = text[0] == '-';
            at = 1;
        }
        var (whole, digits, scale) = (0UL, 0, 0);
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            whole = whole * 10 + (uint)(text[at] - '0');
            digits++;
        }
        if (at < text.Length && text[at] == '.')
        {
            at++;
            var fraction = at;
            for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
                whole = whole * 10 + (uint)(text[at] - '0');
            scale = fraction - at;
            digits += at - fraction;
        }
        value = 0;
        if (digits == 0)
            return 0;
        if (at < text.Length && (text[at] | 0x20) == 'e')
            at += ReadExponent(text[(at + 1)..], ref scale);
        // Leading zeros count as digits here: they only send a number to the slower path, which is as exact.
        if (digits <= MostDigits && whole <= LastExactWhole && Math.Abs(scale) <= PowersOfTen.LastExact)
        {
            value = scale < 0 ? whole / PowersOfTen.Exact[-scale] : whole * PowersOfTen.Exact[scale];
            value = negative ? -value : value;
            return at;
        }
        _ = double.TryParse(text[..at], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return at;
    }

    // The bytes of an exponent behind its letter, with the letter; 0 when no digit follows, so the letter is no exponent.
    private static int ReadExponent(ReadOnlySpan<byte> text, ref int scale)
    {
        var at = 0;
        var negative = false;
        if (text.Length > 0 && (text[0] == '-' || text[0] == '+'))
        {
            negative = text[0] == '-';
            at = 1;
        }
        var (exponent, first) = (0, at);
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
            exponent = Math.Min(exponent * 10 + (text[at] - '0'), 99_999);
        if (at == first)
            return 0;
        scale += negative ? -exponent : exponent;
        return at + 1;
    }
}
