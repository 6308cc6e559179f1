namespace SrRepl.Core;

/// <summary>
/// Marks a property of a verb's options record as something a user can set: <c>{ maxSize = 25 }</c> in a .sr script,
/// <c>new() { MaxSize = 25 }</c> in a .csx script. Help, completion and the reference are generated from it.
/// </summary>
/// <param name="help">One line, no full stop; units and range where they matter.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string help) : Attribute
{
    /// <summary>The line of help.</summary>
    public string Help { get; } = help;

    /// <summary>The unit a bare number is in ("ns", "s"); a measure such as <c>200&lt;MHz&gt;</c> is converted to it.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the verb also takes this option without a record: <c>pick "best"</c>.</summary>
    public bool Bare { get; init; }
}
