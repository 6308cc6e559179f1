using System.Globalization;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>A positive irrational number to more bits than a double holds: wide arguments need them in their reduction.</summary>
internal sealed class Irrational
{
    private const int Bits = 256;

    /// <summary>1/(2 pi): turns a radian.</summary>
    public static readonly Irrational TurnsPerRadian = new("028be60db9391054a7f09d5f47d4d377036d8a5664f10e4107f9458eaf7aef158");

    /// <summary>1/pi: half turns a radian.</summary>
    public static readonly Irrational HalfTurnsPerRadian = new("0517cc1b727220a94fe13abe8fa9a6ee06db14acc9e21c820ff28b1d5ef5de2b1");

    /// <summary>The logarithm of e to base 2.</summary>
    public static readonly Irrational Log2E = new("0171547652b82fe1777d0ffda0d23a7d11d6aef551bad2b4b1164a2cd9a3426490");

    private readonly BigInteger _raw;

    // The number times 2^256.
    private Irrational(string hexadecimal) => _raw = BigInteger.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The number with so many fraction bits, rounded to nearest.</summary>
    public BigInteger Rounded(int fraction) => FixedCast.Round(_raw, Bits - fraction, Rounding.Rnd);
}
