using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>How a series is drawn.</summary>
public enum Mark
{
    /// <summary>A line through the points in their order.</summary>
    Line,

    /// <summary>A dot a point.</summary>
    Points,

    /// <summary>Level from each point to the next, then straight up or down.</summary>
    Steps,
}

/// <summary>Points that belong together. A point with a coordinate that its axis cannot show, because it is not finite or not positive, is a gap.</summary>
/// <param name="Name">What the legend calls it; empty for none.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="X">Abscissas.</param>
/// <param name="Y">Ordinates, as many.</param>
public sealed record Series(string Name, Mark Mark, ImmutableArray<double> X, ImmutableArray<double> Y)
{
    /// <summary>What it is drawn with; by its number among the others when null.</summary>
    internal Stroke? Stroke { get; init; }

    /// <summary>The stretches without gaps, as corners of what is drawn: a step has a corner more than a line.</summary>
    /// <param name="xAxis">The axis of the abscissas.</param>
    /// <param name="yAxis">The axis of the ordinates.</param>
    internal IEnumerable<ImmutableArray<(double X, double Y)>> Stretches(Axis xAxis, Axis yAxis)
    {
        var stretch = ImmutableArray.CreateBuilder<(double X, double Y)>();
        for (var i = 0; i < X.Length; i++)
        {
            if (!xAxis.Shows(X[i]) || !yAxis.Shows(Y[i]))
            {
                if (stretch.Count > 0)
                    yield return stretch.ToImmutable();
                stretch.Clear();
                continue;
            }
            if (Mark == Mark.Steps && stretch.Count > 0)
                stretch.Add((X[i], stretch[^1].Y));
            stretch.Add((X[i], Y[i]));
        }
        if (stretch.Count > 0)
            yield return stretch.ToImmutable();
    }
}
