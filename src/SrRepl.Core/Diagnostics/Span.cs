namespace SrRepl.Core;

/// <summary>A run of characters in a <see cref="SourceText"/>: zero-based start and length, both in UTF-16 units.</summary>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>The position just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that holds both.</summary>
    public Span To(Span other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The span from <paramref name="start"/> up to, not with, <paramref name="end"/>.</summary>
    public static Span FromBounds(int start, int end) => new(start, end - start);
}
