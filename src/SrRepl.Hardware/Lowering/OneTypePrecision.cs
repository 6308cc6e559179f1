using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>hls4ml's manner: one type at inputs, literals, functions' arguments and results, and outputs; all between is exact.</summary>
/// <param name="type">The one type.</param>
public sealed class OneTypePrecision(FixedType type) : Precision
{
    /// <inheritdoc/>
    public override bool AsHls4ml => true;

    /// <inheritdoc/>
    public override FixedType Input(string name) => type;

    /// <inheritdoc/>
    public override FixedValue Literal(Constant literal) => FixedValue.From(literal.Value, type);

    /// <inheritdoc/>
    public override FixedType Argument(Apply call, FixedType own) => type;

    /// <inheritdoc/>
    public override FixedType Result(Apply call, FixedType? exact, Interval proven) => type;

    /// <inheritdoc/>
    public override FixedType? Inner(Apply node, FixedType exact, Interval proven) => null;

    /// <inheritdoc/>
    public override FixedType Output(int index, FixedType own) => type;
}
