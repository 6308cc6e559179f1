using System.Globalization;

namespace SrRepl.Rewriting;

/// <summary>The shortest decimal that reads back as a double: digits * 10**power.</summary>
internal static class DecimalText
{
    /// <summary>The digits, negative for a negative number and at most 17, and the power of ten.</summary>
    /// <param name="value">A finite number.</param>
    public static (long Digits, int Power) Of(double value)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        var (digits, power) = (0L, 0);
        var fraction = false;
        for (var i = 0; i < length; i++)
        {
            if (text[i] == 'E')
            {
                power += int.Parse(text[(i + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            if (char.IsAsciiDigit(text[i]))
            {
                digits = digits * 10 + (text[i] - '0');
                power -= fraction ? 1 : 0;
            }
            fraction |= text[i] == '.';
        }
        return (value < 0 ? -digits : digits, power);
    }

    /// <summary>How many digits it takes to write a number, zeros at either end left out.</summary>
    public static int Significant(double value)
    {
        var (digits, _) = Of(value);
        while (digits != 0 && digits % 10 == 0)
            digits /= 10;
        var count = 0;
        for (; digits != 0; digits /= 10)
            count++;
        return count;
    }
}
