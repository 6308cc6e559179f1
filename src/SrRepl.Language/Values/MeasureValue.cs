using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A number with a unit: <c>5&lt;ns&gt;</c>.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
public sealed record MeasureValue(double Value, Unit Unit)
{
    /// <inheritdoc/>
    public override string ToString() => $"{InfixPrinter.Number(Value)}<{Unit.Name}>";

    /// <summary>
    /// The number in another unit; a frequency where a clock period in ns is wanted becomes that period. Null when the units
    /// measure different things.
    /// </summary>
    public double? In(string unitName)
    {
        if (Vocabulary.FindUnit(unitName) is not { } unit)
            return null;
        // One division by a ratio of powers of ten loses less than two roundings through the base.
        if (unit.Base == Unit.Base)
            return Unit.Factor >= unit.Factor ? Value * Math.Round(Unit.Factor / unit.Factor) : Value / Math.Round(unit.Factor / Unit.Factor);
        return unit.Name == "ns" && Value != 0 ? RoundedPeriod(1 / (Value * Unit.Factor) / unit.Factor) : null;
    }

    // 200 MHz is 5 ns, not 5.000000000000001: what a person wrote has few digits.
    private static double RoundedPeriod(double value) =>
        value == 0 ? 0 : double.Parse(value.ToString("G15", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
