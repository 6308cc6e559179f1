using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>Values pinned to a fixed-point type: a formula of the same value, whose node has this type in every kernel.</summary>
internal static class Pins
{
    /// <summary>The type of its text.</summary>
    /// <exception cref="DiagnosticException">The text is no type.</exception>
    public static FixedType TypeOf(TypeNode type, SourceText source)
    {
        try
        {
            return FixedType.Parse(type.Text);
        }
        catch (DiagnosticException failure)
        {
            throw new Origin(source, type.Span).Error(failure.Diagnostic);
        }
    }

    /// <summary>A number or a formula pinned to a type.</summary>
    /// <exception cref="DiagnosticException">The value is neither.</exception>
    public static Expr Pin(FixedType type, Argument argument) => Arithmetic.AsExpr(argument.Value) is { } formula
        ? TypePin.Pin(formula, type)
        : throw argument.Origin.Error(Errors.WrongArgument(type.ToString(), "a number or a formula", Kinds.WithArticle(argument.Value), null));
}
