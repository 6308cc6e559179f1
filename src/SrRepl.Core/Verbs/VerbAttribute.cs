namespace SrRepl.Core;

/// <summary>
/// Marks a public extension method as a verb: its first parameter is the subject, a second one the options record.
/// The same method is the verb of the language (in camel case) and of C# scripts.
/// </summary>
/// <param name="group">The group it is listed in: data, formula, search, hardware, session.</param>
/// <param name="help">One sentence: what goes in, what comes out.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VerbAttribute(string group, string help) : Attribute
{
    /// <summary>The group it is listed in.</summary>
    public string Group { get; } = group;

    /// <summary>What goes in and what comes out.</summary>
    public string Help { get; } = help;

    /// <summary>A line of the language that shows it.</summary>
    public string? Example { get; init; }
}
