namespace SrRepl.Hls;

/// <summary>How values reach the top function.</summary>
public enum IoType
{
    /// <summary>All inputs and outputs at once, as arrays of registers.</summary>
    IoParallel,

    /// <summary>One packet a row through an <c>hls::stream</c>.</summary>
    IoStream,
}
