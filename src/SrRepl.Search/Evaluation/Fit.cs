namespace SrRepl.Search;

/// <summary>
/// How well a program f does: the mean loss of f itself, of f + offset, of scale * f and of offset + scale * f, each at its
/// best. All come from one pass for a squared loss; for other losses only f itself is measured.
/// </summary>
public readonly record struct Fit(double Raw)
{
    /// <summary>A program with a value that is not finite.</summary>
    public static readonly Fit Failed = new(double.PositiveInfinity);

    /// <summary>The loss of f + <see cref="Offset"/>.</summary>
    public double Shifted { get; init; } = Raw;

    /// <summary>What is added in <see cref="Shifted"/>.</summary>
    public double Offset { get; init; }

    /// <summary>The loss of <see cref="Scale"/> * f.</summary>
    public double Scaled { get; init; } = Raw;

    /// <summary>What multiplies in <see cref="Scaled"/>.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The loss of <see cref="LinearOffset"/> + <see cref="LinearScale"/> * f.</summary>
    public double Linear { get; init; } = Raw;

    /// <summary>The offset in <see cref="Linear"/>.</summary>
    public double LinearOffset { get; init; }

    /// <summary>The scale in <see cref="Linear"/>.</summary>
    public double LinearScale { get; init; } = 1;
}
