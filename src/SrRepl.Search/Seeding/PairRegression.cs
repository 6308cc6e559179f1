using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The best z = a + b f + c g over all pairs of simple terms f and g, where z is a form of the target divided by a product of
/// powers: from the terms' correlations with each other, computed once, every pair takes a few operations.
/// </summary>
internal sealed class PairRegression
{
    private const double Collinear = 1e-6;

    private readonly Expr[] _terms;
    private readonly double[][] _units;
    private readonly double[][] _raw;
    private readonly double[][] _correlations;

    /// <summary>Correlates the terms.</summary>
    /// <param name="terms">Terms with their values.</param>
    public PairRegression(IReadOnlyList<(Expr Formula, double[] Values)> terms)
    {
        _terms = [.. terms.Select(term => term.Formula)];
        _raw = [.. terms.Select(term => term.Values)];
        _units = [.. terms.Select(term => Unit(term.Values))];
        _correlations = new double[terms.Count][];
        for (var i = 0; i < terms.Count; i++)
        {
            _correlations[i] = new double[i];
            for (var j = 0; j < i; j++)
                _correlations[i][j] = LeastSquares.Dot(_units[i], _units[j]);
        }
    }

    /// <summary>The best pair for a vector: what it leaves of it, and the formula with the coefficients of least squares; null where there is none.</summary>
    public (double[] Left, Expr Sum)? Best(double[] z, Vocabulary words)
    {
        var unit = Unit(z);
        var along = Array.ConvertAll(_units, other => LeastSquares.Dot(unit, other));
        var (first, second, best) = (-1, -1, 0.0);
        for (var i = 0; i < along.Length; i++)
            for (var start = 0; start < i; start += Vector<double>.Count)
            {
                // Whole vectors first: a place that is looked at closely is a rare one.
                if (start + Vector<double>.Count <= i && !Vector.GreaterThanAny(Explained(i, start, along), new Vector<double>(best)))
                    continue;
                for (var j = start; j < Math.Min(i, start + Vector<double>.Count); j++)
                {
                    var together = _correlations[i][j];
                    var apart = 1 - together * together;
                    var explained = (along[i] * along[i] + along[j] * along[j] - 2 * together * along[i] * along[j]) / apart;
                    if (apart > Collinear && explained > best)
                        (first, second, best) = (i, j, explained);
                }
            }
        if (first < 0)
            return null;
        var squares = new LeastSquares([[.. Enumerable.Repeat(1.0, z.Length)], _raw[first], _raw[second]]);
        var c = new double[3];
        var left = (double[])z.Clone();
        squares.Project(left, c);
        squares.Solve(c);
        return words.Sum(words.Sum(words.Product(c[1], _terms[first]), words.Product(c[2], _terms[second])), c[0]) is { } sum ? (left, sum) : null;
    }

    private Vector<double> Explained(int i, int start, double[] along)
    {
        var (together, mine, others) = (new Vector<double>(_correlations[i], start), new Vector<double>(along[i]), new Vector<double>(along, start));
        return (mine * mine + others * others - 2 * together * mine * others) / (Vector<double>.One - together * together);
    }

    // Less its mean, and of length 1.
    private static double[] Unit(double[] values)
    {
        var mean = values.Average();
        var centred = Array.ConvertAll(values, value => value - mean);
        var size = LeastSquares.Norm(centred);
        return size > 0 ? Array.ConvertAll(centred, value => value / size) : centred;
    }
}
