using SrRepl.Language;

namespace SrRepl.Repl.Tests;

public class RedirectedEditorTests
{
    [Fact]
    public void Each_statement_is_an_input_with_its_line() =>
        ReadAll("1\n\n2\n").ShouldBe([new LineRead.Input("1", 1), new LineRead.Input("2", 3)]);

    [Fact]
    public void Indented_lines_and_infix_operators_go_on() =>
        ReadAll("let f x =\n    let y = x\n\n    y\nf 1\n|> g\n+ 2\n3").ShouldBe(
        [
            new LineRead.Input("let f x =\n    let y = x\n\n    y", 1),
            new LineRead.Input("f 1\n|> g\n+ 2", 5),
            new LineRead.Input("3", 8),
        ]);

    [Fact]
    public void A_command_is_an_input_of_its_own() =>
        ReadAll("1\n#ls\n:type 1\n  + 2").ShouldBe(
        [
            new LineRead.Input("1", 1), new LineRead.Input("#ls", 2), new LineRead.Input(":type 1", 3), new LineRead.Input("  + 2", 4),
        ]);

    [Fact]
    public void C_sharp_goes_on_while_it_is_unfinished_or_indented() =>
        ReadAll("#cs double F(double x)\n{\nreturn x;\n}\n#cs xs\n    .Sum()\n#cs var y = 4\n1").ShouldBe(
        [
            new LineRead.Input("#cs double F(double x)\n{\nreturn x;\n}", 1), new LineRead.Input("#cs xs\n    .Sum()", 5), new LineRead.Input("#cs var y = 4", 7),
            new LineRead.Input("1", 8),
        ]);

    [Fact]
    public void Open_brackets_go_on_over_unindented_lines() =>
        ReadAll("[1;\n2]\n3").ShouldBe([new LineRead.Input("[1;\n2]", 1), new LineRead.Input("3", 3)]);

    private static List<LineRead> ReadAll(string text)
    {
        var editor = new RedirectedEditor(new StringReader(text), new Session().Classify);
        var inputs = new List<LineRead>();
        while (editor.Read() is LineRead.Input input)
            inputs.Add(input);
        return inputs;
    }
}
