using System.Collections.Frozen;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Hls;

/// <summary>Names that go into C++, Tcl, Verilog and the shell, where only a plain identifier is safe.</summary>
public static class Identifier
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> Reserved = Resource.Text("Names/reserved.txt")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name itself, when it is a C identifier of at most 60 characters and no reserved word of C++, Verilog, VHDL or the project.</summary>
    /// <exception cref="DiagnosticException">It is not.</exception>
    public static string Check(string name) =>
        !IsPlain(name) || name.Length > Longest ? throw new DiagnosticException(Errors.NotAnIdentifier(name, Longest))
        : IsReserved(name) ? throw new DiagnosticException(Errors.ReservedName(name))
        : name;

    /// <summary>An identifier as close to the text as can be; <paramref name="fallback"/> where nothing of it can stay.</summary>
    public static string From(string text, string fallback)
    {
        var name = new StringBuilder();
        foreach (var c in text)
            name.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        var trimmed = name.ToString().Trim('_');
        if (trimmed.Length == 0)
            return fallback;
        if (char.IsAsciiDigit(trimmed[0]))
            trimmed = $"{fallback}_{trimmed}";
        trimmed = trimmed[..Math.Min(trimmed.Length, Longest)];
        return IsReserved(trimmed) ? $"{trimmed}_" : trimmed;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        // The language keeps these for its own library.
        && !name.Contains("__", StringComparison.Ordinal) && !(name[0] == '_' && name.Length > 1 && char.IsAsciiLetterUpper(name[1]));

    // VHDL does not tell case apart.
    private static bool IsReserved(string name) => Reserved.Contains(name) || Reserved.Contains(name.ToLowerInvariant());
}
