namespace SrRepl.Search;

/// <summary>What dimensional analysis knows of a value: its dimension, unless it is a constant that can have any.</summary>
/// <param name="Dimension">The dimension; of no meaning for a wildcard.</param>
/// <param name="IsWildcard">Whether a constant in it can give it any dimension.</param>
internal readonly record struct Quantity(Dimension Dimension, bool IsWildcard = false)
{
    /// <summary>A constant that can have any dimension.</summary>
    public static readonly Quantity Any = new(Dimension.None, true);

    /// <summary>A pure number.</summary>
    public static readonly Quantity Number = new(Dimension.None);

    /// <summary>Whether it is a pure number or can be one.</summary>
    public bool CanBeNumber => IsWildcard || Dimension.IsNone;
}
