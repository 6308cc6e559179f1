namespace SrRepl.Search;

/// <summary>How bounds and monotonicity are checked.</summary>
public enum ShapeCheck
{
    /// <summary>Proven by interval arithmetic over the whole domain; a formula that cannot be proven is not allowed.</summary>
    Intervals,

    /// <summary>On every row of the data.</summary>
    Data,
}

/// <summary>How a formula must go along with a column while the others stand still.</summary>
public enum Monotonicity
{
    /// <summary>It nowhere falls.</summary>
    Increasing,

    /// <summary>It nowhere rises.</summary>
    Decreasing,
}
