using System.Text;

namespace SrRepl.Core;

/// <summary>What a cell holds: a number, nothing, or text.</summary>
internal static class CellText
{
    private static readonly string[] MissingWords = ["", "na", "n/a", "nan", "+nan", "-nan", "?", "null", "none"];

    private static readonly (string Word, double Value)[] NamedNumbers =
    [
        ("inf", double.PositiveInfinity), ("+inf", double.PositiveInfinity), ("-inf", double.NegativeInfinity),
        ("infinity", double.PositiveInfinity), ("+infinity", double.PositiveInfinity), ("-infinity", double.NegativeInfinity),
    ];

    /// <summary>Whether the content stands for "no value here".</summary>
    public static bool IsMissing(ReadOnlySpan<byte> content)
    {
        foreach (var word in MissingWords)
            if (Ascii.EqualsIgnoreCase(content, word))
                return true;
        return false;
    }

    /// <summary>Whether the whole content is a number. One too large for a double is an infinity that the text does not name.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> content, out double value)
    {
        if (content.Length > 0 && DecimalText.Read(content, out value) == content.Length)
            return true;
        foreach (var (word, named) in NamedNumbers)
            if (Ascii.EqualsIgnoreCase(content, word))
            {
                value = named;
                return true;
            }
        value = double.NaN;
        return false;
    }

    /// <summary>Whether the content is a number written with a decimal comma: 1,5.</summary>
    public static bool HasDecimalComma(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && comma == text.LastIndexOf(',') && IsNumber(Encoding.UTF8.GetBytes(text.Replace(',', '.')), out _);
    }
}
