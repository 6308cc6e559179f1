using System.Collections.Frozen;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Reads a unit's dimension from text: units of the SI and beside it, with prefixes, joined by * / ^ or ** and spaces, as in
/// <c>kg*m^2/s^2</c>, <c>km/h</c>, <c>m s^-1</c> and <c>V/m^(1/2)</c>; <c>1</c> or nothing is a pure number. Sizes do not count: km is m.
/// </summary>
internal static class UnitText
{
    private static readonly FrozenDictionary<string, Dimension> Units = Table().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["da", "y", "z", "a", "f", "p", "n", "u", "µ", "μ", "m", "c", "d", "h", "k", "M", "G", "T", "P", "E", "Z", "Y"];

    /// <summary>The dimension of a unit.</summary>
    /// <param name="text">The unit.</param>
    /// <exception cref="DiagnosticException">It names no unit, or is no product of powers.</exception>
    public static Dimension Read(string text)
    {
        var at = 0;
        var dimension = Product(text, ref at, nested: false);
        return at == text.Length ? dimension : throw Unreadable(text);
    }

    private static Dimension Product(string text, ref int at, bool nested)
    {
        var product = Dimension.None;
        var sign = 1;
        while (true)
        {
            Skip(text, ref at);
            if (at == text.Length || (nested && text[at] == ')'))
                return sign < 0 ? throw Unreadable(text) : product;
            product *= Factor(text, ref at).Power(sign);
            sign = 1;
            Skip(text, ref at);
            if (at == text.Length || text[at] is not ('*' or '/' or '·'))
                continue;
            sign = text[at++] == '/' ? -1 : 1;
            Skip(text, ref at);
            if (at == text.Length)
                throw Unreadable(text);
        }
    }

    private static Dimension Factor(string text, ref int at)
    {
        Dimension factor;
        var start = at;
        if (text[at] == '(')
        {
            at++;
            factor = Product(text, ref at, nested: true);
            Expect(text, ref at, ')');
        }
        else if (char.IsDigit(text[at]))
        {
            Number(text, ref at);
            factor = Dimension.None;
        }
        else
        {
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '%' or '°'))
                at++;
            factor = at > start ? Find(text[start..at]) : throw Unreadable(text);
        }
        if (at < text.Length && text[at] == '^')
            at++;
        else if (at + 1 < text.Length && text[at] == '*' && text[at + 1] == '*')
            at += 2;
        else
            return factor;
        return factor.Power(Exponent(text, ref at));
    }

    private static double Exponent(string text, ref int at)
    {
        if (at == text.Length || text[at] != '(')
            return Number(text, ref at);
        at++;
        var exponent = Number(text, ref at);
        if (at < text.Length && text[at] == '/')
        {
            at++;
            exponent /= Number(text, ref at);
        }
        Expect(text, ref at, ')');
        return exponent;
    }

    private static double Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsDigit(text[at]) || text[at] == '.' || (at == start && text[at] is '-' or '+')))
            at++;
        return double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(text);
    }

    private static Dimension Find(string name)
    {
        if (Units.TryGetValue(name, out var known))
            return known;
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Units.TryGetValue(name[prefix.Length..], out known))
                return known;
        throw new DiagnosticException(Errors.UnknownPhysicalUnit(name, Units.Keys));
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    private static void Expect(string text, ref int at, char sign)
    {
        if (at == text.Length || text[at] != sign)
            throw Unreadable(text);
        at++;
    }

    private static DiagnosticException Unreadable(string text) => new(Errors.UnreadableUnit(text));

    private static IEnumerable<KeyValuePair<string, Dimension>> Table()
    {
        Dimension metre = new(1, 0, 0, 0, 0, 0, 0), kilogram = new(0, 1, 0, 0, 0, 0, 0), second = new(0, 0, 1, 0, 0, 0, 0), ampere = new(0, 0, 0, 1, 0, 0, 0),
            kelvin = new(0, 0, 0, 0, 1, 0, 0), candela = new(0, 0, 0, 0, 0, 1, 0), mole = new(0, 0, 0, 0, 0, 0, 1);
        var newton = kilogram * metre * second.Power(-2);
        var joule = newton * metre;
        var volt = joule * (ampere * second).Power(-1);
        var rows = new (string Names, Dimension Dimension)[]
        {
            ("m AU au ly pc angstrom Å inch ft mile", metre), ("g t lb Msun", kilogram), ("s min h hr day wk yr", second),
            ("A", ampere), ("K", kelvin), ("cd", candela), ("mol", mole),
            ("N", newton), ("J eV cal", joule), ("W", joule * second.Power(-1)), ("Pa bar atm", newton * metre.Power(-2)),
            ("Hz Bq", second.Power(-1)), ("C", ampere * second), ("V", volt), ("Ohm ohm Ω", volt * ampere.Power(-1)), ("S", ampere * volt.Power(-1)),
            ("F", ampere * second * volt.Power(-1)), ("H", volt * second * ampere.Power(-1)), ("Wb", volt * second), ("T", volt * second * metre.Power(-2)),
            ("l L", metre.Power(3)), ("Gy Sv", joule * kilogram.Power(-1)), ("kat", mole * second.Power(-1)), ("lm", candela), ("lx", candela * metre.Power(-2)),
            ("rad sr deg ° % percent", Dimension.None),
        };
        return rows.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Dimension)));
    }
}
