using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>How a run of code ended.</summary>
/// <param name="Value">The value of the last statement that was an expression; null when there was none.</param>
/// <param name="Diagnostics">Why it failed; empty when it did not.</param>
public sealed record Outcome(object? Value, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether everything ran.</summary>
    public bool Succeeded => Diagnostics.Count == 0 && !Interrupted;

    /// <summary>Whether the user stopped it.</summary>
    public bool Interrupted { get; init; }

    /// <summary>How much of the text went well, in characters: up to the statement that did not.</summary>
    public int Ran { get; init; }
}
