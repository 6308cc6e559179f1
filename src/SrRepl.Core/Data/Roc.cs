namespace SrRepl.Core;

/// <summary>
/// The receiver operating characteristic of a score: how many of each class lie above every threshold. A label counts as
/// positive above the middle of the labels' range, so {0, 1} and {-1, +1} read alike.
/// </summary>
/// <param name="FalsePositiveRate">Share of negatives at or above each threshold, rising from 0 to 1.</param>
/// <param name="TruePositiveRate">Share of positives at or above the same thresholds.</param>
/// <param name="Thresholds">The scores, falling; the first is positive infinity.</param>
public sealed record Roc(double[] FalsePositiveRate, double[] TruePositiveRate, double[] Thresholds)
{
    /// <summary>The area under the curve: the chance that a positive row scores above a negative one, ties counting half.</summary>
    public double Area
    {
        get
        {
            var area = 0.0;
            for (var i = 1; i < Thresholds.Length; i++)
                area += (FalsePositiveRate[i] - FalsePositiveRate[i - 1]) * (TruePositiveRate[i] + TruePositiveRate[i - 1]) / 2;
            return area;
        }
    }

    /// <summary>The curve of a score, one point for each distinct score.</summary>
    /// <returns>Rates are NaN when all labels are of one class.</returns>
    /// <exception cref="ArgumentException">Scores and labels of different lengths.</exception>
    public static Roc Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        var (sorted, positive) = Sort(scores, labels);
        var positives = positive.Count(isPositive => isPositive);
        var negatives = positive.Length - positives;
        var (falseRates, trueRates, thresholds) = (new List<double> { 0 }, new List<double> { 0 }, new List<double> { double.PositiveInfinity });
        var (hits, alarms) = (0, 0);
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            if (positive[i])
                hits++;
            else
                alarms++;
            if (i > 0 && sorted[i - 1] == sorted[i])
                continue;
            falseRates.Add((double)alarms / negatives);
            trueRates.Add((double)hits / positives);
            thresholds.Add(sorted[i]);
        }
        return new([.. falseRates], [.. trueRates], [.. thresholds]);
    }

    /// <summary>
    /// The area under the curve as the Mann-Whitney statistic with midranks for ties (Hanley and McNeil 1982): 0.5 for a
    /// score that knows nothing, 1 for one that separates the classes.
    /// </summary>
    /// <returns>NaN when all labels are of one class or any score is NaN.</returns>
    /// <exception cref="ArgumentException">Scores and labels of different lengths.</exception>
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        var (sorted, positive) = Sort(scores, labels);
        if (sorted.Length == 0 || double.IsNaN(sorted[0]))
            return double.NaN;
        var (ranks, positives) = (0.0, 0L);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            var inTie = 0;
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
                inTie += positive[end] ? 1 : 0;
            // Ranks are counted from 1, so a tie over start..end-1 has the mean rank (start + 1 + end) / 2.
            ranks += inTie * ((start + 1 + end) / 2.0);
            positives += inTie;
        }
        var negatives = sorted.Length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / ((double)positives * negatives);
    }

    /// <summary>The share of rows whose score and label fall on the same side of the middle of the labels' range.</summary>
    /// <exception cref="ArgumentException">Scores and labels of different lengths.</exception>
    public static double Accuracy(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        var middle = Middle(scores, labels);
        var right = 0;
        for (var i = 0; i < scores.Length; i++)
            right += !double.IsNaN(scores[i]) && scores[i] > middle == labels[i] > middle ? 1 : 0;
        return (double)right / scores.Length;
    }

    // NaN sorts first.
    private static (double[] Scores, bool[] Positive) Sort(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        var middle = Middle(scores, labels);
        var positive = new bool[labels.Length];
        for (var i = 0; i < positive.Length; i++)
            positive[i] = labels[i] > middle;
        var sorted = scores.ToArray();
        Array.Sort(sorted, positive);
        return (sorted, positive);
    }

    private static double Middle(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        if (scores.Length != labels.Length)
            throw new ArgumentException($"{scores.Length} scores and {labels.Length} labels", nameof(labels));
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var label in labels)
        {
            min = Math.Min(min, label);
            max = Math.Max(max, label);
        }
        return 0.5 * (min + max);
    }
}
