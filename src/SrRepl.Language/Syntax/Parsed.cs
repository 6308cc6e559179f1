using Sprache;

namespace SrRepl.Language;

/// <summary>A success as small as it can be: Sprache's own carries a message and a list, and a long formula has a million of them.</summary>
/// <param name="value">What was read.</param>
/// <param name="remainder">Where the text goes on.</param>
internal sealed class Parsed<T>(T value, IInput remainder) : IResult<T>
{
    /// <inheritdoc/>
    public T Value => value;

    /// <inheritdoc/>
    public bool WasSuccessful => true;

    /// <inheritdoc/>
    public string Message => "";

    /// <inheritdoc/>
    public IEnumerable<string> Expectations => [];

    /// <inheritdoc/>
    public IInput Remainder => remainder;
}
