using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

public sealed partial class GrammarTests
{
    private const int Sentences = 10_000;

    private static readonly string Folder = Path.Combine(SrRepl.Tests.ReferenceData.Root, "grammar");

    internal static IReadOnlyDictionary<string, Rule> Rules { get; } = Ebnf.Read(File.ReadAllText(Path.Combine(Folder, "sr.ebnf")));

    [Fact]
    public void The_parser_accepts_every_sentence_of_the_grammar()
    {
        var maker = new SentenceMaker(Rules, new Random(7));
        for (var i = 0; i < Sentences; i++)
        {
            var text = SentenceMaker.Text(maker.Words());
            var script = Script.Parse(new SourceText(text, "input"));
            if (!script.Diagnostics.IsEmpty)
                Assert.Fail($"sentence {i}\n{text}\n{script.Diagnostics[0]}");
        }
    }

    [Fact]
    public void A_mutated_sentence_gives_statements_or_a_diagnostic()
    {
        var maker = new SentenceMaker(Rules, new Random(11));
        for (var i = 0; i < Sentences; i++)
        {
            var source = new SourceText(SentenceMaker.Text(maker.Mutated()), "input");
            var script = Script.Parse(source);
            script.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Place != null && diagnostic.Number < 900);
            new Session().Check(source).Count.ShouldBeGreaterThanOrEqualTo(script.Diagnostics.Length);
        }
    }

    [Fact]
    public void Every_infix_sign_and_keyword_stands_in_the_grammar()
    {
        var words = Rules.Values.SelectMany(Words).ToHashSet();
        words.ShouldBeSubsetOf([.. Vocabulary.Infix.Select(sign => sign.Text), .. Vocabulary.OtherSigns, .. ReservedWords.Keywords,
            "(", ")", "[", "]", "{", "}", ",", ";", ".", "<", ">", "_", "ap_fixed", "ap_ufixed"]);
        Vocabulary.Infix.Select(sign => sign.Text).ShouldBeSubsetOf(words);
        ReservedWords.Keywords.ShouldBeSubsetOf(words);
    }

    [Fact]
    public void The_editor_colours_the_lexers_words_and_signs()
    {
        var colours = File.ReadAllText(Path.Combine(Folder, "sr.tmLanguage.json"));
        Alternatives(colours, "keyword.control.sr").ShouldBe(ReservedWords.Keywords, ignoreOrder: true);
        Alternatives(colours, "constant.language.sr").ShouldBe(ReservedWords.Constants.Keys, ignoreOrder: true);
        Unit().Match(colours).Groups[1].Value.Split('|').ShouldBe(Vocabulary.Units.Select(unit => unit.Name), ignoreOrder: true);
        var signs = new Regex("^(?:" + Signs().Match(colours).Groups[1].Value.Replace("\\\\", "\\") + ")$");
        foreach (var sign in Vocabulary.Infix.Select(sign => sign.Text).Concat(Vocabulary.OtherSigns))
            signs.IsMatch(sign).ShouldBeTrue(sign);
    }

    private static IEnumerable<string> Alternatives(string colours, string scope) =>
        new Regex($"\"name\": \"{Regex.Escape(scope)}\", \"match\": \"\\\\\\\\b\\(\\?:([^)]*)\\)").Match(colours).Groups[1].Value.Split('|');

    private static IEnumerable<string> Words(Rule rule) => rule switch
    {
        Word word => [word.Text],
        Joined joined => joined.Parts.SelectMany(Words),
        Choice choice => choice.Ways.SelectMany(Words),
        Maybe maybe => Words(maybe.Inner),
        Repeated repeated => Words(repeated.Inner),
        _ => [],
    };

    [GeneratedRegex(@"\(<\(\?:([^)]*)\)>\)")]
    private static partial Regex Unit();

    [GeneratedRegex("\"name\": \"keyword.operator.sr\", \"match\": \"([^\"]*)\"")]
    private static partial Regex Signs();
}
