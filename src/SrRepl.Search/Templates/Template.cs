using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A form that a search's formulas must have: a formula over the columns in which some functions, and perhaps some numbers, are
/// unknown and searched for, as in f(a, b)*g(c) (PySR's TemplateExpressionSpec).
/// </summary>
public sealed class Template
{
    /// <summary>A template of a formula that applies <see cref="TemplatePart"/>s.</summary>
    /// <param name="body">The formula; a variable of it is a column, or one of the unknown numbers.</param>
    /// <param name="numbers">The names of variables that are unknown numbers where the dataset has no such column.</param>
    /// <exception cref="DiagnosticException">A part is applied to different numbers of arguments.</exception>
    public Template(Expr body, ImmutableArray<string> numbers = default)
    {
        Body = body;
        Numbers = numbers.IsDefault ? [] : numbers;
        var parts = new List<TemplatePart>();
        body.Visit(node =>
        {
            if (node is not Apply { Operator: TemplatePart part } || parts.Contains(part))
                return;
            if (parts.Find(other => other.Name == part.Name) is { } other)
                throw new DiagnosticException(Errors.TemplateArity(part.Name, other.Arity, part.Arity));
            parts.Add(part);
        });
        Parts = [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal)];
    }

    /// <summary>The formula.</summary>
    public Expr Body { get; }

    /// <summary>The unknown functions, by name.</summary>
    public ImmutableArray<TemplatePart> Parts { get; }

    /// <summary>Variables that are unknown numbers unless the dataset has them as columns.</summary>
    public ImmutableArray<string> Numbers { get; }

    /// <summary>The formula as it was written.</summary>
    public override string ToString() => Body.ToString();
}
