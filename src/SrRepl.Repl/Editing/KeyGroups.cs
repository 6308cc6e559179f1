namespace SrRepl.Repl;

/// <summary>
/// Which of the keys that arrive together are one text, and which are pressed. An Enter is pressed, unless the next line goes on by
/// the layout rule: it is indented, or begins with an infix sign or a closing bracket.
/// </summary>
internal static class KeyGroups
{
    private const string GoesOn = " \t|><*/+&%^=-)]}";

    /// <summary>Whether a key and the one before it are part of one text.</summary>
    /// <param name="keys">The keys that arrived.</param>
    /// <param name="index">The later of the two.</param>
    public static bool Joined(IReadOnlyList<ConsoleKeyInfo> keys, int index) =>
        index > 0 && index < keys.Count && IsText(keys, index - 1) && IsText(keys, index);

    /// <summary>Whether it depends on the key behind it what a key is.</summary>
    public static bool IsOpen(ConsoleKeyInfo key) => key.Modifiers == 0 && key.Key is ConsoleKey.Enter or ConsoleKey.Tab;

    private static bool IsText(IReadOnlyList<ConsoleKeyInfo> keys, int index) => keys[index] switch
    {
        { Modifiers: 0, Key: ConsoleKey.Enter } => index + 1 < keys.Count && GoesOn.Contains(keys[index + 1].KeyChar),
        { Modifiers: 0, Key: ConsoleKey.Tab } => index + 1 < keys.Count,
        var key => !char.IsControl(key.KeyChar),
    };
}
