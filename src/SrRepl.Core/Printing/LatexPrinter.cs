using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SrRepl.Core;

/// <summary>Prints a formula as LaTeX for math mode; needs no package but amsmath (cases, operatorname).</summary>
public static class LatexPrinter
{
    private const int Loosest = 0;
    private const int Factor = 50;
    private const int Atom = 100;

    private static readonly FrozenSet<string> Greek = new[]
    {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau",
        "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Relations = new Dictionary<string, string>
    {
        [">="] = @"\ge",
        ["<="] = @"\le",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly record struct Piece(string Text, int Precedence)
    {
        public string In(int context) => Precedence < context ? $@"\left({Text}\right)" : Text;
    }

    /// <summary>The formula as LaTeX.</summary>
    public static string Print(Expr expr) => Write(expr).Text;

    private static Piece Write(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expr switch
        {
            Constant constant => Number(constant.Value),
            Variable variable => new(Symbol(variable.Name), Atom),
            Apply apply => Write(apply.Operator, [.. apply.Arguments.Select(Write)]),
            _ => throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr)),
        };
    }

    private static Piece Write(Operator op, ImmutableArray<Piece> arguments)
    {
        if (op is Annotation)
            return arguments[0];
        if (op == Operators.IfElse)
            return new(Cases(arguments), Factor);
        if (op is BuiltInOperator { Latex: { } template })
            return new(Template.Fill(template, [.. arguments.Select((argument, i) => argument.In(ContextIn(template, i)))]), Factor);
        return op.Notation.Form switch
        {
            NotationForm.Infix => WriteInfix(op.Notation, arguments[0], arguments[1]),
            NotationForm.Prefix => new(op.Notation.Symbol + arguments[0].In(Notation.Sign + 1), Notation.Sign),
            _ => new($@"\operatorname{{{Escape(op.Name)}}}\left({string.Join(", ", arguments.Select(argument => argument.Text))}\right)", Factor),
        };
    }

    // A template that begins with its first argument raises it to a power: only an atom stands there bare.
    private static int ContextIn(string template, int argument) => argument == 0 && template.StartsWith("{#1}", StringComparison.Ordinal) ? Atom : Loosest;

    private static Piece WriteInfix(Notation notation, Piece left, Piece right)
    {
        var (a, b) = (left.In(notation.Precedence), right.In(notation.Precedence + 1));
        if (notation.Precedence != Notation.Multiplicative)
            return new($"{a} {Relations.GetValueOrDefault(notation.Symbol, notation.Symbol)} {b}", notation.Precedence);
        // Side by side means product, except where a digit would run on.
        var sign = char.IsAsciiDigit(b[0]) || b[0] == '-' ? @" \cdot " : " ";
        return new(a + sign + b, notation.Precedence);
    }

    private static string Cases(ImmutableArray<Piece> arguments) =>
        $@"\begin{{cases}} {arguments[1].Text} & \text{{if }} {arguments[0].In(Notation.Comparison + 1)} > 0 \\ {arguments[2].Text} & \text{{otherwise}} \end{{cases}}";

    private static Piece Number(double value)
    {
        if (double.IsNaN(value))
            return new(@"\mathrm{nan}", Atom);
        if (double.IsInfinity(value))
            return new(value > 0 ? @"\infty" : @"-\infty", value > 0 ? Atom : Notation.Sign);
        var parts = InfixPrinter.Number(value).Split('e');
        var text = parts.Length == 1 ? parts[0] : $@"{parts[0]} \cdot 10^{{{int.Parse(parts[1], CultureInfo.InvariantCulture)}}}";
        return new(text, double.IsNegative(value) ? Notation.Sign : parts.Length == 1 ? Atom : Notation.Multiplicative);
    }

    // x0 and x_0 are an x with an index; longer names stand upright.
    private static string Symbol(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var index = name[stem.Length..];
        stem = index.Length > 0 && stem.EndsWith('_') ? stem[..^1] : stem;
        if (stem.Length == 0)
            return $@"\mathrm{{{Escape(name)}}}";
        var letter = Greek.Contains(stem) ? $@"\{stem}" : stem.Length == 1 && char.IsLetter(stem[0]) ? stem : $@"\mathrm{{{Escape(stem)}}}";
        return index.Length == 0 ? letter : $"{letter}_{{{index}}}";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(c switch
            {
                '_' or '#' or '$' or '%' or '&' or '{' or '}' => $@"\{c}",
                '\\' => @"\backslash ",
                '^' => @"\hat{}",
                '~' => @"\sim ",
                ' ' => @"\ ",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
