using System.Collections;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>The arguments of a script; one that was not given is told as such.</summary>
internal sealed class ScriptArguments(IReadOnlyList<string> given) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => given.Count;

    /// <summary>An argument, counted from 0.</summary>
    /// <exception cref="DiagnosticException">It was not given.</exception>
    public string this[int index] => index >= 0 && index < given.Count
        ? given[index]
        : throw new DiagnosticException(Errors.ScriptArgumentMissing(index, given.Count));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => given.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
