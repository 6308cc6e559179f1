using System.Globalization;
using System.Numerics;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>Types and numbers as Verilog writes them.</summary>
internal static class VerilogText
{
    /// <summary>What stands before a name that carries a type's bits: <c>signed [15:0] </c>.</summary>
    public static string Range(FixedType type) => Range(type.Width, type.Signed);

    /// <summary>The same for any number of bits.</summary>
    public static string Range(int width, bool signed) => string.Create(CultureInfo.InvariantCulture, $"{(signed ? "signed " : "")}[{width - 1}:0] ");

    /// <summary>A signed constant of a width: an integer's two's complement bits.</summary>
    public static string Signed(BigInteger value, int width) => Bits(value, width, "sh");

    /// <summary>An unsigned constant of a width.</summary>
    public static string Unsigned(BigInteger value, int width) => Bits(value, width, "h");

    /// <summary>A value as an operand of signed arithmetic, whatever the sign of its type.</summary>
    public static string AsSigned(string name, bool signed) => signed ? name : $"$signed({{1'b0, {name}}})";

    /// <summary>The bits of a type when it is an operand of signed arithmetic.</summary>
    public static int SignedWidth(FixedType type) => type.Width + (type.Signed ? 0 : 1);

    /// <summary>The bits of a two's complement integer.</summary>
    public static int WidthOf(BigInteger value) => 1 + (int)(value.Sign < 0 ? -value - 1 : value).GetBitLength();

    /// <summary>An expression moved up by so many places, down when negative.</summary>
    public static string Shifted(string expression, int places) => places switch
    {
        0 => expression,
        > 0 => string.Create(CultureInfo.InvariantCulture, $"({expression} <<< {places})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"({expression} >>> {-places})"),
    };

    private static string Bits(BigInteger value, int width, string radix)
    {
        var bits = value & ((BigInteger.One << width) - 1);
        var digits = bits.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return string.Create(CultureInfo.InvariantCulture, $"{width}'{radix}{(digits.Length > 0 ? digits : "0")}");
    }
}
