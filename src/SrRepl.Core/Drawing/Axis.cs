using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>One axis: the range it shows, its ticks, and where on it a value lies.</summary>
/// <param name="Low">The value at its start.</param>
/// <param name="High">The value at its end, larger.</param>
/// <param name="Logarithmic">Whether equal distances are equal ratios; the range is then positive.</param>
internal sealed record Axis(double Low, double High, bool Logarithmic)
{
    private const double Margin = 0.04;
    private const double FewDecades = 2.5;

    // A range narrower than this part of its values has no ticks of its own in double precision, nor one beyond what can be
    // subtracted: the first is shown as a single value, the second to here.
    private const double Narrowest = 1e-12;
    private const double NarrowestDecades = 1e-9;
    private const double Smallest = 1e-290;
    private const double Greatest = 1e307;
    private const double MostDecades = 307;

    /// <summary>Whether every value it was made for is a whole number: then its ticks are, too.</summary>
    public bool Whole { get; private init; }

    /// <summary>An axis that shows all the values, with a little room at both ends.</summary>
    /// <param name="values">What is to be seen; values that are not finite, or not positive on a logarithmic axis, do not count.</param>
    /// <param name="logarithmic">Whether equal distances are equal ratios.</param>
    public static Axis Over(IEnumerable<double> values, bool logarithmic)
    {
        double[] sorted = [.. values.Where(value => CanShow(value, logarithmic)).Select(value => Math.Clamp(value, -Greatest, Greatest)).Order()];
        return sorted.Length == 0 ? new(logarithmic ? 0.1 : 0, 1, logarithmic) : logarithmic ? OverRatios(sorted[0], sorted[^1]) : OverDifferences(sorted);
    }

    /// <summary>Whether there is a place for a value: it is finite, and positive on a logarithmic axis.</summary>
    public bool Shows(double value) => CanShow(value, Logarithmic);

    /// <summary>Where a value lies: 0 at the start, 1 at the end, outside beyond.</summary>
    public double Position(double value) =>
        Logarithmic ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low)) : (value - Low) / (High - Low);

    /// <summary>Round values along the axis, about as many as wanted, each with its label.</summary>
    public ImmutableArray<(double Value, string Label)> Ticks(int wanted)
    {
        var decades = Logarithmic ? Math.Log10(High) - Math.Log10(Low) : 0;
        return decades >= 1 ? LogarithmicTicks(wanted, decades) : LinearTicks(wanted);
    }

    // Steps of 1, 2 or 5 times a power of ten; rather some ticks too many than too few.
    private ImmutableArray<(double Value, string Label)> LinearTicks(int wanted)
    {
        var rough = 0.7 * (High - Low) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var round = new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(candidate => candidate >= rough * (1 - 1e-9));
        var step = Whole ? Math.Max(round, 1) : round;
        var ticks = ImmutableArray.CreateBuilder<(double, string)>();
        for (var i = Math.Ceiling(Low / step); i * step <= High; i++)
            ticks.Add((i * step, Label(i * step, step)));
        return ticks.ToImmutable();
    }

    private ImmutableArray<(double Value, string Label)> LogarithmicTicks(int wanted, double decades)
    {
        if (decades < FewDecades)
            return TicksWithinDecades();
        var step = Math.Max(1, (int)Math.Ceiling(decades / wanted));
        var ticks = ImmutableArray.CreateBuilder<(double, string)>();
        for (var power = (int)Math.Ceiling(Math.Log10(Low)); power <= Math.Log10(High); power++)
            if (power % step == 0)
                ticks.Add((Math.Pow(10, power), power is >= -3 and <= 5 ? Math.Pow(10, power).ToString("R", CultureInfo.InvariantCulture) : $"1e{power}"));
        return ticks.ToImmutable();
    }

    // Within a decade too, where there are few: 1, 2 and 5 times a power of ten.
    private ImmutableArray<(double Value, string Label)> TicksWithinDecades()
    {
        var ticks = ImmutableArray.CreateBuilder<(double, string)>();
        for (var power = (int)Math.Floor(Math.Log10(Low)); power <= Math.Log10(High); power++)
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
                if (digit * Math.Pow(10, power) is var value && value >= Low && value <= High)
                    ticks.Add((value, power is >= -3 and <= 4 ? value.ToString("0.####", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{digit}e{power}")));
        return ticks.ToImmutable();
    }

    // As many digits as tell a tick from the next one.
    private static string Label(double value, double step)
    {
        if (Math.Abs(value) < step / 2)
            return "0";
        var decimals = (int)Math.Max(0, -Math.Floor(Math.Log10(step) + 1e-9));
        if (Math.Abs(value) < 1e6 && decimals <= 5)
            return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        var digits = Math.Max(0, (int)(Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9) - Math.Floor(Math.Log10(step) + 1e-9)));
        return value.ToString($"0.{new string('#', digits)}e0", CultureInfo.InvariantCulture);
    }

    private static bool CanShow(double value, bool logarithmic) => double.IsFinite(value) && (!logarithmic || value > 0);

    private static Axis OverRatios(double least, double most)
    {
        var (low, high) = (Math.Log10(least), Math.Log10(most));
        var room = high - low > NarrowestDecades ? (high - low) * Margin : 0.5;
        return new(Math.Pow(10, Math.Max(low - room, -MostDecades)), Math.Pow(10, Math.Min(high + room, MostDecades)), true);
    }

    private static Axis OverDifferences(double[] sorted)
    {
        var (low, high) = WithoutPoles(sorted);
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        var room = high - low > Math.Max(size * Narrowest, Smallest) ? (high - low) * Margin : size > Smallest ? size / 2 : 0.5;
        return new(low - room, high + room, false) { Whole = high - low >= 2 && sorted.All(double.IsInteger) };
    }

    // A few values far beyond all others (a pole) would press everything else flat: they are cut off.
    private static (double Low, double High) WithoutPoles(double[] sorted)
    {
        const int Enough = 20;
        const double Far = 20;
        var (low, high) = (sorted[sorted.Length / 20], sorted[^(sorted.Length / 20 + 1)]);
        var spread = high - low;
        if (sorted.Length < Enough || spread <= 0 || sorted[^1] - sorted[0] <= Far * spread)
            return (sorted[0], sorted[^1]);
        return (Math.Max(sorted[0], low - spread), Math.Min(sorted[^1], high + spread));
    }
}
