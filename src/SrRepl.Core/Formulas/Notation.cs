namespace SrRepl.Core;

/// <summary>How an operator is written.</summary>
/// <param name="Form">Function, prefix or infix.</param>
/// <param name="Symbol">The sign, for prefix and infix.</param>
/// <param name="Precedence">How tightly it binds; larger is tighter.</param>
/// <param name="RightAssociative">Whether a chain groups to the right, as powers do.</param>
public sealed record Notation(NotationForm Form, string Symbol = "", int Precedence = 0, bool RightAssociative = false)
{
    /// <summary>Sums and differences.</summary>
    public const int Additive = 10;

    /// <summary>Products and quotients.</summary>
    public const int Multiplicative = 20;

    /// <summary>The sign in front: below powers, so that -x**2 is -(x**2), as on paper.</summary>
    public const int Sign = 30;

    /// <summary>Powers.</summary>
    public const int Power = 40;

    /// <summary>Comparisons.</summary>
    public const int Comparison = 5;

    /// <summary>A name and its arguments in parentheses.</summary>
    public static readonly Notation Function = new(NotationForm.Function);
}

/// <summary>The three ways to write an operator.</summary>
public enum NotationForm
{
    /// <summary>f(x, y)</summary>
    Function,

    /// <summary>-x</summary>
    Prefix,

    /// <summary>x + y</summary>
    Infix,
}
