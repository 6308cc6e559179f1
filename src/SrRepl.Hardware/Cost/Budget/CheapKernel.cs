namespace SrRepl.Hardware;

/// <summary>One answer of <c>cheapest</c>: a kernel, how it was made, what it costs, and how far off it was at worst.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Form">How it was made: the formula as written or simplified, and where its functions come from.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Error">The worst distance from the formula on any row, by emulation.</param>
public sealed record CheapKernel(Kernel Kernel, string Form, CostReport Cost, double Error)
{
    /// <summary>Whether another kernel is nowhere worse in LUT, DSP, BRAM and cycles, and better somewhere.</summary>
    internal bool IsBeatenBy(CheapKernel other)
    {
        var (a, b) = (Cost, other.Cost);
        return b.Lut <= a.Lut && b.Dsp <= a.Dsp && b.Bram <= a.Bram && b.Cycles <= a.Cycles
            && (b.Lut < a.Lut || b.Dsp < a.Dsp || b.Bram < a.Bram || b.Cycles < a.Cycles);
    }
}
