using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// The kernels of a formula that stay within an error and a latency and that no other one beats in LUT, DSP, BRAM and cycles
/// at once, fewest LUTs first.
/// </summary>
public sealed class CheapestKernels : IReadOnlyList<CheapKernel>
{
    private readonly ImmutableArray<CheapKernel> _kernels;

    internal CheapestKernels(IReadOnlyCollection<CheapKernel> found)
    {
        var best = found.Where(kernel => !found.Any(kernel.IsBeatenBy));
        _kernels = [.. best
            .OrderBy(kernel => kernel.Cost.Lut).ThenBy(kernel => kernel.Cost.Dsp).ThenBy(kernel => kernel.Cost.Bram).ThenBy(kernel => kernel.Error)
            .DistinctBy(kernel => (kernel.Cost.Lut, kernel.Cost.Dsp, kernel.Cost.Bram, kernel.Cost.Cycles))];
    }

    /// <inheritdoc/>
    public int Count => _kernels.Length;

    /// <inheritdoc/>
    public CheapKernel this[int index] => _kernels[index];

    /// <summary>The kernel with the fewest LUTs.</summary>
    public Kernel Kernel => _kernels[0].Kernel;

    /// <inheritdoc/>
    public IEnumerator<CheapKernel> GetEnumerator() => _kernels.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line a kernel.</summary>
    public override string ToString()
    {
        var table = new TextTable(">#", "type", "made from", ">LUT", ">FF", ">DSP", ">BRAM18", ">cycles", ">ns", ">error");
        for (var i = 0; i < Count; i++)
        {
            var (kernel, form, cost, error) = this[i];
            table.Add(
                Number(i), kernel.Options is { Mode: QuantizeMode.Typed } ? "per node" : kernel.Type.ToString(), form, Number(cost.Lut), Number(cost.Ff), Number(cost.Dsp), Number(cost.Bram),
                Number(cost.Cycles), cost.Ns.ToString("0.##", CultureInfo.InvariantCulture), error.ToString("G3", CultureInfo.InvariantCulture));
        }
        return table.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
