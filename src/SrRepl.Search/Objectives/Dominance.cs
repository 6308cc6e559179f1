namespace SrRepl.Search;

/// <summary>Ranks by non-domination and crowding (K. Deb et al., A fast and elitist multiobjective genetic algorithm: NSGA-II, 2002).</summary>
internal static class Dominance
{
    /// <summary>Whether <paramref name="a"/> is nowhere above <paramref name="b"/> and somewhere below it.</summary>
    public static bool Dominates(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var better = false;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
                return false;
            better |= a[i] < b[i];
        }
        return better;
    }

    /// <summary>The front of every point, 0 for those that no other one dominates, and how far its neighbours within that front are.</summary>
    public static (int Rank, double Crowding)[] Rank(IReadOnlyList<double[]> points)
    {
        var ranks = new (int Rank, double Crowding)[points.Count];
        var dominators = new int[points.Count];
        var dominated = new List<int>[points.Count];
        for (var i = 0; i < points.Count; i++)
            dominated[i] = [];
        for (var i = 0; i < points.Count; i++)
            for (var j = i + 1; j < points.Count; j++)
                if (Dominates(points[i], points[j]))
                    Add(i, j);
                else if (Dominates(points[j], points[i]))
                    Add(j, i);
        var front = Enumerable.Range(0, points.Count).Where(i => dominators[i] == 0).ToArray();
        for (var rank = 0; front.Length > 0; rank++)
        {
            var crowding = Crowding([.. front.Select(i => points[i])]);
            var next = new List<int>();
            for (var k = 0; k < front.Length; k++)
            {
                ranks[front[k]] = (rank, crowding[k]);
                foreach (var j in dominated[front[k]])
                    if (--dominators[j] == 0)
                        next.Add(j);
            }
            front = [.. next];
        }
        return ranks;

        void Add(int better, int worse)
        {
            dominated[better].Add(worse);
            dominators[worse]++;
        }
    }

    /// <summary>Crowding distances: the sum over objectives of the span between a point's neighbours; infinite at either end.</summary>
    public static double[] Crowding(IReadOnlyList<double[]> front)
    {
        var distances = new double[front.Count];
        if (front.Count == 0)
            return distances;
        var order = Enumerable.Range(0, front.Count).ToArray();
        for (var objective = 0; objective < front[0].Length; objective++)
        {
            var keys = front.Select(point => point[objective]).ToArray();
            // Equal figures stay in the order given, so that the result is that of every run.
            order = [.. order.Order().OrderBy(i => keys[i])];
            var span = keys[order[^1]] - keys[order[0]];
            distances[order[0]] = distances[order[^1]] = double.PositiveInfinity;
            if (span > 0 && double.IsFinite(span))
                for (var k = 1; k < order.Length - 1; k++)
                    distances[order[k]] += (keys[order[k + 1]] - keys[order[k - 1]]) / span;
        }
        return distances;
    }
}
