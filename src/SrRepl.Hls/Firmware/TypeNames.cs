using System.Globalization;
using System.Text;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>The types table of a project: every fixed-point type that occurs, the name it goes by, and the values that have it.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<FixedType, List<string>> _users = [];
    private readonly List<FixedType> _order = [];

    /// <summary>The name of a type, noting one more value that has it.</summary>
    public string Of(FixedType type, string user)
    {
        if (!_users.TryGetValue(type, out var users))
        {
            _users[type] = users = [];
            _order.Add(type);
        }
        users.Add(user);
        return NameOf(type);
    }

    /// <summary>The type in C++; the saturation bits are written where rounding and overflow are, as hls4ml does.</summary>
    public static string Cpp(FixedType type)
    {
        var text = type.ToString();
        return type == type.Plain ? text : text.Replace(">", ",0>", StringComparison.Ordinal);
    }

    /// <summary>The typedefs, in order of first use.</summary>
    public string Typedefs()
    {
        const int shown = 8;
        var text = new StringBuilder();
        foreach (var type in _order)
        {
            var users = _users[type].Distinct().ToList();
            var list = string.Join(", ", users.Take(shown)) + (users.Count > shown ? string.Create(CultureInfo.InvariantCulture, $" and {users.Count - shown} more") : "");
            text.Append(CultureInfo.InvariantCulture, $"typedef {Cpp(type)} {NameOf(type)}; // {list}\n");
        }
        return text.ToString();
    }

    /// <summary>fixed16_6_t, ufixed9_m3_rnd_sat_t: the template's arguments in words.</summary>
    public static string NameOf(FixedType type)
    {
        var integer = type.Integer < 0 ? string.Create(CultureInfo.InvariantCulture, $"m{-type.Integer}") : type.Integer.ToString(CultureInfo.InvariantCulture);
        var modes = type == type.Plain
            ? ""
            : $"_{FixedTypeText.Print(type.Rounding)[3..]}_{FixedTypeText.Print(type.Overflow)[3..]}".ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{(type.Signed ? "" : "u")}fixed{type.Width}_{integer}{modes}_t");
    }
}
