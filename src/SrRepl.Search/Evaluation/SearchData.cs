using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The table as the evaluator reads it: features, target and weights each in one aligned run, rows padded to whole
/// vectors with copies of the first row whose weight is 0.
/// </summary>
public sealed unsafe class SearchData<T> : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _values;
    private readonly int _columns;

    /// <summary>Room for a table; the caller fills the columns and then calls <see cref="Pad"/>.</summary>
    public SearchData(int features, int rows)
    {
        Rows = rows;
        PaddedRows = (rows + Vector256<T>.Count - 1) / Vector256<T>.Count * Vector256<T>.Count;
        _columns = features + 2;
        Features = features;
        _values = (T*)NativeMemory.AlignedAlloc((nuint)PaddedRows * (nuint)_columns * (nuint)sizeof(T), 64);
    }

    /// <summary>Gives the memory back.</summary>
    ~SearchData() => Release();

    /// <summary>How many features.</summary>
    public int Features { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>Rows with the padding: a multiple of the vector's width.</summary>
    public int PaddedRows { get; }

    /// <summary>The sum of the weights; set by <see cref="Pad"/>.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>The target.</summary>
    public T* Target => Feature(Features);

    /// <summary>The weights; 0 in the padding.</summary>
    public T* Weights => Feature(Features + 1);

    /// <summary>A feature.</summary>
    public T* Feature(int index) => _values + (nint)index * PaddedRows;

    /// <summary>A feature's rows without the padding.</summary>
    public Span<T> Column(int index) => new(Feature(index), Rows);

    /// <summary>Fills the padding and sums the weights.</summary>
    public void Pad()
    {
        for (var column = 0; column < _columns; column++)
            for (var row = Rows; row < PaddedRows; row++)
                Feature(column)[row] = column == Features + 1 ? T.Zero : Feature(column)[0];
        TotalWeight = 0;
        for (var row = 0; row < Rows; row++)
            TotalWeight += double.CreateTruncating(Weights[row]);
    }

    /// <summary>The chosen rows of a dataset, in the order given.</summary>
    public static SearchData<T> From(Dataset data, ImmutableArray<string> features, string target, ReadOnlySpan<int> rows)
    {
        var result = new SearchData<T>(features.Length, rows.Length);
        for (var i = 0; i < features.Length; i++)
            Copy(data[features[i]], rows, result.Feature(i));
        Copy(data[target], rows, result.Target);
        if (data.Weights is { } weights)
            Copy(data[weights], rows, result.Weights);
        else
            new Span<T>(result.Weights, rows.Length).Fill(T.One);
        result.Pad();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private static void Copy(Column column, ReadOnlySpan<int> rows, T* target)
    {
        for (var i = 0; i < rows.Length; i++)
            target[i] = T.CreateTruncating(column[rows[i]]);
    }

    private void Release() => NativeMemory.AlignedFree(_values);
}
