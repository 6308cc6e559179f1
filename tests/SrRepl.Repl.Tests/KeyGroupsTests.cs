namespace SrRepl.Repl.Tests;

/// <summary>Which of the keys that arrive together are one text for the editor, and which are pressed: ¶ stands for Enter, » for Tab, ^ for Ctrl-C.</summary>
public class KeyGroupsTests
{
    [Theory]
    [InlineData("1 + 1", "[1 + 1]")]
    [InlineData("1 + 1¶", "[1 + 1][¶]")]
    [InlineData("1 + 1¶2¶", "[1 + 1][¶][2][¶]")]
    [InlineData("let f x =¶    x + 1¶", "[let f x =¶    x + 1][¶]")]
    [InlineData("let f x =¶    x + 1¶f 2¶", "[let f x =¶    x + 1][¶][f 2][¶]")]
    [InlineData("x¶|> sin¶", "[x¶|> sin][¶]")]
    [InlineData("[¶    1¶]¶", "[[¶    1¶]][¶]")]
    [InlineData("simp»", "[simp][»]")]
    [InlineData("let f x =¶»x", "[let f x =¶»x]")]
    [InlineData("¶", "[¶]")]
    [InlineData("1¶^2", "[1][¶][^][2]")]
    public void Enter_is_pressed_unless_the_next_line_goes_on(string text, string groups)
    {
        var keys = text.Select(KeyOf).ToList();
        var grouped = string.Concat(text.Select((c, i) => KeyGroups.Joined(keys, i) ? $"{c}" : i == 0 ? $"[{c}" : $"][{c}")) + "]";
        grouped.ShouldBe(groups);
    }

    private static ConsoleKeyInfo KeyOf(char c) => c switch
    {
        '¶' => new('\r', ConsoleKey.Enter, false, false, false),
        '»' => new('\t', ConsoleKey.Tab, false, false, false),
        '^' => new('\u0003', ConsoleKey.C, false, false, true),
        _ => new(c, ConsoleKey.None, false, false, false),
    };
}
