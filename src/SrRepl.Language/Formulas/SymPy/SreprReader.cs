using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Reads what SymPy's <c>srepr</c> writes, <c>Add(Symbol('x'), Integer(2))</c>: nothing but calls, numbers, names and quoted texts.
/// Assumptions on symbols and the precision of numbers are read over.
/// </summary>
internal sealed partial class SreprReader
{
    private const string Infix = "+*/^<>&|%";

    private readonly SourceText _source;
    private readonly Func<string, Operator?> _functions;
    private int _at;

    private SreprReader(SourceText source, Func<string, Operator?> functions)
    {
        _source = source;
        _functions = functions;
    }

    /// <summary>Whether a text is srepr's: it begins with a call, has one of its atoms, and no sign of arithmetic.</summary>
    public static bool Fits(string text) => Beginning().IsMatch(text) && Atom().IsMatch(text) && Quoted().Replace(text, "").AsSpan().IndexOfAny(Infix) < 0;

    /// <summary>The formula.</summary>
    /// <exception cref="DiagnosticException">The text is not as srepr writes it, or holds what is no real formula; the place is inside the text.</exception>
    public static Expr Read(SourceText source, Func<string, Operator?> functions)
    {
        var reader = new SreprReader(source, functions);
        var formula = reader.Value();
        if (reader.Next != '\0')
            throw reader.Expected("the end");
        return formula;
    }

    private char Next
    {
        get
        {
            while (_at < _source.Text.Length && char.IsWhiteSpace(_source.Text[_at]))
                _at++;
            return _at < _source.Text.Length ? _source.Text[_at] : '\0';
        }
    }

    private Expr Value()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var negative = Next == '-';
        if (negative)
            _at++;
        if (char.IsAsciiDigit(Next))
            return new Constant(Signed(negative, Digits()));
        var name = Name();
        if (Next != '(')
            return SymPyForms.Number(name.Text) is { } number ? new Constant(Signed(negative, number.Value)) : throw name.Error(Errors.NotInFormula($"`{name.Text}`"));
        return negative ? -Call(name) : Call(name);
    }

    private Expr Call(Origin name)
    {
        switch (name.Text)
        {
            case "Symbol" or "Dummy" or "Wild":
                return new Variable(Quotation());
            case "Float":
                var digits = new Origin(_source, new(_at + 1, 1));
                return new Constant(double.TryParse(Quotation(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw digits.Error(Errors.Expected("a number", "another text", null)));
            case "Integer":
                return new Constant((double)Whole(1)[0]);
            case "Rational":
                var parts = Whole(2);
                return new Constant((double)parts[0] / (double)parts[1]);
            case "Piecewise":
                return SymPyForms.Piecewise(Items(Piece));
            case "Function" or "UndefinedFunction":
                var at = _at + 1;
                var function = Quotation();
                return Apply(function, new Origin(_source, new(at, function.Length + 2)), Items(Value));
            default:
                return Apply(name.Text, name, Items(Value));
        }
    }

    private Expr Apply(string function, Origin origin, ImmutableArray<Expr> arguments)
    {
        if (_functions(function) is { } defined && defined.Arity == arguments.Length)
            return defined.Of(arguments);
        if (SymPyForms.Apply(function, arguments) is { } form)
            return form;
        var op = _functions(function) ?? Operators.Find(function) ?? throw origin.Error(Errors.UnknownFunction(function, [.. Operators.Names, .. SymPyForms.Names]));
        return op.Arity == arguments.Length ? op.Of(arguments) : throw origin.Error(Errors.WrongArity(function, op.Arity, arguments.Length));
    }

    private (Expr, Expr) Piece()
    {
        var name = Name();
        if (name.Text is not ("ExprCondPair" or "Tuple"))
            throw name.Error(Errors.Expected("ExprCondPair", $"`{name.Text}`", null));
        return Items(Value) is [var value, var condition] ? (value, condition) : throw name.Error(Errors.Expected("a value and its condition", "other items", null));
    }

    // What stands between parentheses, without assumptions such as real=True.
    private ImmutableArray<T> Items<T>(Func<T> item)
    {
        Take('(');
        var items = ImmutableArray.CreateBuilder<T>();
        while (Next != ')')
        {
            if (Assumption().Match(_source.Text, _at) is { Success: true } assumption)
                _at += assumption.Length;
            else
                items.Add(item());
            if (Next != ')')
                Take(',');
        }
        Take(')');
        return items.ToImmutable();
    }

    private string Quotation()
    {
        var text = Items(Text);
        return text.Length == 1 ? text[0] : throw Expected("a text in quotes");
    }

    private BigInteger[] Whole(int count)
    {
        var numbers = Items(() =>
        {
            var negative = Next == '-';
            if (negative)
                _at++;
            var start = _at;
            while (char.IsAsciiDigit(Next))
                _at++;
            return _at > start ? BigInteger.Parse(_source.Text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) * (negative ? -1 : 1) : throw Expected("a whole number");
        });
        return numbers.Length == count && (count < 2 || !numbers[1].IsZero) ? [.. numbers] : throw Expected(count == 1 ? "one whole number" : "two whole numbers");
    }

    private string Text()
    {
        var match = Next is '\'' or '"' ? Quoted().Match(_source.Text, _at) : Match.Empty;
        if (!match.Success || match.Index != _at)
            throw Expected("a text in quotes");
        _at += match.Length;
        return Regex.Replace(match.Value[1..^1], @"\\(.)", "$1");
    }

    private double Digits()
    {
        var match = Decimal().Match(_source.Text, _at);
        _at += match.Length;
        return double.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
    }

    private Origin Name()
    {
        var next = Next;
        var start = _at;
        while (_at < _source.Text.Length && (char.IsAsciiLetterOrDigit(_source.Text[_at]) || _source.Text[_at] == '_'))
            _at++;
        return _at > start ? new Origin(_source, new(start, _at - start)) : throw Expected(next == ')' || next == ',' ? "an argument" : "a name");
    }

    private void Take(char wanted)
    {
        if (Next != wanted)
            throw Expected($"`{wanted}`");
        _at++;
    }

    private DiagnosticException Expected(string what) =>
        new Origin(_source, new(_at, 1)).Error(Errors.Expected(what, Next == '\0' ? "the end" : $"`{Next}`", null));

    private static double Signed(bool negative, double value) => negative ? -value : value;

    [GeneratedRegex(@"^\s*[A-Za-z_]\w*\s*\(")]
    private static partial Regex Beginning();

    [GeneratedRegex("""\b(Symbol|Dummy|Float)\(\s*['"]|\b(Integer|Rational)\(\s*-?\d""")]
    private static partial Regex Atom();

    [GeneratedRegex(@"'(\\.|[^'\\])*'|""(\\.|[^""\\])*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\G[a-z_]+\s*=\s*(True|False|None|\d+)")]
    private static partial Regex Assumption();

    [GeneratedRegex(@"\G\d+(\.\d*)?([eE][-+]?\d+)?")]
    private static partial Regex Decimal();
}
