using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Where a lowering rounds, and to what: the one place that chooses types.</summary>
public abstract class Precision
{
    /// <summary>The type of an input port.</summary>
    public abstract FixedType Input(string name);

    /// <summary>The type a literal is cast to.</summary>
    public abstract FixedType Literal(Constant literal);

    /// <summary>The type a function's or a table's argument is cast to, given the argument's own.</summary>
    public abstract FixedType Argument(Apply call, FixedType own);

    /// <summary>The type of a function's result or of a table's entries, given the exact type where there is one (abs, floor).</summary>
    public abstract FixedType Result(Apply call, FixedType? exact);

    /// <summary>The type an inner result is cast to, or null to keep the exact one.</summary>
    public abstract FixedType? Inner(Expr node);

    /// <summary>The type of an output port.</summary>
    public abstract FixedType Output(int index);
}

/// <summary>hls4ml's manner: one type at inputs, literals, functions' arguments and results, and outputs; all between is exact.</summary>
/// <param name="type">The one type.</param>
public sealed class OneTypePrecision(FixedType type) : Precision
{
    /// <inheritdoc/>
    public override FixedType Input(string name) => type;

    /// <inheritdoc/>
    public override FixedType Literal(Constant literal) => type;

    /// <inheritdoc/>
    public override FixedType Argument(Apply call, FixedType own) => type;

    /// <inheritdoc/>
    public override FixedType Result(Apply call, FixedType? exact) => type;

    /// <inheritdoc/>
    public override FixedType? Inner(Expr node) => null;

    /// <inheritdoc/>
    public override FixedType Output(int index) => type;
}
