using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SrRepl.Core;

/// <summary>
/// Prints a formula as SymPy reads it (sympify, or Python after <c>from sympy import *</c>): operators that SymPy lacks are written
/// out by their meaning or as Piecewise, tables as undefined functions. Truth is 1 and 0, as in the formula.
/// </summary>
public static class SymPyPrinter
{
    private const int Atom = 100;

    // Names that sympify reads as something else than a symbol.
    private static readonly FrozenSet<string> Taken = new[]
    {
        "E", "I", "N", "O", "Q", "S", "C", "beta", "gamma", "zeta", "lambda", "pi", "oo", "nan", "zoo", "test", "re", "im", "arg", "sign", "Symbol",
        "Function", "Piecewise", "Rational", "True", "False", "None", "and", "or", "not", "is", "in", "if", "else", "for", "def", "from", "import",
        "class", "return", "while", "with", "as", "del", "try", "pass", "global", "assert", "yield", "raise", "break", "continue", "elif", "except",
        "finally", "nonlocal", "async", "await", "exp", "log", "ln", "sin", "cos", "tan", "sqrt", "Abs", "Min", "Max", "Mod", "erf", "ff", "rf", "var",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What SymPy has no function for; #1, #2, ... are the arguments, printed without need of parentheses.
    private static readonly FrozenDictionary<Operator, string> Written = new Dictionary<Operator, string>
    {
        [Operators.Cbrt] = "real_root(#1, 3)",
        // Halves go up, then back down where that made an odd number.
        [Operators.Round] = "floor((#1) + Rational(1, 2)) - Piecewise((1, Eq(Mod(#1, 2), Rational(1, 2))), (0, True))",
        [Operators.CopySign] = "Abs(#1)*Piecewise((1, (#2) >= 0), (-1, True))",
        [Operators.Greater] = "Piecewise((1, (#1) > (#2)), (0, True))",
        [Operators.GreaterEqual] = "Piecewise((1, (#1) >= (#2)), (0, True))",
        [Operators.Less] = "Piecewise((1, (#1) < (#2)), (0, True))",
        [Operators.LessEqual] = "Piecewise((1, (#1) <= (#2)), (0, True))",
        [Operators.Equal] = "Piecewise((1, Eq(#1, #2)), (0, True))",
        [Operators.NotEqual] = "Piecewise((1, Ne(#1, #2)), (0, True))",
        [Operators.And] = "Piecewise((1, And((#1) > 0, (#2) > 0)), (0, True))",
        [Operators.Or] = "Piecewise((1, Or((#1) > 0, (#2) > 0)), (0, True))",
        [Operators.IfElse] = "Piecewise((#2, (#1) > 0), (#3, True))",
    }.ToFrozenDictionary();

    private readonly record struct Piece(string Text, int Precedence)
    {
        public string In(int context) => Precedence < context ? $"({Text})" : Text;
    }

    /// <summary>The formula as SymPy.</summary>
    public static string Print(Expr expr) => Write(expr).Text;

    private static Piece Write(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expr switch
        {
            Constant constant => new(Number(constant.Value), double.IsNegative(constant.Value) ? Notation.Sign : Atom),
            Variable variable => new(Symbol(variable.Name), Atom),
            Apply apply => Write(apply.Operator, apply.Arguments),
            _ => throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr)),
        };
    }

    private static Piece Write(Operator op, ImmutableArray<Expr> arguments)
    {
        if (Written.TryGetValue(op, out var template))
            return new(Template.Fill(template, [.. arguments.Select(argument => Write(argument).Text)]), Notation.Additive);
        if (op is DefinedOperator defined)
            return Write(defined.Inline(arguments));
        if (op is Annotation)
            return Write(arguments[0]);
        return op.Notation.Form switch
        {
            NotationForm.Infix => WriteInfix(op.Notation, Write(arguments[0]), Write(arguments[1])),
            NotationForm.Prefix => new(op.Notation.Symbol + Write(arguments[0]).In(Notation.Sign + 1), Notation.Sign),
            _ when op is BuiltInOperator { SymPy: { } name } => WriteCall(name, arguments),
            _ when op is BuiltInOperator { Meaning: { } meaning } => Write(meaning(arguments)),
            _ => WriteCall($"Function('{op.Name}')", arguments),
        };
    }

    private static Piece WriteInfix(Notation notation, Piece left, Piece right)
    {
        var (first, second) = notation.RightAssociative ? (notation.Precedence + 1, notation.Precedence) : (notation.Precedence, notation.Precedence + 1);
        var blank = notation.Precedence < Notation.Multiplicative ? " " : "";
        return new($"{left.In(first)}{blank}{notation.Symbol}{blank}{right.In(second)}", notation.Precedence);
    }

    private static Piece WriteCall(string name, ImmutableArray<Expr> arguments) =>
        new($"{name}({string.Join(", ", arguments.Select(argument => Write(argument).Text))})", Atom);

    private static string Number(double value) =>
        double.IsNaN(value) ? "nan"
        : double.IsInfinity(value) ? value > 0 ? "oo" : "-oo"
        : InfixPrinter.Number(value);

    private static string Symbol(string name)
    {
        var plain = name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return plain && !Taken.Contains(name)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"Symbol('{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}')");
    }
}
