using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How <c>simplify</c> works.</summary>
public sealed record SimplifyOptions
{
    /// <summary>What should become small: weights of operators, equal parts counted once. Without it, the number of nodes.</summary>
    [Option("what should become small instead of the number of nodes, such as latency ap_fixed<16,6>; equal parts count once")]
    public IOperatorWeights? For { get; init; }

    /// <summary>A dataset whose columns' ranges are the domain; what is proven there may be used. Without it a variable is any real number.</summary>
    [Option("a dataset whose columns' ranges are the domain to prove side conditions on")]
    public Dataset? On { get; init; }

    /// <summary>Whether rules may be used that change where the formula is defined (x/x becomes 1 even where x may be 0); off by default.</summary>
    [Option("also use rules that change where the formula is defined, such as x/x = 1")]
    public bool ChangeDomain { get; init; }

    /// <summary>Whether a function may take the place of others of its family (tan of sin and cos, tanh of exponentials); with <see cref="For"/> never.</summary>
    [Option("whether a function may take the place of others of its family, such as tan of sin and cos")]
    public bool NewFunctions { get; init; } = true;

    /// <summary>Constants this near to a simple number (whole, a small fraction, a multiple of pi, e, sqrt 2) become it; relative, 0 to leave all as they are.</summary>
    [Option("how near, relatively, a constant must be to a simple number (whole, fraction, pi, e, sqrt 2) to become it")]
    public double Snap { get; init; }

    /// <summary>Rows on which the error in <see cref="Type"/> should become small, instead of the formula; the form may then grow a little.</summary>
    [Option("rows on which the error in type should become small, among equal forms")]
    public Dataset? Accuracy { get; init; }

    /// <summary>The arithmetic whose error <see cref="Accuracy"/> is about.</summary>
    [Option("the arithmetic that accuracy is about, such as ap_fixed<16,6>")]
    public IArithmetic? Type { get; init; }
}
