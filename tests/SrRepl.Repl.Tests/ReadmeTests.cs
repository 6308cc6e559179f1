using System.Text;
using System.Text.RegularExpressions;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>
/// The README is held to the program: what it shows is what is printed. With SRREPL_REGENERATE=1 what is shown is written
/// anew first.
/// </summary>
public partial class ReadmeTests
{
    private static readonly string File = Path.Combine(ReferenceData.Root, "README.md");
    private const string Picture = "README.svg";

    private static readonly Lazy<string> Shown = new(Load);
    private static readonly Lazy<string> QuickstartPrints = new(RunQuickstart);

    private static string Text => Shown.Value;

    public static TheoryData<string, string, string> Sessions()
    {
        var sessions = new TheoryData<string, string, string>();
        foreach (Match match in Session().Matches(Text))
            sessions.Add(match.Groups["language"].Value, match.Groups["code"].Value, match.Groups["shown"].Value);
        return sessions;
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_session_prints_what_the_readme_shows(string language, string code, string shown) => Printed(language, code).ShouldBe(shown);

    [Fact]
    public void The_quickstart_prints_what_the_readme_shows() =>
        Quickstart().Match(Text).Groups["shown"].Value.ShouldBe(QuickstartPrints.Value);

    [Fact]
    public void Every_verb_is_explained_in_a_sentence() =>
        VerbTable.Names.Where(name => !Regex.IsMatch(Text, $@"^\| {name} \| \w.*\|$", RegexOptions.Multiline)).ShouldBeEmpty();

    [Fact]
    public void Every_script_is_listed() =>
        Directory.EnumerateFiles(Path.Combine(ReferenceData.Root, "scripts"), "*.sr")
            .Select(path => $"`scripts/{Path.GetFileName(path)}`")
            .Where(script => !Text.Contains(script, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_reference_of_the_verbs_is_the_verb_table()
    {
        var file = Path.Combine(ReferenceData.Root, "grammar", "verbs.md");
        if (Regenerates)
            System.IO.File.WriteAllText(file, Reference());
        System.IO.File.ReadAllText(file).ShouldBe(Reference(), "SRREPL_REGENERATE=1 writes it anew");
    }

    [Fact]
    public void What_it_names_is_there()
    {
        foreach (Match match in PathName().Matches(Text))
            Path.Exists(Path.Combine(ReferenceData.Root, match.Value)).ShouldBeTrue(match.Value);
    }

    private static bool Regenerates => Environment.GetEnvironmentVariable("SRREPL_REGENERATE") == "1";

    private static string Reference()
    {
        var text = new StringBuilder("""
            # The verbs

            Written from the verb table by a test. An option marked *bare* can be given without a record. In C# a verb and its
            options are the same words in Pascal case: `x |> verb { option = 1 }` is `x.Verb(new() { Option = 1 })`.

            """);
        foreach (var verb in VerbTable.All)
        {
            text.Append($"\n## {verb.Name}\n\n{Upper(verb.Summary)}.\n");
            foreach (var group in verb.Signatures.GroupBy(signature => signature.Gives))
                text.Append($"\n- takes {string.Join(" or ", group.Select(signature => signature.Takes))}, gives {group.Key}");
            text.Append('\n');
            if (verb.Examples.Any())
                text.Append($"\n```sr\n{string.Join('\n', verb.Examples)}\n```\n");
            if (verb.Options.IsEmpty)
                continue;
            text.Append("\n| option | default | meaning |\n|---|---|---|\n");
            foreach (var option in verb.Options)
                text.Append($"| {option.Name}{(option.Bare ? " (*bare*)" : "")} | {(option.Default.Length > 0 ? $"`{option.Default}`" : "")} | {Cell(option.Help)}{(option.Unit is null ? "" : $", in {option.Unit}")} |\n");
        }
        return text.ToString();

        static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
        static string Cell(string text) => text.Replace("|", "\\|").Replace("<", "&lt;");
    }

    [Fact]
    public void Its_picture_is_the_one_its_session_draws()
    {
        var code = Session().Matches(Text).Select(match => match.Groups["code"].Value).Single(session => session.Contains(Picture, StringComparison.Ordinal));
        using var folder = new TemporaryFolder();
        SrProcess.RunIn(folder.Path, code);
        var drawn = System.IO.File.ReadAllText(Path.Combine(folder.Path, Picture));
        if (Regenerates)
            System.IO.File.WriteAllText(Path.Combine(ReferenceData.Root, Picture), drawn);
        System.IO.File.ReadAllText(Path.Combine(ReferenceData.Root, Picture)).ShouldBe(drawn, "SRREPL_REGENERATE=1 draws it anew");
    }

    // A session of the language as it is typed at a redirected prompt, one of C# as a script.
    private static string Printed(string language, string code)
    {
        using var folder = new TemporaryFolder();
        var ran = language == "sr" ? SrProcess.RunIn(folder.Path, code) : SrProcess.RunIn(folder.Path, "", "run", folder.Write("readme.csx", code));
        return ran.Output + ran.Error;
    }

    private static string RunQuickstart()
    {
        using var folder = new TemporaryFolder();
        var ran = SrProcess.RunIn(folder.Path, "", "run", Path.Combine(ReferenceData.Root, "scripts", "quickstart.sr"));
        System.IO.File.Exists(Path.Combine(folder.Path, "build", "quickstart", "firmware", "top_tagger.cpp")).ShouldBeTrue(ran.Error);
        return ran.Output;
    }

    private static string Load()
    {
        var text = System.IO.File.ReadAllText(File);
        if (!Regenerates)
            return text;
        text = Session().Replace(text, match => match.Groups["head"].Value + Printed(match.Groups["language"].Value, match.Groups["code"].Value) + "```");
        text = Verbs().Replace(text, match => match.Groups["head"].Value
            + string.Concat(VerbTable.All.Select(verb => $"| {verb.Name} | {verb.Summary.Replace("|", "\\|")} |\n")));
        text = Quickstart().Replace(text, match => match.Groups["head"].Value + QuickstartPrints.Value + "```");
        System.IO.File.WriteAllText(File, text);
        return text;
    }

    [GeneratedRegex(@"(?<head>```(?<language>sr|csharp)\n(?<code>.*?)```\n\n```text\n)(?<shown>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Session();

    [GeneratedRegex(@"(?<head>\| verb \| what it does \|\n\|---\|---\|\n)(\|.*\|\n)*")]
    private static partial Regex Verbs();

    [GeneratedRegex(@"(?<head>In full it prints\n\n```text\n)(?<shown>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Quickstart();

    [GeneratedRegex(@"\b(src|scripts|tests|grammar)/[\w./-]*\w")]
    private static partial Regex PathName();
}
