namespace SrRepl.Search;

/// <summary>Products of whole powers of features that a vector may have as a factor.</summary>
internal static class PowerFactors
{
    private static readonly double[] Distances = [0.02, 0.05, 0.1, 0.2];
    private static readonly double[] Signs = [1, -1];

    /// <summary>
    /// Exponents of every feature: none at all, and those of a fit of the vector's logarithm by the features' logarithms,
    /// where they are nearly whole, from strict to lax.
    /// </summary>
    public static List<double[]> Of(double[] vector, double[][] features)
    {
        var factors = new List<double[]> { new double[features.Length] };
        var positive = Enumerable.Range(0, features.Length).Where(i => features[i].All(value => value != 0)).ToArray();
        var logarithm = Array.ConvertAll(vector, value => Math.Log(Math.Abs(value)));
        if (positive.Length == 0 || positive.Length > vector.Length / 2 || !logarithm.All(double.IsFinite))
            return factors;
        var squares = new LeastSquares([[.. Enumerable.Repeat(1.0, vector.Length)], .. positive.Select(i => Array.ConvertAll(features[i], value => Math.Log(Math.Abs(value))))]);
        var along = new double[squares.Columns];
        squares.Project(logarithm, along);
        squares.Solve(along);
        foreach (var near in Distances)
        {
            var factor = new double[features.Length];
            for (var k = 0; k < positive.Length; k++)
                factor[positive[k]] = Math.Abs(along[k + 1] - Math.Round(along[k + 1])) < near ? Math.Round(along[k + 1]) : 0;
            factors.Add(factor);
        }
        return [.. factors.DistinctBy(factor => string.Join(' ', factor))];
    }

    /// <summary>The products and quotients of two features, each feature and its reciprocal, at most so many.</summary>
    public static IEnumerable<double[]> Simple(double[][] features, int most)
    {
        var count = features.Length;
        int[] usable = [.. Enumerable.Range(0, count).Where(i => features[i].All(value => value != 0))];
        return usable.SelectMany(i => Signs.Select(sign => Factor((i, sign))))
            .Concat(usable.SelectMany((i, place) => usable.Skip(place + 1).SelectMany(j => Signs.SelectMany(a => Signs.Select(b => Factor((i, a), (j, b)))))))
            .Take(most);

        double[] Factor(params ReadOnlySpan<(int Feature, double Exponent)> powers)
        {
            var factor = new double[count];
            foreach (var (feature, exponent) in powers)
                factor[feature] = exponent;
            return factor;
        }
    }

    /// <summary>A vector divided by a product of powers.</summary>
    public static double[] Divided(double[] vector, double[] factor, double[][] features)
    {
        var divided = (double[])vector.Clone();
        for (var i = 0; i < factor.Length; i++)
            if (factor[i] != 0)
                for (var row = 0; row < divided.Length; row++)
                    divided[row] /= Math.Pow(features[i][row], factor[i]);
        return divided;
    }
}
