using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Fits the constants of a Kernel on data through the emulator, over the values that their types hold: the best of these is not the
/// best real constants rounded. A pattern search (R. Hooke and T. A. Jeeves, "Direct search solution of numerical and statistical problems",
/// 1961) in steps of the last place, first coarse, then fine, then by pairs. Deterministic, and never worse than the start.
/// </summary>
public sealed class FixedFit
{
    private const int MostRows = 20_000;
    private const int MostTrials = 3000;
    private const int MostInPairs = 12;
    private const int Coarsest = 16;

    private readonly FixedConstants _constants;
    private readonly Dataset _data;
    private readonly Func<ImmutableArray<Column>, double> _loss;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, double> _tried = new(StringComparer.Ordinal);

    private FixedFit(FixedConstants constants, Dataset data, Func<ImmutableArray<Column>, double> loss, CancellationToken cancellation) =>
        (_constants, _data, _loss, _cancellation) = (constants, data, loss, cancellation);

    /// <summary>The Kernel with constants that are at least as good.</summary>
    /// <param name="kernel">A Kernel that quantize made.</param>
    /// <param name="data">The rows to fit on.</param>
    /// <param name="lossOn">For some rows, the loss of a Kernel's outputs on them.</param>
    /// <param name="cancellation">Ends the search with the best so far.</param>
    /// <exception cref="DiagnosticException">No formula made the Kernel (SR4030), or it cannot run on the data.</exception>
    public static Kernel Fit(Kernel kernel, Dataset data, Func<Dataset, Func<ImmutableArray<Column>, double>> lossOn, CancellationToken cancellation = default)
    {
        if (kernel.Options is null || kernel.Formulas.IsEmpty)
            throw new DiagnosticException(Errors.NothingToRefit());
        var sample = data.Rows <= MostRows ? data : data.TakeRows([.. Enumerable.Range(0, MostRows).Select(i => (int)((long)i * data.Rows / MostRows))]);
        var constants = FixedConstants.Of(kernel, cancellation);
        var fit = new FixedFit(constants, sample, lossOn(sample), cancellation);
        var best = fit.Search();
        var fitted = constants.Quantized(best, cancellation);
        var loss = lossOn(data);
        return loss(Emulator.Run(fitted, data, cancellation).Columns) < loss(Emulator.Run(kernel, data, cancellation).Columns) ? fitted : kernel;
    }

    private long[] Search()
    {
        var best = _constants.Start;
        if (Loss(_constants.Nearest) < Loss(best))
            best = _constants.Nearest;
        for (var step = Coarsest; step > 0; step /= 2)
            best = Explored(best, step);
        while (best.Length <= MostInPairs && Paired(best) is { } better)
            best = Explored(better, 1);
        return best;
    }

    // Each constant in turn, then once more as far along the way that all of them went.
    private long[] Explored(long[] best, int step)
    {
        while (_tried.Count < MostTrials && !_cancellation.IsCancellationRequested)
        {
            var start = best;
            for (var i = 0; i < best.Length; i++)
                foreach (var moved in (long[][])[Moved(best, i, step), Moved(best, i, -step)])
                    if (Loss(moved) < Loss(best))
                    {
                        best = moved;
                        break;
                    }
            if (ReferenceEquals(best, start))
                break;
            long[] further = [.. best.Zip(start, (now, before) => 2 * now - before)];
            if (Loss(further) < Loss(best))
                best = further;
        }
        return best;
    }

    private long[]? Paired(long[] best)
    {
        for (var i = 0; i < best.Length; i++)
            for (var k = i + 1; k < best.Length; k++)
                foreach (var (a, b) in ((int, int)[])[(1, -1), (-1, 1), (1, 1), (-1, -1)])
                {
                    if (_tried.Count >= MostTrials || _cancellation.IsCancellationRequested)
                        return null;
                    var moved = Moved(Moved(best, i, a), k, b);
                    if (Loss(moved) < Loss(best))
                        return moved;
                }
        return null;
    }

    private static long[] Moved(long[] raws, int index, int by)
    {
        var moved = (long[])raws.Clone();
        moved[index] += by;
        return moved;
    }

    private double Loss(long[] raws)
    {
        var key = string.Join(' ', raws);
        if (!_tried.TryGetValue(key, out var loss))
            _tried[key] = loss = Tried(raws);
        return loss;
    }

    // A constant outside its type, or one that divides by 0, is as bad as can be.
    private double Tried(long[] raws)
    {
        if (!_constants.Fit(raws))
            return double.PositiveInfinity;
        try
        {
            return _loss(Emulator.Run(_constants.Build(raws), _data, CancellationToken.None).Columns);
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Number is Errors.DivisionByZeroNumber or Errors.DivisionByZeroConstantNumber)
        {
            return double.PositiveInfinity;
        }
    }
}
