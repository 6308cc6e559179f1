using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>How <c>fit</c> works.</summary>
public sealed record FitOptions
{
    /// <summary>The dataset; its target is what the formula should give, its weights weigh the rows.</summary>
    [Option("the dataset whose target the formula should give", Bare = true)]
    public Dataset? On { get; init; }

    /// <summary>The loss to make small, named as <c>evolve</c> names it.</summary>
    [Option("loss to make small, as evolve names them")]
    public string Loss { get; init; } = "L2DistLoss";

    /// <summary>Whether constants are fitted to the values that a Kernel's types hold, through the emulator.</summary>
    [Option("for a kernel: fits its constants in fixed point, through the emulator")]
    public bool Fixed { get; init; }

    /// <summary>At most so many steps of the method.</summary>
    [Option("at most so many steps, of Levenberg and Marquardt for squares, of BFGS for other losses")]
    public int Iterations { get; init; } = 200;
}
