namespace SrRepl.Repl.Tests;

/// <summary>Which of the keys that arrive together are one text for the editor, and which are pressed: ¶ stands for Enter, » for Tab.</summary>
public class KeyGroupsTests
{
    [Theory]
    [InlineData("1 + 1", "[1 + 1]")]
    [InlineData("1 + 1¶", "[1 + 1][¶]")]
    [InlineData("let f x =¶    x + 1¶", "[let f x =¶    x + 1][¶]")]
    [InlineData("a¶b", "[a¶b]")]
    [InlineData("simp»", "[simp][»]")]
    [InlineData("a»b", "[a»b]")]
    [InlineData("¶", "[¶]")]
    [InlineData("1¶^2", "[1][¶][^][2]")]
    public void A_paste_is_one_text_and_runs_by_the_enter_at_its_end(string keys, string groups) => Grouped(keys, typedAhead: false).ShouldBe(groups);

    [Theory]
    [InlineData("1 + 1¶2¶", "[1 + 1][¶][2][¶]")]
    [InlineData("let f x =¶    x + 1¶f 2¶", "[let f x =¶    x + 1][¶][f 2][¶]")]
    [InlineData("sim»", "[sim][»]")]
    public void What_was_typed_ahead_runs_line_by_line(string keys, string groups) => Grouped(keys, typedAhead: true).ShouldBe(groups);

    private static string Grouped(string text, bool typedAhead)
    {
        var keys = text.Select(KeyOf).ToList();
        return string.Concat(text.Select((c, i) => KeyGroups.Joined(keys, i, typedAhead) ? $"{c}" : i == 0 ? $"[{c}" : $"][{c}")) + "]";
    }

    // ^ is Ctrl-C.
    private static ConsoleKeyInfo KeyOf(char c) => c switch
    {
        '¶' => new('\r', ConsoleKey.Enter, false, false, false),
        '»' => new('\t', ConsoleKey.Tab, false, false, false),
        '^' => new('\u0003', ConsoleKey.C, false, false, true),
        _ => new(c, ConsoleKey.None, false, false, false),
    };
}
