using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Finds, among all terms g of a table, those that a vector z equals up to a factor and a combination of fixed columns: what
/// the columns leave of g and of z then points the same way. Terms are sorted by one coordinate of that direction.
/// </summary>
internal sealed class TermIndex
{
    private const double LeastTolerance = 1e-9;
    private const double MostTolerance = 3e-5;

    private readonly LeastSquares _columns;
    private readonly Func<int, double[]?> _term;
    private readonly double[] _probe;
    private readonly double[] _keys;
    private readonly int[] _terms;
    private readonly double[] _along;
    private readonly double[] _left;
    private readonly double _precision;

    /// <summary>Sorts the terms.</summary>
    /// <param name="columns">What is taken out first.</param>
    /// <param name="count">How many terms.</param>
    /// <param name="term">A term's vector, which is overwritten; null for none.</param>
    /// <param name="rows">The vectors' length.</param>
    /// <param name="precision">The relative precision of the target.</param>
    public TermIndex(LeastSquares columns, int count, Func<int, double[]?> term, int rows, double precision)
    {
        (_columns, _term, _precision) = (columns, term, precision);
        var rng = new Xoshiro256(17);
        _probe = [.. Enumerable.Range(0, rows).Select(_ => rng.NextGaussian() / Math.Sqrt(rows))];
        _along = new double[columns.Columns];
        _left = new double[rows];
        var keys = new List<double>();
        var terms = new List<int>();
        for (var i = 0; i < count; i++)
            if (term(i) is { } vector && Direction(vector) is { } key)
            {
                keys.Add(key.Key);
                terms.Add(i);
            }
        (_keys, _terms) = ([.. keys], [.. terms]);
        Array.Sort(_keys, _terms);
    }

    /// <summary>The terms that a vector matches; the vector is overwritten.</summary>
    public IEnumerable<int> Matches(double[] vector)
    {
        if (Direction(vector) is not { } sought)
            yield break;
        var tolerance = Math.Max(LeastTolerance, 30 * _precision / sought.Left);
        if (tolerance > MostTolerance)
            yield break;
        var low = Array.BinarySearch(_keys, sought.Key - tolerance);
        for (var i = low < 0 ? ~low : low; i < _keys.Length && _keys[i] <= sought.Key + tolerance; i++)
            if (_term(_terms[i]) is { } other && Direction(other) is not null && Distance(vector, other) < 8 * tolerance)
                yield return _terms[i];
    }

    /// <summary>The columns' coefficients where they alone make the vector; null where they do not.</summary>
    public double[]? Explained(double[] vector)
    {
        var (left, along) = ((double[])vector.Clone(), new double[_columns.Columns]);
        if (!(_columns.Project(left, along) <= Math.Max(LeastTolerance, 30 * _precision) * LeastSquares.Norm(vector)))
            return null;
        _columns.Solve(along);
        return along;
    }

    /// <summary>How z = sum of columns + factor * term splits: the columns' coefficients, then the factor.</summary>
    public double[] Coefficients(double[] vector, int term)
    {
        var all = new double[_columns.Columns + 1];
        var (mine, other) = (new double[_columns.Columns], new double[_columns.Columns]);
        var g = (double[])_term(term)!.Clone();
        _columns.Project(g, other);
        var z = (double[])vector.Clone();
        _columns.Project(z, mine);
        var factor = all[^1] = LeastSquares.Dot(z, g) / LeastSquares.Dot(g, g);
        for (var i = 0; i < mine.Length; i++)
            mine[i] -= factor * other[i];
        _columns.Solve(mine);
        mine.CopyTo(all, 0);
        return all;
    }

    // What is left of a vector, in place and of length 1; its coordinate, and how much was left of it. Null where nothing was.
    private (double Key, double Left)? Direction(double[] vector)
    {
        var size = LeastSquares.Norm(vector);
        var left = _columns.Project(vector, _along);
        if (!(left > 1e-9 * size) || !double.IsFinite(left))
            return null;
        for (var i = 0; i < vector.Length; i++)
            vector[i] /= left;
        return (Math.Abs(LeastSquares.Dot(vector, _probe)), left / size);
    }

    private double Distance(double[] a, double[] b)
    {
        var sign = Math.Sign(LeastSquares.Dot(a, b));
        for (var i = 0; i < a.Length; i++)
            _left[i] = a[i] - sign * b[i];
        return LeastSquares.Norm(_left);
    }
}
