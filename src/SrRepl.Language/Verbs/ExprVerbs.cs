using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Text as a formula.</summary>
public static class ExprVerbs
{
    /// <summary>Reads a formula from infix text as PySR, SymPy, hls4ml and this program write it; the session's functions can be called in it.</summary>
    /// <exception cref="DiagnosticException">The text is no formula.</exception>
    [Verb("formula", "reads a formula from text as PySR, SymPy and hls4ml write it", Example = "expr \"x0**2 + 2.5*cos(x1) - 0.5\"")]
    public static Expr Expr(this string text) => FormulaReader.Read(text, name => Session.Current?.FindOperator(name));
}
