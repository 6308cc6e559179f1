namespace SrRepl.Hardware;

/// <summary>What a cast does with a value too large for its type: the overflow modes of ap_fixed.</summary>
public enum Overflow
{
    /// <summary>AP_WRAP: keeps the low bits; the default.</summary>
    Wrap,

    /// <summary>AP_SAT: the nearest end of the range.</summary>
    Sat,

    /// <summary>AP_SAT_ZERO: zero.</summary>
    SatZero,

    /// <summary>AP_SAT_SYM: the nearest end, where the lower end is minus the upper one.</summary>
    SatSym,
}
