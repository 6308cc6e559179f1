using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Sums of few terms chosen one after the other, each the one that with those before explains most of the target (orthogonal
/// matching pursuit: Pati, Rezaiifar and Krishnaprasad, Asilomar 1993): what a search of noisy data starts from.
/// </summary>
internal static class SparseRegression
{
    private const int MostTerms = 8;

    /// <summary>Sums of one, two, three ... terms with their coefficients.</summary>
    /// <param name="terms">The terms to choose from, with their values.</param>
    /// <param name="target">The target at the same rows.</param>
    /// <param name="words">The operators.</param>
    public static IEnumerable<Expr> Sums(IReadOnlyList<(Expr Formula, double[] Values)> terms, double[] target, Vocabulary words)
    {
        var left = terms.Select(term => (double[])term.Values.Clone()).ToArray();
        var chosen = new List<int>();
        double[] ones = [.. Enumerable.Repeat(1.0, target.Length)];
        var squares = new LeastSquares(ones);
        var direction = ones;
        while (chosen.Count < Math.Min(MostTerms, terms.Count))
        {
            // Every term less what the last direction explains of it.
            var unit = Unit(direction);
            foreach (var column in left)
                TakeOut(unit, column);
            var residual = (double[])target.Clone();
            squares.Project(residual, new double[squares.Columns]);
            var (best, gain) = (-1, 0.0);
            for (var k = 0; k < left.Length; k++)
            {
                var size = LeastSquares.Norm(left[k]);
                var here = Math.Abs(LeastSquares.Dot(left[k], residual)) / size;
                if (size > 1e-6 * LeastSquares.Norm(terms[k].Values) && here > gain)
                    (best, gain) = (k, here);
            }
            if (best < 0)
                yield break;
            chosen.Add(best);
            squares.Add(terms[best].Values);
            direction = left[best];
            var along = new double[squares.Columns];
            squares.Project((double[])target.Clone(), along);
            squares.Solve(along);
            Expr? sum = null;
            for (var i = 0; i < chosen.Count; i++)
            {
                var term = words.Product(along[i + 1], terms[chosen[i]].Formula);
                sum = sum is null ? term : words.Sum(sum, term);
            }
            if (words.Sum(sum, along[0]) is { } formula)
                yield return formula;
        }
    }

    private static double[] Unit(double[] vector)
    {
        var size = LeastSquares.Norm(vector);
        return Array.ConvertAll(vector, value => value / size);
    }

    private static void TakeOut(double[] unit, double[] vector)
    {
        var along = LeastSquares.Dot(unit, vector);
        for (var row = 0; row < vector.Length; row++)
            vector[row] -= along * unit[row];
    }
}
