using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What <c>agrees</c> compares.</summary>
public sealed record AgreesOptions
{
    /// <summary>The formula, or one an output, in double precision; without it those the Kernel was made from.</summary>
    [Option("the formula to agree with, or a list of one an output; without it what the kernel was made from")]
    public ImmutableArray<IFormula> With { get; init; } = [];

    /// <summary>The rows to compare on.</summary>
    [Option("the dataset to compare on")]
    public Dataset? On { get; init; }

    /// <summary>How far apart the outputs may be.</summary>
    [Option("how far apart fixed point and formula may be")]
    public double Within { get; init; } = 0.01;
}
