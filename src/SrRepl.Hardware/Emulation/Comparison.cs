namespace SrRepl.Hardware;

/// <summary>The six comparisons, by the names of Core's operators.</summary>
public static class Comparison
{
    /// <summary>Whether a comparison holds, given the sign of left minus right.</summary>
    public static bool Holds(string comparison, int sign) => comparison switch
    {
        "greater" => sign > 0,
        "greater_equal" => sign >= 0,
        "less" => sign < 0,
        "less_equal" => sign <= 0,
        "equal" => sign == 0,
        "not_equal" => sign != 0,
        _ => throw new ArgumentException($"no comparison is called {comparison}", nameof(comparison)),
    };
}
