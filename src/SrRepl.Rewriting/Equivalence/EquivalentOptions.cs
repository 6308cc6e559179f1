using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>What <c>equivalent</c> compares.</summary>
public sealed record EquivalentOptions
{
    /// <summary>The formula to compare with, 0 when none is given; variables of one name are one variable.</summary>
    [Option("the formula to compare with", Bare = true)]
    public IFormula With { get; init; } = new Constant(0);

    /// <summary>How far apart the values may be, relative to themselves; 0 for equality proper.</summary>
    [Option("how far apart values may be, relatively, for fitted constants; 0 for equality proper")]
    public double Tol { get; init; }

    /// <summary>A dataset whose columns' ranges are where the formulas are compared; without it a variable is any real number.</summary>
    [Option("a dataset whose columns' ranges are the domain to compare on")]
    public Dataset? On { get; init; }
}
