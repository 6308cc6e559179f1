namespace SrRepl.Core;

/// <summary>Finds the known name a user most likely meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The name closest to <paramref name="typed"/>, or null when none is near: more than a third of its letters differ, or,
    /// in a name of one or two letters, any. Of names equally near, one of the same letters, then the one that begins most alike: who
    /// types on has begun right.
    /// </summary>
    public static string? To(string typed, IEnumerable<string> known)
    {
        var limit = typed.Length < 3 ? 0 : Math.Max(1, typed.Length / 3);
        var folded = Fold(typed);
        return known.Where(name => Math.Abs(name.Length - typed.Length) <= limit)
            .Select(name => (Name: name, Distance: Distance(folded, Fold(name))))
            .Where(near => near.Distance <= limit)
            .OrderBy(near => near.Distance).ThenByDescending(near => Fold(near.Name).Order().SequenceEqual(folded.Order()))
            .ThenByDescending(near => Fold(near.Name).AsSpan().CommonPrefixLength(folded)).ThenBy(near => near.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>"did you mean x?", or null when nothing is near.</summary>
    public static string? Hint(string typed, IEnumerable<string> known) =>
        To(typed, known) is { } name ? $"did you mean `{name}`?" : null;

    /// <summary>A name without case and underscores, as options are matched.</summary>
    public static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // Damerau's edit distance with adjacent transpositions: a swapped pair of letters is one slip, not two.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        return rows[a.Length, b.Length];
    }
}
