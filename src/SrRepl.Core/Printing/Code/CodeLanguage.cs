using System.Collections.Frozen;

namespace SrRepl.Core;

/// <summary>A programming language that formulas are written in: all that the printer knows of it.</summary>
/// <param name="Name">As users call it.</param>
/// <param name="Frame">The function's text: #1 is its name, #2 the parameters, #3 what it returns.</param>
/// <param name="Parameter">A parameter's text, #1 being its name.</param>
/// <param name="Keywords">Words that cannot name a variable.</param>
/// <param name="NotANumber">nan.</param>
/// <param name="Infinity">Plus infinity.</param>
/// <param name="Templates">How each operator is written, #1, #2, ... being the arguments; sums, products and signs need no row.</param>
public sealed record CodeLanguage(
    string Name, string Frame, string Parameter, FrozenSet<string> Keywords, string NotANumber, string Infinity, FrozenDictionary<Operator, string> Templates)
{
    /// <summary>Names that users also know it by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
