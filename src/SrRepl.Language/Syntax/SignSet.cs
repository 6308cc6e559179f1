namespace SrRepl.Language;

/// <summary>The signs that a text may have.</summary>
internal sealed class SignSet
{
    private const int Ascii = 128;

    private readonly string[][] _byFirst = new string[Ascii][];

    /// <summary>A set of signs, of ASCII characters all.</summary>
    public SignSet(IEnumerable<string> signs)
    {
        Array.Fill(_byFirst, []);
        foreach (var group in signs.GroupBy(sign => sign[0]))
            _byFirst[group.Key] = [.. group.OrderByDescending(sign => sign.Length)];
    }

    /// <summary>The longest sign that stands at a position of the text, or null.</summary>
    public string? At(string text, int position)
    {
        if (text[position] >= Ascii)
            return null;
        foreach (var sign in _byFirst[text[position]])
            if (string.CompareOrdinal(text, position, sign, 0, sign.Length) == 0)
                return sign;
        return null;
    }
}
