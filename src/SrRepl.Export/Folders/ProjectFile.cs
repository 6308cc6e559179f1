namespace SrRepl.Export;

/// <summary>A file to write.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Text">Its whole text.</param>
/// <param name="Executable">Whether it is a program to run.</param>
internal sealed record ProjectFile(string Path, string Text, bool Executable = false);
