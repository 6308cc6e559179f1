using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <summary>
/// Energy correlation functions of a jet, with z the share of transverse momentum and theta the distance in rapidity and
/// azimuth, each for angular exponents 1 and 2 (index 0 and 1).
/// </summary>
/// <param name="Pairs0">Sum over pairs of z z: exponent 0.</param>
/// <param name="Pairs">e2: sum over pairs of z z theta^b (Larkoski, Salam, Thaler, arXiv:1305.0007, eq. 2).</param>
/// <param name="Triples">e3: sum over triples of z z z (theta theta theta)^b (same).</param>
/// <param name="OneAngle">1e3: the least of the three angles instead of their product (Moult, Necib, Thaler, arXiv:1609.07483, eq. 8).</param>
/// <param name="TwoAngles">2e3: the product of the two least angles (same).</param>
internal sealed record EnergyCorrelations(double Pairs0, double[] Pairs, double[] Triples, double[] OneAngle, double[] TwoAngles)
{
    private static readonly int Lanes = Vector256<double>.Count;

    /// <summary>Sums over all pairs and triples.</summary>
    public static EnergyCorrelations Of(IReadOnlyList<Particle> particles)
    {
        var n = particles.Count;
        // Behind the last particle stand some without momentum, so that the innermost loop takes whole vectors only.
        var width = n + Lanes;
        var z = new double[width];
        var angles = new double[n * width];
        var total = particles.Sum(particle => particle.Pt);
        for (var i = 0; i < n; i++)
        {
            z[i] = particles[i].Pt / total;
            for (var j = 0; j < n; j++)
                angles[i * width + j] = particles[i].DistanceTo(particles[j]);
        }
        var pairs = new double[3];
        var sums = new Sums();
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
            {
                var (weight, angle) = (z[i] * z[j], angles[i * width + j]);
                pairs[0] += weight;
                pairs[1] += weight * angle;
                pairs[2] += weight * angle * angle;
                sums.Add(weight, angle, angles.AsSpan(i * width, width), angles.AsSpan(j * width, width), z, j + 1, n);
            }
        return new(pairs[0], pairs[1..], sums.Product, sums.Least, sums.TwoLeast);
    }

    // Explicit 256-bit vectors: the same additions in the same order on any machine.
    private struct Sums
    {
        private Vector256<double> _product1, _product2, _least1, _least2, _two1, _two2;

        public readonly double[] Product => [Vector256.Sum(_product1), Vector256.Sum(_product2)];

        public readonly double[] Least => [Vector256.Sum(_least1), Vector256.Sum(_least2)];

        public readonly double[] TwoLeast => [Vector256.Sum(_two1), Vector256.Sum(_two2)];

        public void Add(double pair, double angle, ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> z, int from, int n)
        {
            var (pairs, ab) = (Vector256.Create(pair), Vector256.Create(angle));
            for (var k = from; k < n; k += Lanes)
            {
                var weight = pairs * Vector256.Create(z[k..]);
                var ac = Vector256.Create(first[k..]);
                var bc = Vector256.Create(second[k..]);
                var least = Vector256.Min(ab, Vector256.Min(ac, bc));
                var two = Vector256.Min(ab * ac, Vector256.Min(ab * bc, ac * bc));
                var product = ab * ac * bc;
                _product1 += weight * product;
                _product2 += weight * product * product;
                _least1 += weight * least;
                _least2 += weight * least * least;
                _two1 += weight * two;
                _two2 += weight * two * two;
            }
        }
    }
}
