using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Where a lowering rounds, and to what: the one place that chooses types.</summary>
public abstract class Precision
{
    /// <summary>Whether divisions and plain tables are hls4ml's, to the bit; otherwise they are our own, within half a step.</summary>
    public abstract bool AsHls4ml { get; }

    /// <summary>The type of an input port.</summary>
    public abstract FixedType Input(string name);

    /// <summary>A constant in fixed point.</summary>
    public abstract FixedValue Literal(Constant literal);

    /// <summary>The type a function's or a table's argument is cast to, given the argument's own.</summary>
    public abstract FixedType Argument(Apply call, FixedType own);

    /// <summary>The type of a function's, a division's or a table's result.</summary>
    /// <param name="call">The application.</param>
    /// <param name="exact">The exact type where there is one (abs, floor).</param>
    /// <param name="proven">Every value the result can take.</param>
    public abstract FixedType Result(Apply call, FixedType? exact, Interval proven);

    /// <summary>The type an inner result of plain arithmetic is cast to, or null to keep the exact one.</summary>
    public abstract FixedType? Inner(Apply node, FixedType exact, Interval proven);

    /// <summary>The type of an output port, given that of the value.</summary>
    public abstract FixedType Output(int index, FixedType own);
}
