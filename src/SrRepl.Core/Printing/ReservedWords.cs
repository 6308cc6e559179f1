using System.Collections.Frozen;

namespace SrRepl.Core;

/// <summary>Words that the reader takes for something else than a variable; a variable called like one is quoted in double back-ticks.</summary>
public static class ReservedWords
{
    /// <summary>The words of the grammar.</summary>
    public static readonly FrozenSet<string> Keywords = new[]
    {
        "let", "rec", "in", "if", "then", "elif", "else", "fun", "for", "with", "true", "false",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of numbers.</summary>
    public static readonly FrozenDictionary<string, double> Constants = new Dictionary<string, double>
    {
        ["pi"] = Math.PI,
        ["inf"] = double.PositiveInfinity,
        ["nan"] = double.NaN,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that PySR and SymPy give numbers, read in the text of a formula alone; SymPy's infinity without a direction is no real number.</summary>
    public static readonly FrozenDictionary<string, double> ForeignConstants = new Dictionary<string, double>
    {
        ["NaN"] = double.NaN,
        ["Inf"] = double.PositiveInfinity,
        ["oo"] = double.PositiveInfinity,
        ["zoo"] = double.NaN,
        ["True"] = 1,
        ["False"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the reader takes the name for a word or a number.</summary>
    public static bool Contains(string name) => Keywords.Contains(name) || Constants.ContainsKey(name) || ForeignConstants.ContainsKey(name);
}
