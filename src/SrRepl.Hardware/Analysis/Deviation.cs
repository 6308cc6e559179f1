using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A node of a formula as it should be and as a Kernel has it.</summary>
/// <param name="Value">The exact value, over the inputs as unknowns.</param>
/// <param name="Range">Every exact value.</param>
/// <param name="Error">The Kernel's value minus the exact one, over the roundings as unknowns.</param>
internal readonly record struct Deviation(AffineForm Value, Interval Range, AffineForm Error)
{
    /// <summary>Every value that the Kernel has.</summary>
    public Interval Actual => Error.IsZero ? Range : Range + Error.Range;

    /// <summary>Every value that either has.</summary>
    public Interval Hull => Range.Union(Actual);

    /// <summary>a + b.</summary>
    public static Deviation operator +(Deviation a, Deviation b) => Of(a.Value.Plus(b.Value), a.Range + b.Range, a.Error.Plus(b.Error));

    /// <summary>-a.</summary>
    public static Deviation operator -(Deviation a) => new(a.Value.Negative, -a.Range, a.Error.Negative);

    /// <summary>A value that is known both as a form and as a range: it is in both.</summary>
    public static Deviation Of(AffineForm value, Interval range, AffineForm error) => new(value, range.Intersect(value.Range), error);
}
