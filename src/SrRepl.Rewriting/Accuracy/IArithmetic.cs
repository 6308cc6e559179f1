using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>An arithmetic other than that of doubles, in which the form of a formula matters more. Fixed-point types are ones.</summary>
public interface IArithmetic
{
    /// <summary>The formula's value in every row, computed in this arithmetic exactly as the formula is written.</summary>
    /// <exception cref="DiagnosticException">The formula cannot be computed so, or a variable is no column.</exception>
    Column Compute(Expr formula, Dataset data);
}
