using System.Collections.Frozen;

namespace SrRepl.Core;

/// <summary>Words and signs of Python, C and mathematics tools which the language writes in another way.</summary>
public static class ForeignSpelling
{
    private static readonly FrozenDictionary<string, string> Ours = new Dictionary<string, string>
    {
        ["=="] = "equality is written =",
        ["!="] = "inequality is written <>",
        ["!"] = "a truth value is turned round by `not`",
        ["&"] = "both of two conditions is written &&",
        ["|"] = "one of two conditions is written ||, a pipe |>",
        ["?"] = "a choice is written if c then a else b",
        ["#"] = "a comment begins with //",
        ["'"] = "a text stands between double quotes",
        ["True"] = "it is written true",
        ["False"] = "it is written false",
        ["and"] = "both of two conditions is written &&",
        ["or"] = "one of two conditions is written ||",
        ["return"] = "a body's value is its last line",
        ["def"] = "a function is written let f x = ...",
        ["lambda"] = "a function without a name is written fun x -> ...",
        ["var"] = "a name is bound by let",
        ["np"] = "functions stand by themselves: sin x",
        ["math"] = "functions stand by themselves: sin x",
        ["Math"] = "functions stand by themselves: sin x",
        ["import"] = "every verb and function is there already; `help` lists them",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How the language writes it, as a hint; null when <paramref name="typed"/> is no spelling from elsewhere.</summary>
    public static string? Hint(string typed) => Ours.GetValueOrDefault(typed);
}
