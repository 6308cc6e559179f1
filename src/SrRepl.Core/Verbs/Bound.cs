namespace SrRepl.Core;

/// <summary>How a figure is held against a number.</summary>
public enum BoundKind
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;</summary>
    Below,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>&gt;</summary>
    Above,

    /// <summary>&gt;=</summary>
    AtLeast,
}

/// <summary>A condition on a figure, such as at most 500: what <c>lut &lt;= 500</c> says in a verb's options.</summary>
/// <param name="Value">The number.</param>
/// <param name="Kind">How the figure is held against it.</param>
public sealed record Bound(double Value, BoundKind Kind = BoundKind.Equal)
{
    private static readonly string[] Signs = ["=", "<", "<=", ">", ">="];

    /// <summary>At most so much.</summary>
    public static Bound AtMost(double value) => new(value, BoundKind.AtMost);

    /// <summary>At least so much.</summary>
    public static Bound AtLeast(double value) => new(value, BoundKind.AtLeast);

    /// <summary>Exactly so much.</summary>
    public static implicit operator Bound(int value) => new(value);

    /// <summary>The kind of a sign; null for a sign that is no condition.</summary>
    public static BoundKind? KindOf(string sign) => Array.IndexOf(Signs, sign) is >= 0 and var kind ? (BoundKind)kind : null;

    /// <summary>Whether a figure meets it.</summary>
    public bool Holds(double figure) => Kind switch
    {
        BoundKind.Below => figure < Value,
        BoundKind.AtMost => figure <= Value,
        BoundKind.Above => figure > Value,
        BoundKind.AtLeast => figure >= Value,
        _ => figure == Value,
    };

    /// <summary>Sign and number.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Signs[(int)Kind]} {Value}");
}
