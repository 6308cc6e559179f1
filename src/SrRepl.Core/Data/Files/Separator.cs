namespace SrRepl.Core;

/// <summary>What stands between the cells of a file.</summary>
internal static class Separator
{
    // In the order of preference where the first line holds several equally often.
    private static readonly (string Name, byte Byte)[] Known =
        [(",", (byte)','), ("tab", (byte)'\t'), (";", (byte)';'), ("|", (byte)'|'), (" ", (byte)' '), ("\t", (byte)'\t'), ("space", (byte)' ')];

    private static readonly Dictionary<string, byte> OfFormat = new(StringComparer.Ordinal)
    {
        [".csv"] = (byte)',',
        [".tsv"] = (byte)'\t',
        [".tab"] = (byte)'\t',
    };

    /// <summary>The separator a user named.</summary>
    public static byte Named(string name)
    {
        foreach (var (known, value) in Known)
            if (known == name)
                return value;
        throw new DiagnosticException(Errors.BadSeparator(name));
    }

    /// <summary>The separator of a file: what its extension promises when the first line holds it, else what that line holds most often.</summary>
    public static byte Sniff(string format, ReadOnlySpan<byte> firstLine)
    {
        if (OfFormat.TryGetValue(format, out var promised) && CountOutsideQuotes(firstLine, promised) > 0)
            return promised;
        var (best, most) = ((byte)',', 0);
        foreach (var (_, candidate) in Known)
        {
            var count = CountOutsideQuotes(firstLine, candidate);
            // Blanks also stand beside other separators and inside names: they count only where nothing else does.
            if (count > most && (candidate != ' ' || most == 0))
                (best, most) = (candidate, count);
        }
        return best;
    }

    private static int CountOutsideQuotes(ReadOnlySpan<byte> line, byte separator)
    {
        var (count, quoted) = (0, false);
        foreach (var value in line.Trim(" "u8))
        {
            quoted ^= value == '"';
            count += !quoted && value == separator ? 1 : 0;
        }
        return count;
    }
}
