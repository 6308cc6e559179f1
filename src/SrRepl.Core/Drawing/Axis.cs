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

    /// <summary>An axis that shows all the values, with a little room at both ends.</summary>
    /// <param name="values">What is to be seen; values that are not finite, or not positive on a logarithmic axis, do not count.</param>
    /// <param name="logarithmic">Whether equal distances are equal ratios.</param>
    public static Axis Over(IEnumerable<double> values, bool logarithmic)
    {
        double[] sorted = [.. values.Where(value => double.IsFinite(value) && (!logarithmic || value > 0)).Order()];
        if (sorted.Length == 0)
            return new(logarithmic ? 0.1 : 0, 1, logarithmic);
        var (low, high) = logarithmic ? (Math.Log10(sorted[0]), Math.Log10(sorted[^1])) : WithoutPoles(sorted);
        var room = high > low ? (high - low) * Margin : Math.Max(Math.Abs(low), 1) * 0.5;
        (low, high) = (low - room, high + room);
        return logarithmic ? new(Math.Pow(10, low), Math.Pow(10, high), true) : new(low, high, false);
    }

    /// <summary>Where a value lies: 0 at the start, 1 at the end, outside beyond.</summary>
    public double Position(double value) =>
        Logarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    /// <summary>Round values along the axis, about as many as wanted, each with its label.</summary>
    public ImmutableArray<(double Value, string Label)> Ticks(int wanted)
    {
        var decades = Logarithmic ? Math.Log10(High / Low) : 0;
        return decades >= 1 ? LogarithmicTicks(wanted, decades) : LinearTicks(wanted);
    }

    // Steps of 1, 2 or 5 times a power of ten; rather some ticks too many than too few.
    private ImmutableArray<(double Value, string Label)> LinearTicks(int wanted)
    {
        var rough = 0.7 * (High - Low) / wanted;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(candidate => candidate >= rough * (1 - 1e-9));
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

    private static string Label(double value, double step)
    {
        if (Math.Abs(value) < step / 2)
            return "0";
        var decimals = (int)Math.Max(0, -Math.Floor(Math.Log10(step) + 1e-9));
        return Math.Abs(value) >= 1e6 || decimals > 5
            ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
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
