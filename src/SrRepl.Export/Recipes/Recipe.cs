using SrRepl.Core;

namespace SrRepl.Export;

/// <summary>The last line of a folder's script: the verb that writes the folder, and its options.</summary>
/// <param name="Verb">The verb's name.</param>
/// <param name="Name">The exported module or function.</param>
/// <param name="Options">Writes the options, given what stands for a dataset among them.</param>
internal sealed record Recipe(string Verb, string Name, Func<Func<string, Dataset, string>, string> Options);
