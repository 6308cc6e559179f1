namespace SrRepl.Export;

/// <summary>What kind of folder an export writes.</summary>
/// <param name="Verb">The verb that writes it.</param>
/// <param name="Mark">A file that every such folder has, so that one of another kind is not taken for an older one of this kind.</param>
internal sealed record ExportKind(string Verb, string Mark);
