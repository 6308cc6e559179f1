using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Search;

/// <summary>
/// Small formulas with their values on the first tile of rows, from which a graft picks the one that explains most of what
/// a formula leaves unexplained. Refilled by each island at the start of a round, from chance and from its members' subtrees.
/// </summary>
internal sealed unsafe class TermLibrary : IDisposable
{
    /// <summary>How many terms.</summary>
    public const int Size = 192;

    private const int LongestTerm = 7;
    private const int TileRows = Evaluator<float>.TileRows;

    private readonly float* _values = (float*)NativeMemory.AlignedAlloc((nuint)Size * TileRows * sizeof(float), 64);
    private readonly Program[] _terms = [.. Enumerable.Range(0, Size).Select(_ => new Program(LongestTerm + 4))];
    private int _count;

    /// <summary>Gives the memory back.</summary>
    ~TermLibrary() => NativeMemory.AlignedFree(_values);

    /// <summary>A term.</summary>
    public Program this[int index] => _terms[index];

    /// <summary>Fills the library: every feature, then subtrees of members and random formulas in turn.</summary>
    public void Fill(SearchProblem problem, Worker worker, IReadOnlyList<Individual> members, Rng rng)
    {
        _count = 0;
        var features = problem.Features.Length;
        for (var attempt = 0; _count < Size && attempt < 2 * Size; attempt++)
        {
            var term = _terms[_count];
            term.Clear();
            if (attempt < Math.Min(features, Size / 3))
                term.Add(Node.Input(features <= Size / 3 ? attempt : rng.Below(features)));
            else if (attempt % 3 == 0)
                Cut(members[rng.Below(members.Count)].Program, term, rng);
            else
                worker.Breeder.Grow(term, 2 + rng.Below(LongestTerm - 1), rng);
            worker.Tidying.Apply(term);
            if (term.Count is 0 or > LongestTerm || term[term.Count - 1].IsConstant)
                continue;
            var count = Math.Min(TileRows, problem.Data.PaddedRows);
            var values = _values + (nint)_count * TileRows;
            worker.Scorer.Evaluator.RunTile(term, problem.Operators, problem.Data, 0, count, values);
            if (Usable(values, count))
                _count++;
        }
    }

    /// <summary>
    /// The term t for which a small multiple c of it, added where the value has derivative <paramref name="adjoint"/>,
    /// reduces the loss most: the largest (sum adjoint t slope)^2 / (sum adjoint^2 t^2 curvature) of a random half.
    /// </summary>
    /// <returns>The term's index, or -1 where none helps, and the multiple.</returns>
    public (int Term, double Multiple) Best(float* adjoint, float* slope, float* curvature, int count, Rng rng)
    {
        var (best, gain, multiple) = (-1, 0.0, 0.0);
        var parity = rng.Below(2);
        for (var index = parity; index < _count; index += 2)
        {
            var values = _values + (nint)index * TileRows;
            var (along, across) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = 0; i < count; i += Vector256<float>.Count)
            {
                var effect = Vector256.Load(adjoint + i) * Vector256.Load(values + i);
                along += effect * Vector256.Load(slope + i);
                across += effect * effect * Vector256.Load(curvature + i);
            }
            double numerator = Vector256.Sum(along), denominator = Vector256.Sum(across);
            var here = numerator * numerator / denominator;
            if (denominator > 0 && double.IsFinite(here) && here > gain)
                (best, gain, multiple) = (index, here, -numerator / denominator);
        }
        return (best, multiple);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_values);
        GC.SuppressFinalize(this);
    }

    private static void Cut(Program from, Program term, Rng rng)
    {
        var end = rng.Below(from.Count);
        if (from[end].Length <= LongestTerm)
            term.Add(from.Subtree(end));
    }

    private static bool Usable(float* values, int count)
    {
        var sum = 0f;
        for (var i = 0; i < count; i++)
            sum += values[i] * values[i];
        return float.IsFinite(sum) && sum > 0;
    }
}
