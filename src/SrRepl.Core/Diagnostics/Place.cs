namespace SrRepl.Core;

/// <summary>Where something was read: a file (or "input"), one-based line and column, and the line itself for the carets.</summary>
/// <param name="File">The name as the user gave it.</param>
/// <param name="Line">One-based line.</param>
/// <param name="Column">One-based column, in characters.</param>
/// <param name="LineText">The text of that line, without its line break; empty when it cannot be shown.</param>
/// <param name="Length">How many characters the carets underline; at least 1.</param>
public sealed record Place(string File, int Line, int Column, string LineText = "", int Length = 1);
