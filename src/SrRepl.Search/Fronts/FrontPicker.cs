using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Picks a formula of a front: by score or loss, among those whose figures meet conditions.</summary>
public static class FrontPicker
{
    private sealed record Condition(string Name, Bound Bound, Func<Candidate, double> Figure, bool OfChip);

    /// <summary>Picks one. Costs that the front does not hold are worked out for the type, device and clock that the options name.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">How; the best by default, and the one of least loss where there are conditions.</param>
    /// <param name="format">The type where none is named.</param>
    /// <exception cref="DiagnosticException">No such way, no formula of that complexity, none that meets the conditions.</exception>
    public static Candidate Pick(ParetoFront front, PickOptions? options, INumberFormat format)
    {
        options ??= new();
        if (front.Count == 0)
            throw new DiagnosticException(Errors.EmptyFront());
        var conditions = Conditions(options);
        if (conditions.IsEmpty)
            return front.By(options.By ?? "best");
        if (conditions is [{ Name: "complexity", Bound: { Kind: BoundKind.Equal, Value: var wanted } }])
            return options.By is null || front.Candidates.Count(candidate => candidate.Complexity == wanted) == 1
                ? front[(int)wanted]
                : front.With(front.Where(candidate => candidate.Complexity == wanted)).By(options.By);
        IReadOnlyList<Candidate> candidates = conditions.Any(condition => condition.OfChip) ? Priced(front, options, format) : front;
        var within = candidates.Where(candidate => conditions.All(condition => condition.Bound.Holds(condition.Figure(candidate)))).ToArray();
        if (within.Length == 0)
            throw new DiagnosticException(Errors.NothingWithin(
                string.Join("; ", conditions.Select(condition => $"{condition.Name} {condition.Bound}")), Nearest(candidates, conditions)));
        return front.With(within).By(options.By ?? "accuracy");
    }

    private static ImmutableArray<Condition> Conditions(PickOptions options)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        Add("complexity", options.Complexity, candidate => candidate.Complexity, false);
        Add("loss", options.Loss, candidate => candidate.Loss, false);
        Add("lut", options.Lut, candidate => candidate.Cost!.Lut, true);
        Add("ff", options.Ff, candidate => candidate.Cost!.Ff, true);
        Add("dsp", options.Dsp, candidate => candidate.Cost!.Dsp, true);
        Add("bram", options.Bram, candidate => candidate.Cost!.Bram, true);
        Add("latency", options.Latency, candidate => candidate.Cost!.Cycles, true);
        Add("cycles", options.Cycles, candidate => candidate.Cost!.Cycles, true);
        Add("ns", options.Ns, candidate => candidate.Cost!.Ns, true);
        return conditions.ToImmutable();

        void Add(string name, Bound? bound, Func<Candidate, double> figure, bool ofChip)
        {
            if (bound is not null)
                conditions.Add(new(name, bound, figure, ofChip));
        }
    }

    // A front keeps the costs it was searched by; another type or chip asks for others.
    private static Candidate[] Priced(ParetoFront front, PickOptions options, INumberFormat format)
    {
        var asked = options.Type is not null || options.Device is not null || options.Clock is not null || options.MathLibrary is not null;
        var chip = (options.Type ?? format).On(new(options.Device, options.Clock, options.MathLibrary));
        var priced = front.Select(candidate => candidate.Cost is not null && !asked ? candidate : candidate with { Cost = chip.CostOf(candidate.Equation) })
            .Where(candidate => candidate.Cost is not null).ToArray();
        return priced.Length > 0 ? priced : throw new DiagnosticException(Errors.NothingBuildable());
    }

    // For each condition that nothing meets by itself, how near the front comes.
    private static string Nearest(IReadOnlyList<Candidate> candidates, ImmutableArray<Condition> conditions)
    {
        var alone = conditions.Where(condition => !candidates.Any(candidate => condition.Bound.Holds(condition.Figure(candidate)))).ToArray();
        return alone.Length == 0
            ? "each condition is met by some formula, all of them by none"
            : string.Join(", ", alone.Select(condition => FormattableString.Invariant($"{condition.Name} goes from {candidates.Min(condition.Figure):G4} to {candidates.Max(condition.Figure):G4}")));
    }
}
