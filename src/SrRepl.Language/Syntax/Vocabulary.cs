using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The fixed words and signs of the language. The editor's colours and the grammar file are checked against these lists.</summary>
public static class Vocabulary
{
    /// <summary>How a function is applied: tighter than any sign.</summary>
    public const int Application = 50;

    /// <summary>
    /// The infix signs. Precedences are F#'s (pipes and comparisons share one level), but for the sign in front, which binds
    /// looser than a power, as on paper, and <c>^</c>, which is a power.
    /// </summary>
    public static readonly ImmutableArray<InfixSign> Infix =
    [
        new("||", 2, Operators.Or), new("&&", 3, Operators.And),
        new("|>", Notation.Comparison, null), new("<|", Notation.Comparison, null), new(">>", Notation.Comparison, null),
        new("=", Notation.Comparison, Operators.Equal), new("<>", Notation.Comparison, Operators.NotEqual),
        new("<", Notation.Comparison, Operators.Less), new("<=", Notation.Comparison, Operators.LessEqual),
        new(">", Notation.Comparison, Operators.Greater), new(">=", Notation.Comparison, Operators.GreaterEqual),
        new("+", Notation.Additive, Operators.Add), new("-", Notation.Additive, Operators.Subtract),
        new("*", Notation.Multiplicative, Operators.Multiply), new("/", Notation.Multiplicative, Operators.Divide),
        new("%", Notation.Multiplicative, Operators.Mod),
        new("**", Notation.Power, Operators.Power), new("^", Notation.Power, Operators.Power),
    ];

    /// <summary>Signs of Python and Julia between values, in the text of a formula alone.</summary>
    public static readonly ImmutableArray<InfixSign> ForeignInfix =
    [
        new("==", Notation.Comparison, Operators.Equal), new("!=", Notation.Comparison, Operators.NotEqual),
        new("|", Notation.Comparison + 1, Operators.Or), new("&", Notation.Comparison + 2, Operators.And),
    ];

    /// <summary>SymPy's sign in front of a condition.</summary>
    public const string SymPyNot = "~";

    /// <summary>Signs that join no two values.</summary>
    public static readonly ImmutableArray<string> OtherSigns = ["->", "..", ":"];

    /// <summary>The units of measures, by the kind of quantity; the first of a kind is its base.</summary>
    public static readonly ImmutableArray<Unit> Units =
    [
        new("s", "s", 1), new("ms", "s", 1e-3), new("us", "s", 1e-6), new("ns", "s", 1e-9), new("ps", "s", 1e-12),
        new("min", "s", 60), new("h", "s", 3600),
        new("Hz", "Hz", 1), new("kHz", "Hz", 1e3), new("MHz", "Hz", 1e6), new("GHz", "Hz", 1e9),
    ];

    private static readonly FrozenDictionary<string, InfixSign> BySign = Infix.Concat(ForeignInfix).ToFrozenDictionary(sign => sign.Text, StringComparer.Ordinal);

    /// <summary>Every sign of a script.</summary>
    internal static readonly SignSet Signs = new([.. Infix.Select(sign => sign.Text), .. OtherSigns]);

    /// <summary>Every sign of a formula's text.</summary>
    internal static readonly SignSet FormulaSigns = new([.. Infix.Concat(ForeignInfix).Select(sign => sign.Text), .. OtherSigns, SymPyNot]);

    /// <summary>The infix sign of a text, or null.</summary>
    public static InfixSign? FindSign(string text) => BySign.GetValueOrDefault(text);

    /// <summary>The unit of a name, or null.</summary>
    public static Unit? FindUnit(string name) => Units.FirstOrDefault(unit => unit.Name == name);
}

/// <summary>A sign between two values.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Precedence">How tightly it binds, on the scale of <see cref="Notation"/>.</param>
/// <param name="Operator">The row of the operator table it stands for; null for the pipes and composition.</param>
public sealed record InfixSign(string Text, int Precedence, BuiltInOperator? Operator)
{
    /// <summary>Whether a chain groups to the right.</summary>
    public bool RightAssociative => Precedence == Notation.Power;
}

/// <summary>A unit of measure.</summary>
/// <param name="Name">How it is written between the angles.</param>
/// <param name="Base">The unit of its quantity: s for times, Hz for frequencies.</param>
/// <param name="Factor">How many of the base it is.</param>
public sealed record Unit(string Name, string Base, double Factor);
