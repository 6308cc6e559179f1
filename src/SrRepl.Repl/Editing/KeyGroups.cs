namespace SrRepl.Repl;

/// <summary>Which of the keys that wait belong together as text, and which stand alone.</summary>
internal static class KeyGroups
{
    /// <summary>Whether a key and the one before it are part of one text.</summary>
    /// <param name="keys">The keys that wait.</param>
    /// <param name="index">The later of the two.</param>
    /// <param name="typedAhead">Whether they were typed before the prompt was there; then each Enter is meant, unless an indented line follows.</param>
    public static bool Joined(IReadOnlyList<ConsoleKeyInfo> keys, int index, bool typedAhead) =>
        index > 0 && index < keys.Count && IsText(keys, index - 1, typedAhead) && IsText(keys, index, typedAhead);

    /// <summary>Whether a key is a break between words or lines inside a text, and a command at its end.</summary>
    public static bool IsBreak(ConsoleKeyInfo key) => key.Modifiers == 0 && key.Key is ConsoleKey.Enter or ConsoleKey.Tab;

    private static bool IsText(IReadOnlyList<ConsoleKeyInfo> keys, int index, bool typedAhead) =>
        IsBreak(keys[index])
            ? index + 1 < keys.Count && (!typedAhead || keys[index + 1].KeyChar is ' ' or '\t')
            : !char.IsControl(keys[index].KeyChar);
}
