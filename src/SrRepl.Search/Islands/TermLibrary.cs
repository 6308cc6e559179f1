using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

using SrRepl.Core;

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
    private readonly float[] _means = new float[Size];
    private readonly Program[] _terms = [.. Enumerable.Range(0, Size).Select(_ => new Program(LongestTerm + 4))];
    private int _count;

    /// <summary>Gives the memory back.</summary>
    ~TermLibrary() => NativeMemory.AlignedFree(_values);

    /// <summary>A term.</summary>
    public Program this[int index] => _terms[index];

    /// <summary>Fills the library: every feature, then subtrees of members and random formulas in turn.</summary>
    public void Fill(SearchProblem problem, Worker worker, IReadOnlyList<Individual> members, Xoshiro256 rng)
    {
        _count = 0;
        var features = problem.Features.Length;
        for (var attempt = 0; _count < Size && attempt < 2 * Size; attempt++)
        {
            var term = _terms[_count];
            term.Clear();
            if (attempt < Math.Min(features, Size / 3))
                term.Add(Node.Input(features <= Size / 3 ? attempt : rng.NextInt(features)));
            else if (attempt % 3 == 0)
                Cut(members[rng.NextInt(members.Count)].Program, term, rng);
            else if (attempt % 3 == 1)
                Centre(problem, term, rng);
            else
                worker.Breeder.Grow(term, 2 + Math.Min(rng.NextInt(LongestTerm - 1), rng.NextInt(LongestTerm - 1)), rng);
            worker.Tidying.Apply(term);
            if (term.Count is 0 or > LongestTerm || term[term.Count - 1].IsConstant)
                continue;
            var count = Math.Min(TileRows, problem.Data.PaddedRows);
            var values = _values + (nint)_count * TileRows;
            worker.Scorer.Evaluator.RunTile(term, problem.Operators, problem.Data, 0, count, values);
            if (Mean(values, count, out _means[_count]))
                _count++;
        }
    }

    /// <summary>
    /// The term t for which a small multiple c of it, added where the value has derivative <paramref name="adjoint"/>,
    /// reduces the loss most: the largest (sum adjoint t slope)^2 / (sum adjoint^2 t^2 curvature) of a random half.
    /// </summary>
    /// <param name="adjoint">The prediction's derivative.</param>
    /// <param name="slope">The loss's derivative by the prediction.</param>
    /// <param name="curvature">The loss's curvature by the prediction.</param>
    /// <param name="count">Rows.</param>
    /// <param name="relative">Whether t / mean(t) - 1 is meant instead of t: the effect of a factor t.</param>
    /// <param name="rng">Chance.</param>
    /// <returns>The term's index, or -1 where none helps, and the multiple c.</returns>
    public (int Term, double Multiple) Best(float* adjoint, float* slope, float* curvature, int count, bool relative, Xoshiro256 rng)
    {
        var (best, gain, multiple) = (-1, 0.0, 0.0);
        for (var index = rng.NextInt(2); index < _count; index += 2)
        {
            var values = _values + (nint)index * TileRows;
            if (relative && _means[index] == 0)
                continue;
            var centre = Vector256.Create(relative ? _means[index] : 0);
            var (along, across) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = 0; i < count; i += Vector256<float>.Count)
            {
                var effect = Vector256.Load(adjoint + i) * (Vector256.Load(values + i) - centre);
                along += effect * Vector256.Load(slope + i);
                across += effect * effect * Vector256.Load(curvature + i);
            }
            double numerator = Vector256.Sum(along), denominator = Vector256.Sum(across);
            var here = numerator * numerator / denominator;
            if (denominator > 0 && double.IsFinite(here) && here > gain)
                (best, gain, multiple) = (index, here, -numerator / denominator * (relative ? _means[index] : 1));
        }
        return (best, multiple);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_values);
        GC.SuppressFinalize(this);
    }

    private static void Cut(Program from, Program term, Xoshiro256 rng)
    {
        var end = rng.NextInt(from.Count);
        if (from[end].Length <= LongestTerm)
            term.Add(from.Subtree(end));
    }

    // A feature less one of its own values, perhaps under a function: bumps and thresholds lie where the data are.
    private static void Centre(SearchProblem problem, Program term, Xoshiro256 rng)
    {
        var operators = problem.Operators;
        var feature = rng.NextInt(problem.Features.Length);
        term.Add(Node.Input(feature));
        if (rng.Chance(0.5))
        {
            term.Add(Node.Number(-problem.Data.Feature(feature)[rng.NextInt(problem.Data.Rows)]));
            term.Add(Node.Apply(operators.Add));
        }
        else
        {
            term.Add(Node.Input(rng.NextInt(problem.Features.Length)));
            term.Add(Node.Apply(operators.OfArity(2)[rng.NextInt(operators.OfArity(2).Length)]));
        }
        var functions = operators.OfArity(1);
        if (functions.Length > 0 && rng.Chance(0.6))
            term.Add(Node.Apply(functions[rng.NextInt(functions.Length)]));
        term.Measure(operators);
    }

    // False where a value is not finite or all are 0.
    private static bool Mean(float* values, int count, out float mean)
    {
        var (sum, squares) = (0f, 0f);
        for (var i = 0; i < count; i++)
        {
            sum += values[i];
            squares += values[i] * values[i];
        }
        mean = sum / count;
        return float.IsFinite(squares) && squares > 0;
    }
}
