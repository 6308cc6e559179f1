using System.Text.Json.Serialization;

namespace SrRepl.Hardware;

/// <summary>
/// A figure against a width: measured points, straight lines between them and beyond the ends. It says whether a width
/// lies where widths were measured.
/// </summary>
public sealed class Curve
{
    /// <summary>Pairs of a width and its figure, widths rising.</summary>
    [JsonPropertyName("points")]
    public required double[][] Points { get; init; }

    /// <summary>The narrowest and the widest width that the data holds.</summary>
    [JsonPropertyName("measured")]
    public required int[] Measured { get; init; }

    /// <summary>The figure at a width.</summary>
    public double At(int width)
    {
        var after = 1;
        while (after < Points.Length - 1 && Points[after][0] < width)
            after++;
        var (low, high) = (Points[after - 1], Points[after]);
        return low[1] + (high[1] - low[1]) * (width - low[0]) / (high[0] - low[0]);
    }

    /// <summary>The figure at a width as a count, never negative.</summary>
    public int Count(int width) => Math.Max(0, (int)Math.Round(At(width), MidpointRounding.AwayFromZero));

    /// <summary>Whether the data holds widths on both sides of this one.</summary>
    public bool Holds(int width) => Measured[0] <= width && width <= Measured[1];
}
