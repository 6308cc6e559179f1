namespace SrRepl.Core;

/// <summary>
/// The modified mass drop tagger (Dasgupta, Fregoso, Marzani, Salam, "Towards an understanding of jet substructure",
/// arXiv:1307.0007): cluster by angle, then undo the clustering, dropping the softer branch until the two branches share momentum evenly enough.
/// </summary>
internal static class MassDropTagger
{
    private const double SoftestShare = 0.1;

    /// <summary>The particles that are left.</summary>
    public static List<Particle> Groom(IReadOnlyList<Particle> particles)
    {
        var branch = Cluster(particles);
        while (branch is { Hard: { } hard, Soft: { } soft } && soft.Momentum.Pt < SoftestShare * (hard.Momentum.Pt + soft.Momentum.Pt))
            branch = hard;
        var kept = new List<Particle>();
        branch?.Collect(particles, kept);
        return kept;
    }

    // Cambridge/Aachen: the nearest two join first. Each branch knows its nearest neighbour, so a step costs little more than one pass.
    private static Branch? Cluster(IReadOnlyList<Particle> particles)
    {
        var branches = particles.Select((particle, i) => new Branch(i, FourMomentum.Of(particle), particle)).ToList();
        var nearest = new int[branches.Count];
        var distance = new double[branches.Count];
        for (var i = 0; i < branches.Count; i++)
            FindNearest(i);
        while (branches.Count > 1)
        {
            var i = 0;
            for (var k = 1; k < branches.Count; k++)
                if (distance[k] < distance[i])
                    i = k;
            var j = nearest[i];
            (i, j) = (Math.Min(i, j), Math.Max(i, j));
            var last = branches.Count - 1;
            branches[i] = Branch.Join(branches[i], branches[j]);
            branches[j] = branches[last];
            branches.RemoveAt(last);
            (nearest[j], distance[j]) = (nearest[last], distance[last]);
            for (var k = 0; k < branches.Count; k++)
            {
                if (k == i || k == j || nearest[k] == i || nearest[k] == j)
                    FindNearest(k);
                else if (nearest[k] == last)
                    nearest[k] = j;
                var toJoined = branches[k].Axis.SquaredDistanceTo(branches[i].Axis);
                if (k != i && toJoined < distance[k])
                    (nearest[k], distance[k]) = (i, toJoined);
            }
        }
        return branches.Count == 1 ? branches[0] : null;

        void FindNearest(int i)
        {
            (nearest[i], distance[i]) = (-1, double.PositiveInfinity);
            for (var k = 0; k < branches.Count; k++)
            {
                var squared = branches[k].Axis.SquaredDistanceTo(branches[i].Axis);
                if (k != i && squared < distance[i])
                    (nearest[i], distance[i]) = (k, squared);
            }
        }
    }

    private sealed class Branch(int index, FourMomentum momentum, Particle axis)
    {
        public FourMomentum Momentum { get; } = momentum;

        public Particle Axis { get; } = axis;

        public Branch? Hard { get; private init; }

        public Branch? Soft { get; private init; }

        public static Branch Join(Branch a, Branch b)
        {
            var sum = a.Momentum + b.Momentum;
            var (hard, soft) = a.Momentum.Pt >= b.Momentum.Pt ? (a, b) : (b, a);
            return new(-1, sum, new(sum.Pt, sum.Rapidity, sum.Phi)) { Hard = hard, Soft = soft };
        }

        public void Collect(IReadOnlyList<Particle> particles, List<Particle> into)
        {
            if (Hard is null || Soft is null)
            {
                into.Add(particles[index]);
                return;
            }
            Hard.Collect(particles, into);
            Soft.Collect(particles, into);
        }
    }
}
