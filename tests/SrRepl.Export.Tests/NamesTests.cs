using SrRepl.Tests;

namespace SrRepl.Export.Tests;

/// <summary>Names and texts on their way to compilers and shells.</summary>
public class NamesTests
{
    public static TheoryData<string> Hostile => new("$(touch pwned)", "`id`", "a'b", "a\"b", "a b", "; rm -rf .", "\\", "$HOME", "*", "..", "-rf", "λ", "a\nb", "", "~", "!1", "#", "|", "&");

    [ToolTheory("sh")]
    [MemberData(nameof(Hostile))]
    public void AShellReadsAQuotedTextAsOneWord(string text) =>
        Tool.Run(Path.GetTempPath(), "sh", "-c", $"printf '[%s]' {Shell.Quote(text)}").ShouldBe((0, $"[{text}]"));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void AnIdentifierIsMadeOfAnyText(string text)
    {
        var name = Identifier.From(text, "x");
        name.ShouldMatch("^[A-Za-z_][A-Za-z0-9_]*$");
        Identifier.Port(text, "x").ShouldMatch("^[A-Za-z_][A-Za-z0-9_]*$");
        Identifier.Check(Identifier.From(text + " top", "x")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("x", "x_", "x")]
    [InlineData("wire", "wire_", "wire_")]
    [InlineData("logic", "logic_", "logic_")]
    [InlineData("Signal", "Signal_", "Signal_")]
    [InlineData("sin", "sin_", "sin")]
    [InlineData("2nd jet", "q_2nd_jet", "q_2nd_jet")]
    public void WordsOfALanguageAreMadeOthers(string text, string identifier, string port) =>
        (Identifier.From(text, "q"), Identifier.Port(text, "q")).ShouldBe((identifier, port));
}
