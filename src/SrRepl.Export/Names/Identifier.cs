using System.Collections.Frozen;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Export;

/// <summary>Names that go into C++, Tcl, Verilog and the shell, where only a plain identifier is safe.</summary>
public static class Identifier
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> Hardware = Words("verilog", "vhdl");

    private static readonly FrozenSet<string> Reserved = Words("cpp", "project", "verilog", "vhdl");

    private static readonly FrozenSet<string> Software = Words("cpp");

    /// <summary>The name itself, when it is a C identifier of at most 60 characters and no reserved word of C++, Verilog, VHDL or the project.</summary>
    /// <exception cref="DiagnosticException">It is not.</exception>
    public static string Check(string name) =>
        !IsPlain(name) || name.Length > Longest ? throw new DiagnosticException(Errors.NotAnIdentifier(name, Longest))
        : Is(Reserved, name) ? throw new DiagnosticException(Errors.ReservedName(name))
        : name;

    /// <summary>Holds a formula's variables to be C identifiers of at most 60 characters and no reserved words of the language that they come into.</summary>
    /// <param name="names">The variables.</param>
    /// <param name="hardware">Whether the language is Verilog, and not C++.</param>
    /// <exception cref="DiagnosticException">One is not (SR5002, SR5003).</exception>
    public static void CheckVariables(IEnumerable<string> names, bool hardware)
    {
        foreach (var name in names)
            if (!IsPlain(name) || name.Length > Longest)
                throw new DiagnosticException(Errors.NotAnIdentifier(name, Longest) with { Hint = Errors.RenameVariable(name) });
            else if ((hardware ? Hardware : Software).Contains(name))
                throw new DiagnosticException(Errors.ReservedName(name) with { Hint = Errors.RenameVariable(name) });
    }

    /// <summary>An identifier as close to the text as can be; <paramref name="fallback"/> where nothing of it can stay.</summary>
    public static string From(string text, string fallback) => From(text, fallback, Reserved);

    /// <summary>The same for a port of a hardware module, where C++ has no say.</summary>
    public static string Port(string text, string fallback) => From(text, fallback, Hardware);

    private static string From(string text, string fallback, FrozenSet<string> reserved)
    {
        var name = new StringBuilder();
        // Two underscores in a row are the compiler's own in C++, and nobody's in VHDL.
        foreach (var c in text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))
            if (c != '_' || name.Length == 0 || name[^1] != '_')
                name.Append(c);
        var trimmed = name.ToString().Trim('_');
        if (trimmed.Length == 0)
            return fallback;
        if (char.IsAsciiDigit(trimmed[0]))
            trimmed = $"{fallback}_{trimmed}";
        trimmed = trimmed[..Math.Min(trimmed.Length, Longest)];
        return Is(reserved, trimmed) ? $"{trimmed}_" : trimmed;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        // The language keeps these for its own library.
        && !name.Contains("__", StringComparison.Ordinal) && !(name[0] == '_' && name.Length > 1 && char.IsAsciiLetterUpper(name[1]));

    // VHDL does not tell case apart.
    private static bool Is(FrozenSet<string> words, string name) => words.Contains(name) || words.Contains(name.ToLowerInvariant());

    private static FrozenSet<string> Words(params string[] languages) =>
        languages.SelectMany(language => Resources.Own.Words($"Names/{language}.txt")).ToFrozenSet(StringComparer.Ordinal);
}
