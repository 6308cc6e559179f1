using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Random points for variables: small, large, positive, of every size, and whole ones, where domains end.</summary>
/// <param name="Names">The variables.</param>
/// <param name="On">A dataset whose columns' ranges hold the points, or null.</param>
internal sealed record PointDraw(ImmutableArray<string> Names, Dataset? On)
{
    private readonly Xoshiro256 _random = new(1);
    private readonly ImmutableDictionary<string, Interval> _ranges = Rewriting.Ranges.Of(On);

    /// <summary>Whether all coordinates are above 0.</summary>
    public bool PositiveOnly { get; init; }

    /// <summary>The next point; the kind follows from its number.</summary>
    public Dictionary<string, double> Next(int number) =>
        Names.ToDictionary(name => name, name => _ranges.TryGetValue(name, out var range) && range.IsFinite ? Within(range) : Anywhere(number), StringComparer.Ordinal);

    private double Within(Interval range) => range.Low + (range.High - range.Low) * _random.NextDouble();

    private double Anywhere(int number)
    {
        var value = (number % 6) switch
        {
            0 => Math.Floor(_random.NextDouble() * 7) - 3,
            1 => _random.NextDouble() * 2 - 1,
            2 => _random.NextDouble() * 4,
            3 => _random.NextDouble() * 20 - 10,
            4 => Math.Pow(10, _random.NextDouble() * 4 - 2),
            _ => Math.Pow(10, _random.NextDouble() * 7 - 3) * (_random.NextDouble() < 0.5 ? -1 : 1),
        };
        return PositiveOnly ? Math.Abs(value == 0 ? 1 : value) : value;
    }
}
