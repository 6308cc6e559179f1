using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Laws that are linear in what is unknown: a form of the target, perhaps divided by a product of powers, is an exact
/// polynomial of the features, negative exponents included, or a quotient of two.
/// </summary>
internal sealed class LinearLaws
{
    private const int MostColumns = 220;
    private const int MostTerms = 14;
    private const int SpareRows = 4;
    private const double Absent = 1e-6;
    private static readonly double[] Absences = [1e-6, 1e-5, 1e-4, 1e-3];

    private readonly Vocabulary _words;
    private readonly Expr[] _features;
    private readonly double[][] _columns;
    private readonly int _rows;
    private readonly double _tolerance;
    private readonly List<(int[][] Exponents, LeastSquares Squares)> _bases = [];

    /// <summary>Prepares the bases.</summary>
    /// <param name="names">The features' names.</param>
    /// <param name="columns">Their values at some rows.</param>
    /// <param name="words">The operators.</param>
    /// <param name="precision">The relative precision of the target.</param>
    public LinearLaws(IEnumerable<string> names, double[][] columns, Vocabulary words, double precision)
    {
        (_words, _columns, _rows) = (words, columns, columns[0].Length);
        _features = [.. names.Select(name => new Variable(name))];
        _tolerance = Math.Max(1e-9, 30 * precision);
        var room = Math.Min(MostColumns, _rows - SpareRows);
        var most = LargestDegree(room, 6);
        for (var degree = 1; degree <= most; degree++)
            AddBasis(Monomials(degree, 0, degree));
        for (var reach = 2; reach >= 1; reach--)
            if (Math.Pow(2 * reach + 1, columns.Length) <= room && columns.All(column => column.All(value => value != 0)))
            {
                AddBasis(Monomials(int.MaxValue, -reach, reach));
                break;
            }
    }

    /// <summary>The laws of a form of the target that are polynomials, perhaps times a product of powers.</summary>
    public IEnumerable<Expr> Polynomials(TargetForm form, CancellationToken cancellation)
    {
        foreach (var factor in Factors(form.Values))
        {
            if (cancellation.IsCancellationRequested)
                yield break;
            var z = PowerFactors.Divided(form.Values, factor, _columns);
            if (!z.All(double.IsFinite))
                continue;
            foreach (var (exponents, squares) in _bases)
                if (Polynomial(z, exponents, squares) is { } terms
                    && form.Back(_words.Product(_words.Monomial(factor.Select((exponent, i) => (_features[i], exponent))), SumOfProducts.Write(_features, terms, _words))) is { } law)
                    yield return law;
        }
    }

    /// <summary>The laws of a form of the target that are quotients of polynomials.</summary>
    public IEnumerable<Expr> Quotients(TargetForm form, CancellationToken cancellation)
    {
        foreach (var (above, below) in Relations(form.Values, cancellation))
            if (form.Back(_words.Quotient(SumOfProducts.Write(_features, above, _words), SumOfProducts.Write(_features, below, _words))) is { } law)
                yield return law;
    }

    private List<(double Coefficient, int[] Exponents)>? Polynomial(double[] z, int[][] exponents, LeastSquares squares)
    {
        var along = new double[squares.Columns];
        var left = (double[])z.Clone();
        if (squares.Project(left, along) > _tolerance * Spread(z))
            return null;
        squares.Solve(along);
        // Once those that are as good as absent are gone, the rest is solved for anew; rounding decides how small that is.
        foreach (var absent in Absences)
        {
            var chosen = Present(along, exponents, absent * LeastSquares.Norm(z));
            if (chosen.Count is 0 or > MostTerms)
                continue;
            var fewer = new LeastSquares(chosen.Select(k => Column(exponents[k])));
            var again = new double[chosen.Count];
            if (fewer.Project(z.ToArray(), again) > 3 * _tolerance * Spread(z))
                continue;
            fewer.Solve(again);
            return [.. chosen.Select((k, i) => (again[i], exponents[k]))];
        }
        return null;
    }

    // z Q(x) = P(x): the first product of z with a monomial that depends on those before it and on the monomials of P.
    private IEnumerable<(List<(double, int[])> Above, List<(double, int[])> Below)> Relations(double[] z, CancellationToken cancellation)
    {
        var room = Math.Min(MostColumns / 2, _rows - SpareRows);
        var most = LargestDegree(room, 6);
        for (var degree = 1; degree <= most; degree++)
        {
            var monomials = Monomials(degree, 0, degree);
            var squares = new LeastSquares(monomials.Select(Column));
            for (var q = 0; q < monomials.Length && squares.Columns < room; q++)
            {
                if (cancellation.IsCancellationRequested)
                    yield break;
                var column = Column(monomials[q]);
                for (var row = 0; row < _rows; row++)
                    column[row] *= z[row];
                var along = new double[squares.Columns];
                var left = (double[])column.Clone();
                if (q > 0 && squares.Project(left, along) <= _tolerance * Spread(column))
                {
                    squares.Solve(along);
                    var above = new List<(double, int[])>();
                    var below = new List<(double, int[])> { (1, monomials[q]) };
                    var size = LeastSquares.Norm(column);
                    for (var k = 0; k < along.Length; k++)
                    {
                        var exponents = monomials[k % monomials.Length];
                        var part = Column(exponents);
                        var contribution = Math.Abs(along[k]) * (k < monomials.Length ? LeastSquares.Norm(part) : Math.Sqrt(part.Zip(z, (x, y) => x * x * y * y).Sum()));
                        if (contribution > Absent * size)
                            (k < monomials.Length ? above : below).Add((k < monomials.Length ? along[k] : -along[k], exponents));
                    }
                    if (above.Count + below.Count <= MostTerms)
                        yield return (above, below);
                    yield break;
                }
                squares.Add(column);
            }
        }
    }

    // Those that a fit suggests, and each feature above or below the line.
    private IEnumerable<double[]> Factors(double[] z)
    {
        var factors = PowerFactors.Of(z, _columns);
        for (var k = 0; k < _columns.Length; k++)
            foreach (var exponent in (ReadOnlySpan<double>)[1, -1])
            {
                var factor = new double[_columns.Length];
                factor[k] = exponent;
                factors.Add(factor);
            }
        return factors.DistinctBy(factor => string.Join(' ', factor));
    }

    private List<int> Present(double[] coefficients, int[][] exponents, double least) =>
        [.. Enumerable.Range(0, exponents.Length).Where(k => Math.Abs(coefficients[k]) * LeastSquares.Norm(Column(exponents[k])) > least)];

    private void AddBasis(int[][] exponents) => _bases.Add((exponents, new LeastSquares(exponents.Select(Column))));

    private double[] Column(int[] exponents)
    {
        var column = new double[_rows];
        Array.Fill(column, 1);
        for (var i = 0; i < exponents.Length; i++)
            for (var power = Math.Abs(exponents[i]); power > 0; power--)
                for (var row = 0; row < _rows; row++)
                    column[row] = exponents[i] > 0 ? column[row] * _columns[i][row] : column[row] / _columns[i][row];
        return column;
    }

    // The largest degree whose monomials are no more than there is room for.
    private int LargestDegree(int room, int most)
    {
        var degree = 0;
        for (var (next, count) = (1, 1.0); next <= most; next++)
        {
            count *= (_columns.Length + next) / (double)next;
            if (count > room)
                break;
            degree = next;
        }
        return degree;
    }

    // Exponents of all products of powers within the bounds, of least degrees first.
    private int[][] Monomials(int degree, int least, int most)
    {
        var all = new List<int[]> { Array.Empty<int>() };
        for (var i = 0; i < _columns.Length; i++)
            all = [.. all.SelectMany(start => Enumerable.Range(least, most - least + 1).Select(power => (int[])[.. start, power])).Where(exponents => exponents.Sum(Math.Abs) <= degree)];
        return [.. all.OrderBy(exponents => exponents.Sum(Math.Abs))];
    }

    /// <summary>The length of a vector beside its mean: what a fit has to explain.</summary>
    public static double Spread(ReadOnlySpan<double> values)
    {
        double mean = 0, sum = 0;
        foreach (var value in values)
            mean += value / values.Length;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum);
    }
}
