using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How it is known that two formulas are equal, or not.</summary>
public enum Evidence
{
    /// <summary>Both have one canonical form.</summary>
    CanonicalForm,

    /// <summary>A chain of rules leads from one to the other.</summary>
    Rules,

    /// <summary>No rule says so, but they agree to 24 digits at every point that was tried.</summary>
    Points,

    /// <summary>They differ at a point, in value or in having one.</summary>
    Counterexample,

    /// <summary>Neither proven nor refuted: no point was found at which both can be evaluated precisely.</summary>
    Nothing,
}

/// <summary>The answer of <c>equivalent</c>: whether two formulas are equal wherever they are defined, and how that is known.</summary>
public sealed class EquivalenceResult
{
    internal EquivalenceResult(bool holds, Evidence evidence)
    {
        Holds = holds;
        Evidence = evidence;
    }

    /// <summary>Whether they are equal; proven unless <see cref="Evidence"/> is <see cref="Evidence.Points"/>.</summary>
    public bool Holds { get; }

    /// <summary>How that is known.</summary>
    public Evidence Evidence { get; }

    /// <summary>The chain of rules from one to the other, where there is one.</summary>
    public ImmutableArray<Step> Steps { get; internal init; } = [];

    /// <summary>How many points were tried.</summary>
    public int Points { get; internal init; }

    /// <summary>A point where they differ, or null.</summary>
    public IReadOnlyDictionary<string, double>? Counterexample { get; internal init; }

    /// <summary>The answer in a sentence.</summary>
    public override string ToString() => Evidence switch
    {
        Evidence.CanonicalForm => "equal: both have one canonical form",
        Evidence.Rules => string.Create(CultureInfo.InvariantCulture, $"equal: {Steps.Length} step{(Steps.Length == 1 ? " leads" : "s lead")} from one to the other"),
        Evidence.Points => string.Create(CultureInfo.InvariantCulture, $"equal to 24 digits at {Points} points, not proven"),
        Evidence.Counterexample => $"different at {string.Join(", ", Counterexample!.Select(pair => $"{pair.Key} = {InfixPrinter.Number(pair.Value)}"))}",
        _ => "undecided: neither rules nor points tell",
    };
}
