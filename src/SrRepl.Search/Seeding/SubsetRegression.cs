using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The best z = a + b f + c g over all pairs of simple terms f and g, where z is a form of the target divided by a product of
/// powers, and the best with a third term beside them: from the terms' correlations with each other, computed once, every
/// pair takes a few operations.
/// </summary>
internal sealed class SubsetRegression
{
    private const double Collinear = 1e-6;

    // A third term is one of the pair, or one of those most like z.
    private const int MostAlike = 6;

    private readonly Expr[] _terms;
    private readonly double[][] _units;
    private readonly double[][] _raw;
    private readonly double[][] _correlations;

    /// <summary>Correlates the terms.</summary>
    /// <param name="terms">Terms with their values.</param>
    /// <param name="threads">On how many threads.</param>
    public SubsetRegression(IReadOnlyList<(Expr Formula, double[] Values)> terms, int threads)
    {
        _terms = [.. terms.Select(term => term.Formula)];
        _raw = [.. terms.Select(term => term.Values)];
        _units = [.. terms.Select(term => Unit(term.Values))];
        _correlations = new double[terms.Count][];
        Parallel.For(0, terms.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            _correlations[i] = new double[i];
            for (var j = 0; j < i; j++)
                _correlations[i][j] = LeastSquares.Dot(_units[i], _units[j]);
        });
    }

    /// <summary>A sum of terms with the coefficients of least squares.</summary>
    /// <param name="Left">What it leaves of the vector.</param>
    /// <param name="Sum">The formula.</param>
    public sealed record Found(double[] Left, Expr Sum);

    /// <summary>The best pair for a vector; null where there is none.</summary>
    public Found? Pair(double[] z, Vocabulary words)
    {
        var (i, j, _) = Best(Along(z), -1);
        return i < 0 ? null : Fitted(z, [i, j], words);
    }

    /// <summary>The best triples for a vector that hold a term of its best pair, or one of those most like the vector.</summary>
    public IEnumerable<Found> Triples(double[] z, Vocabulary words)
    {
        var along = Along(z);
        if (Best(along, -1) is not ( >= 0 and var first, var second, _))
            yield break;
        var thirds = new[] { first, second }.Concat(Enumerable.Range(0, along.Length).OrderByDescending(i => Math.Abs(along[i])).Take(MostAlike)).Distinct();
        foreach (var third in thirds)
            if (Best(along, third) is ( >= 0 and var i, var j, _) && Fitted(z, [i, j, third], words) is { } found)
                yield return found;
    }

    // Less its mean, and of length 1.
    private static double[] Unit(double[] values)
    {
        var mean = values.Average();
        var centred = Array.ConvertAll(values, value => value - mean);
        var size = LeastSquares.Norm(centred);
        return size > 0 ? Array.ConvertAll(centred, value => value / size) : centred;
    }

    private double[] Along(double[] z)
    {
        var unit = Unit(z);
        return Array.ConvertAll(_units, other => LeastSquares.Dot(unit, other));
    }

    // The pair that explains most of what a third term leaves, where there is one, from the correlations once it is taken out of all.
    private (int First, int Second, double Explained) Best(double[] along, int third)
    {
        var with = new double[along.Length];
        for (var i = 0; third >= 0 && i < with.Length; i++)
            with[i] = i == third ? 1 : i > third ? _correlations[i][third] : _correlations[third][i];
        var rest = new double[along.Length];
        var size = new double[along.Length];
        for (var i = 0; i < rest.Length; i++)
            (rest[i], size[i]) = (along[i] - (third < 0 ? 0 : along[third] * with[i]), 1 - with[i] * with[i]);
        var (first, second, best) = (-1, -1, 0.0);
        for (var i = 0; i < along.Length; i++)
        {
            if (size[i] < Collinear)
                continue;
            for (var start = 0; start < i; start += Vector<double>.Count)
            {
                // Whole vectors first: a place that is looked at closely is a rare one.
                if (start + Vector<double>.Count <= i && !Vector.GreaterThanAny(Explained(i, start), new Vector<double>(best)))
                    continue;
                for (var j = start; j < Math.Min(i, start + Vector<double>.Count); j++)
                {
                    var together = _correlations[i][j] - with[i] * with[j];
                    var apart = size[i] * size[j] - together * together;
                    var explained = (rest[i] * rest[i] * size[j] + rest[j] * rest[j] * size[i] - 2 * together * rest[i] * rest[j]) / apart;
                    if (size[j] >= Collinear && apart > Collinear * size[i] * size[j] && explained > best)
                        (first, second, best) = (i, j, explained);
                }
            }
        }
        return (first, second, best);

        Vector<double> Explained(int i, int start)
        {
            var (others, sizes) = (new Vector<double>(rest, start), new Vector<double>(size, start));
            var together = new Vector<double>(_correlations[i], start) - with[i] * new Vector<double>(with, start);
            return (rest[i] * rest[i] * sizes + others * others * size[i] - 2 * rest[i] * together * others) / (size[i] * sizes - together * together);
        }
    }

    private Found? Fitted(double[] z, int[] terms, Vocabulary words)
    {
        var squares = new LeastSquares([.. Enumerable.Repeat(1.0, z.Length)]);
        foreach (var term in terms)
            squares.Add(_raw[term]);
        var c = new double[squares.Columns];
        var left = (double[])z.Clone();
        squares.Project(left, c);
        squares.Solve(c);
        Expr? sum = null;
        for (var i = 0; i < terms.Length; i++)
        {
            var product = words.Product(c[i + 1], _terms[terms[i]]);
            sum = sum is null ? product : words.Sum(sum, product);
        }
        return words.Sum(sum, c[0]) is { } formula ? new(left, formula) : null;
    }
}
