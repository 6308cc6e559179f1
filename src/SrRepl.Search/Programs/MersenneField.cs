namespace SrRepl.Search;

/// <summary>Arithmetic modulo the prime 2**61 - 1, in which a power of two is a rotation of bits and every double has an exact image.</summary>
internal static class MersenneField
{
    /// <summary>The modulus.</summary>
    public const ulong Prime = (1UL << Bits) - 1;

    private const int Bits = 61;

    /// <summary>The sum.</summary>
    public static ulong Add(ulong a, ulong b) => Reduce(a + b);

    /// <summary>The difference.</summary>
    public static ulong Subtract(ulong a, ulong b) => Reduce(a + Prime - b);

    /// <summary>The product.</summary>
    public static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Reduce((low & Prime) + (low >> Bits | high << (64 - Bits)));
    }

    /// <summary>The number that gives 1 when multiplied, by Fermat's little theorem; 0 for 0.</summary>
    public static ulong Inverse(ulong a)
    {
        var (result, power) = (1UL, a);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1, power = Multiply(power, power))
            if ((exponent & 1) != 0)
                result = Multiply(result, power);
        return result;
    }

    /// <summary>The element that any 64 bits stand for.</summary>
    public static ulong OfBits(ulong bits) => Reduce((bits & Prime) + (bits >> Bits));

    /// <summary>The image of a finite number: its whole significand times a power of two.</summary>
    public static ulong OfNumber(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(value));
        var (exponent, significand) = ((int)(bits >> 52), bits & (1UL << 52) - 1);
        if (exponent > 0)
            significand |= 1UL << 52;
        else
            exponent = 1;
        var shift = ((exponent - 1075) % Bits + Bits) % Bits;
        var element = Reduce((significand << shift & Prime) + (significand >> Bits - shift));
        return value < 0 ? Subtract(0, element) : element;
    }

    // Of a number below twice the modulus.
    private static ulong Reduce(ulong a) => a >= Prime ? a - Prime : a;
}
