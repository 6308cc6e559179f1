using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A condition in a record: what stands behind the name in <c>{ lut &lt;= 500 }</c>.</summary>
/// <param name="Kind">The sign.</param>
/// <param name="Sign">The sign as written.</param>
/// <param name="Value">The value that the field is held against.</param>
internal sealed record LimitValue(BoundKind Kind, string Sign, object Value)
{
    /// <summary>As a bound on a figure; null where the value is no number.</summary>
    public Bound? Bound(string? unit) => Value switch
    {
        double number => new(number, Kind),
        MeasureValue measure when unit is not null && measure.In(unit) is { } number => new(number, Kind),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Sign} {ValuePrinter.Print(Value)}";
}
