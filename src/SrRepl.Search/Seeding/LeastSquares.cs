using System.Numerics;

namespace SrRepl.Search;

/// <summary>
/// Least squares over columns added one by one: each is made orthonormal to those before it (Gram-Schmidt, twice: Giraud,
/// Langou and Rozloznik, Numerische Mathematik 101, 2005), so that one set of columns serves as many targets as wanted.
/// A column that lies in the span of those before it gets the coefficient 0.
/// </summary>
internal sealed class LeastSquares
{
    private const double Dependent = 1e-10;
    private const double Much = 0.3;

    private readonly List<double[]> _basis = [];
    private readonly List<double[]> _triangle = [];

    /// <summary>Starts with some columns.</summary>
    public LeastSquares(params IEnumerable<double[]> columns)
    {
        foreach (var column in columns)
            Add(column);
    }

    /// <summary>How many columns.</summary>
    public int Columns => _basis.Count;

    /// <summary>Adds a column.</summary>
    public void Add(double[] values)
    {
        var column = (double[])values.Clone();
        var weights = new double[_basis.Count + 1];
        var size = Norm(column);
        var left = Project(column, weights.AsSpan(0, _basis.Count));
        var independent = left > Dependent * size;
        weights[^1] = independent ? left : 0;
        for (var row = 0; row < column.Length; row++)
            column[row] = independent ? column[row] / left : 0;
        _basis.Add(column);
        _triangle.Add(weights);
    }

    /// <summary>Takes from a vector what the columns explain.</summary>
    /// <param name="vector">The vector; what is left of it afterwards.</param>
    /// <param name="along">Filled with what was taken along each orthonormal direction.</param>
    /// <returns>The length of what is left.</returns>
    public double Project(Span<double> vector, Span<double> along)
    {
        along.Clear();
        var (size, left) = (Norm(vector), 0.0);
        // Once is enough where much is left; cancellation calls for a second pass.
        for (var pass = 0; pass < 2 && (pass == 0 || left < Much * size); pass++)
        {
            for (var i = 0; i < _basis.Count; i++)
                along[i] += TakeOut(_basis[i], vector);
            left = Norm(vector);
        }
        return left;
    }

    /// <summary>The columns' coefficients from what was taken along the directions, in place.</summary>
    public void Solve(Span<double> along)
    {
        for (var k = _basis.Count - 1; k >= 0; k--)
        {
            along[k] = _triangle[k][k] == 0 ? 0 : along[k] / _triangle[k][k];
            for (var i = 0; i < k; i++)
                along[i] -= along[k] * _triangle[k][i];
        }
    }

    /// <summary>The length of a vector.</summary>
    public static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(Dot(vector, vector));

    /// <summary>The inner product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector<double>.Zero;
        var row = 0;
        for (; row <= a.Length - Vector<double>.Count; row += Vector<double>.Count)
            sum += new Vector<double>(a[row..]) * new Vector<double>(b[row..]);
        var total = Vector.Sum(sum);
        for (; row < a.Length; row++)
            total += a[row] * b[row];
        return total;
    }

    private static double TakeOut(ReadOnlySpan<double> direction, Span<double> vector)
    {
        var along = Dot(direction, vector);
        var row = 0;
        for (; row <= vector.Length - Vector<double>.Count; row += Vector<double>.Count)
            (new Vector<double>(vector[row..]) - along * new Vector<double>(direction[row..])).CopyTo(vector[row..]);
        for (; row < vector.Length; row++)
            vector[row] -= along * direction[row];
        return along;
    }
}
