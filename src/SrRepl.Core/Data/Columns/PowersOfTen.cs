namespace SrRepl.Core;

/// <summary>The powers of ten that a double holds exactly: with a whole number below 2^53 one operation gives the correctly rounded decimal.</summary>
internal static class PowersOfTen
{
    /// <summary>The largest exponent; 5 to this power is the last below 2^53.</summary>
    public const int LastExact = 22;

    /// <summary>1, 10, 100, ... 1e22.</summary>
    public static ReadOnlySpan<double> Exact =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];
}
