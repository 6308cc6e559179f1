using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How it is known that two formulas are equal, or not.</summary>
public enum Evidence
{
    /// <summary>Both have one canonical form.</summary>
    CanonicalForm,

    /// <summary>Their difference is 0 as a quotient of polynomials with exact coefficients over the same functions.</summary>
    RationalForm,

    /// <summary>A chain of rules leads from one to the other.</summary>
    Rules,

    /// <summary>Nothing proves it, but they agree at every point that was tried.</summary>
    Points,

    /// <summary>They differ at a point.</summary>
    Counterexample,

    /// <summary>Neither proven nor refuted: no point was found at which both have a value.</summary>
    Nothing,
}

/// <summary>The answer of <c>equivalent</c>: whether two formulas are equal wherever both are defined, and how that is known.</summary>
public sealed class EquivalenceResult
{
    internal EquivalenceResult(bool holds, Evidence evidence)
    {
        Holds = holds;
        Evidence = evidence;
    }

    /// <summary>Whether they are equal wherever both have a value; proven unless <see cref="Evidence"/> is <see cref="Evidence.Points"/>.</summary>
    public bool Holds { get; }

    /// <summary>How that is known.</summary>
    public Evidence Evidence { get; }

    /// <summary>The chain of rules from one to the other, where there is one.</summary>
    public ImmutableArray<Step> Steps { get; internal init; } = [];

    /// <summary>At how many points both have a value and agree.</summary>
    public int Points { get; internal init; }

    /// <summary>How many digits of the values are known to agree at the points; limited by the digits that constants are written with.</summary>
    public int Digits { get; internal init; }

    /// <summary>A point where they differ, or null.</summary>
    public IReadOnlyDictionary<string, double>? Counterexample { get; internal init; }

    /// <summary>A point where only one of them has a value, or null when none was met.</summary>
    public IReadOnlyDictionary<string, double>? OnlyOneDefined { get; internal init; }

    /// <summary>Whether they agreed at every point whose coordinates are all positive, although they differ elsewhere.</summary>
    public bool EqualWherePositive { get; internal init; }

    /// <summary>The answer in a sentence.</summary>
    public override string ToString() =>
        $"{Answer()}{(Holds && OnlyOneDefined is not null ? $"; only one is defined at {At(OnlyOneDefined)}" : "")}{(EqualWherePositive ? "; equal while all variables are positive" : "")}";

    private string Answer() => Evidence switch
    {
        Evidence.CanonicalForm => "equal: both have one canonical form",
        Evidence.RationalForm => "equal: their difference is 0 as a quotient of polynomials",
        Evidence.Rules => string.Create(CultureInfo.InvariantCulture, $"equal: {Steps.Length} step{(Steps.Length == 1 ? " leads" : "s lead")} from one to the other"),
        Evidence.Points => string.Create(CultureInfo.InvariantCulture, $"equal to {Digits} digits at {Points} points, not proven"),
        Evidence.Counterexample => $"different at {At(Counterexample!)}",
        _ => "undecided: no point was found at which both are defined",
    };

    private static string At(IReadOnlyDictionary<string, double> point) =>
        point.Count == 0 ? "any point" : string.Join(", ", point.Select(pair => $"{pair.Key} = {InfixPrinter.Number(pair.Value)}"));
}
