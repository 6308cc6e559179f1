namespace SrRepl.Hardware;

/// <summary>What a cast does with the bits it drops: the quantization modes of ap_fixed.</summary>
public enum Rounding
{
    /// <summary>AP_TRN: toward minus infinity; the default.</summary>
    Trn,

    /// <summary>AP_TRN_ZERO: toward zero.</summary>
    TrnZero,

    /// <summary>AP_RND: to nearest, halves toward plus infinity.</summary>
    Rnd,

    /// <summary>AP_RND_ZERO: to nearest, halves toward zero.</summary>
    RndZero,

    /// <summary>AP_RND_MIN_INF: to nearest, halves toward minus infinity.</summary>
    RndMinInf,

    /// <summary>AP_RND_INF: to nearest, halves away from zero.</summary>
    RndInf,

    /// <summary>AP_RND_CONV: to nearest, halves to even.</summary>
    RndConv,
}
