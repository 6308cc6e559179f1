using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How far an output can be from its formula while the inputs stay in their ranges.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Range">Every error it can have (fixed point minus formula); everything where no bound is known.</param>
public sealed record ErrorBound(string Output, Interval Range)
{
    /// <summary>Why no bound is known, or null where one is.</summary>
    public string? Unknown { get; init; }

    /// <summary>Operations that may overflow: the bound holds as long as they do not.</summary>
    public ImmutableArray<int> Overflows { get; init; } = [];

    /// <summary>Whether the vendor's functions are taken to be within one step of the exact result.</summary>
    public bool TrustsVendor { get; init; }

    /// <summary>Whether the bound holds without a condition.</summary>
    public bool IsProven => Unknown is null && Overflows.IsEmpty && !TrustsVendor;

    /// <summary>The largest distance; infinite where no bound is known.</summary>
    public double Worst => Range.Magnitude;

    /// <summary>The bound in a sentence.</summary>
    public override string ToString()
    {
        if (Unknown is not null)
            return $"{Output}: no bound of its error is proven, since {Unknown}";
        var conditions = new List<string>();
        if (!Overflows.IsEmpty)
            conditions.Add($"while nothing overflows at node {string.Join(", ", Overflows)}");
        if (TrustsVendor)
            conditions.Add("if the vendor's functions are within one step");
        return string.Create(CultureInfo.InvariantCulture,
            $"{Output}: its error is proven to stay within {Worst:G4} of the formula{(conditions.Count > 0 ? " " : "")}{string.Join(" and ", conditions)}");
    }
}
