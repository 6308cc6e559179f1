using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>
/// Prints a formula in infix so that reading it back gives the very same tree: constants in their shortest
/// round-trip form, parentheses only where grouping needs them, names that are not plain in double backticks.
/// </summary>
public static class InfixPrinter
{
    private const int Loosest = 0;

    /// <summary>The formula as text.</summary>
    public static string Print(Expr expr)
    {
        var text = new StringBuilder();
        Write(text, expr, Loosest);
        return text.ToString();
    }

    /// <summary>A number in its shortest form that reads back to the same double.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? "nan"
        : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e');

    /// <summary>A variable's name, quoted where it is not a plain one.</summary>
    public static string Name(string name) => IsPlain(name) ? name : $"``{name}``";

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '\'')
        && !ReservedWords.Contains(name);

    private static void Write(StringBuilder text, Expr expr, int context)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expr)
        {
            case Constant { Value: var value }:
                // A negative number binds like a sign: as a power's base it needs parentheses.
                Wrap(text, double.IsNegative(value) && context > Notation.Sign, () => text.Append(Number(value)));
                break;
            case Variable { Name: var name }:
                text.Append(Name(name));
                break;
            case Apply apply:
                WriteApply(text, apply, context);
                break;
        }
    }

    private static void WriteApply(StringBuilder text, Apply apply, int context)
    {
        var notation = apply.Operator.Notation;
        switch (notation.Form)
        {
            case NotationForm.Infix:
                Wrap(text, context > notation.Precedence, () => WriteInfix(text, apply, notation));
                break;
            case NotationForm.Prefix:
                Wrap(text, context > notation.Precedence, () =>
                {
                    text.Append(notation.Symbol);
                    // -(2.5) is a sign applied to a constant; -2.5 would read back as one constant.
                    Wrap(text, apply.Arguments[0] is Constant, () => Write(text, apply.Arguments[0], notation.Precedence));
                });
                break;
            default:
                text.Append(apply.Operator is Annotation ? apply.Operator.Name : Name(apply.Operator.Name)).Append('(');
                for (var i = 0; i < apply.Arguments.Length; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Write(text, apply.Arguments[i], Loosest);
                }
                text.Append(')');
                break;
        }
    }

    private static void WriteInfix(StringBuilder text, Apply apply, Notation notation)
    {
        var tight = notation.Precedence >= Notation.Multiplicative;
        var (left, right) = notation.RightAssociative
            ? (notation.Precedence + 1, notation.Precedence)
            : (notation.Precedence, notation.Precedence + 1);
        if (notation.Precedence == Notation.Comparison)
            left = Notation.Comparison + 1;
        Write(text, apply.Arguments[0], left);
        text.Append(tight ? notation.Symbol : $" {notation.Symbol} ");
        Write(text, apply.Arguments[1], right);
    }

    private static void Wrap(StringBuilder text, bool needed, Action write)
    {
        text.Append(needed ? "(" : "");
        write();
        text.Append(needed ? ")" : "");
    }
}
