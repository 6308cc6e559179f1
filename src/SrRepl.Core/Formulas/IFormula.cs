using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// Anything that stands for a formula where a verb wants one: an <see cref="Expr"/>, a candidate of a front, the result
/// of simplify, a function of the language.
/// </summary>
public interface IFormula
{
    /// <summary>The formula itself.</summary>
    Expr Formula { get; }

    /// <summary>Its inputs in order. A function's parameters, used or not; otherwise the variables that occur.</summary>
    ImmutableArray<string> Parameters => Formula.Variables();

    /// <summary>Whether the parameters are places of arguments, whatever their names, as a function's are.</summary>
    bool IsFunction => false;
}
