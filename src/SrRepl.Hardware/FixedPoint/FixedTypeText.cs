using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Types as text: <c>ap_fixed&lt;16,6&gt;</c>, <c>ap_ufixed&lt;12,5,AP_RND,AP_SAT&gt;</c>, <c>ap_int&lt;8&gt;</c>. Modes are
/// read with or without their prefix AP_, in any case; a fifth argument (saturation bits) may be 0 and nothing else.
/// </summary>
public static partial class FixedTypeText
{
    private const int FarthestPoint = 4096;

    private static readonly ImmutableArray<string> RoundingNames =
        ["AP_TRN", "AP_TRN_ZERO", "AP_RND", "AP_RND_ZERO", "AP_RND_MIN_INF", "AP_RND_INF", "AP_RND_CONV"];

    private static readonly ImmutableArray<string> OverflowNames = ["AP_WRAP", "AP_SAT", "AP_SAT_ZERO", "AP_SAT_SYM"];

    private static readonly ImmutableArray<string> TypeNames = ["ap_fixed", "ap_ufixed", "ap_int", "ap_uint"];

    /// <summary>Reads a type.</summary>
    /// <exception cref="DiagnosticException">The text is no type (SR4001), a number is out of range (SR4002), a mode is
    /// unknown (SR4003), or the type uses AP_WRAP_SM or saturation bits (SR4004).</exception>
    public static FixedType Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            throw new DiagnosticException(Errors.NotAFixedType(text, null));
        var name = match.Groups["name"].Value;
        var arguments = match.Groups["argument"].Captures.Select(capture => capture.Value.Trim()).ToArray();
        return name switch
        {
            "ap_fixed" or "ap_ufixed" => Fixed(text, arguments, signed: name == "ap_fixed"),
            "ap_int" or "ap_uint" when arguments.Length == 1 => Sized(text, arguments[0], arguments[0], signed: name == "ap_int"),
            _ => throw new DiagnosticException(Errors.NotAFixedType(text, Nearest.Hint(name, TypeNames))),
        };
    }

    /// <summary>Writes a type; Q and O only where they are not the defaults.</summary>
    public static string Print(FixedType type)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{(type.Signed ? "ap_fixed" : "ap_ufixed")}<{type.Width},{type.Integer}");
        return type is { Rounding: Rounding.Trn, Overflow: Overflow.Wrap }
            ? head + ">"
            : $"{head},{Print(type.Rounding)},{Print(type.Overflow)}>";
    }

    /// <summary>A rounding mode as C++ writes it.</summary>
    public static string Print(Rounding rounding) => RoundingNames[(int)rounding];

    /// <summary>An overflow mode as C++ writes it.</summary>
    public static string Print(Overflow overflow) => OverflowNames[(int)overflow];

    private static FixedType Fixed(string text, string[] arguments, bool signed)
    {
        if (arguments.Length is < 2 or > 5)
            throw new DiagnosticException(Errors.NotAFixedType(text, null));
        var type = Sized(text, arguments[0], arguments[1], signed);
        if (arguments.Length > 2)
            type = type with { Rounding = (Rounding)Mode(arguments[2], RoundingNames) };
        if (arguments.Length > 3)
            type = type with { Overflow = (Overflow)Mode(arguments[3], OverflowNames) };
        return arguments.Length > 4 && arguments[4] != "0"
            ? throw new DiagnosticException(Errors.UnsupportedOverflow(text))
            : type;
    }

    private static FixedType Sized(string text, string width, string integer, bool signed)
    {
        if (!int.TryParse(width, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var w)
            || !int.TryParse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i))
            throw new DiagnosticException(Errors.NotAFixedType(text, null));
        if (w is < 1 or > FixedType.WidestWidth || Math.Abs(i) > FarthestPoint)
            throw new DiagnosticException(Errors.FixedTypeOutOfRange(text, FixedType.WidestWidth, FarthestPoint));
        return new(w, i, signed);
    }

    private static int Mode(string word, ImmutableArray<string> names)
    {
        var upper = word.ToUpperInvariant();
        var full = upper.StartsWith("AP_", StringComparison.Ordinal) ? upper : "AP_" + upper;
        var index = names.IndexOf(full);
        return index >= 0 ? index
            : full == "AP_WRAP_SM" ? throw new DiagnosticException(Errors.UnsupportedOverflow(word))
            : throw new DiagnosticException(Errors.UnknownFixedMode(word, names));
    }

    [GeneratedRegex(@"^\s*(?<name>\w+)\s*<(?<argument>[^,<>]*)(,(?<argument>[^,<>]*))*>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
