namespace SrRepl.Hardware;

/// <summary>Where functions without a table of their own come from.</summary>
public enum MathLibrary
{
    /// <summary>Compositions of plain operations, defined bit by bit; hls_math for the few functions without one.</summary>
    Own,

    /// <summary>hls::f of the vendor's hls_math.h, which alone knows the bits.</summary>
    HlsMath,

    /// <summary>hls4ml's built-in tables for sine and cosine, hls_math for the rest.</summary>
    Nnet,
}
