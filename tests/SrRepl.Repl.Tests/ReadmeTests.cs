using System.Text.RegularExpressions;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>
/// The README is held to the program: what it shows is what is printed. With SRREPL_REGENERATE=1 what is shown is written
/// anew first, the quickstart's output with it.
/// </summary>
public partial class ReadmeTests
{
    private static readonly string File = Path.Combine(ReferenceData.Root, "README.md");
    private static readonly Lazy<string> Shown = new(Load);

    private static string Text => Shown.Value;

    public static TheoryData<string, string> Sessions()
    {
        var sessions = new TheoryData<string, string>();
        foreach (Match match in Session().Matches(Text))
            sessions.Add(match.Groups["code"].Value, match.Groups["shown"].Value);
        return sessions;
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_session_prints_what_the_readme_shows(string code, string shown) => Printed(code).ShouldBe(shown);

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
    public void What_it_names_is_there()
    {
        foreach (Match match in PathName().Matches(Text))
            Path.Exists(Path.Combine(ReferenceData.Root, match.Value)).ShouldBeTrue(match.Value);
    }

    private static string Printed(string code)
    {
        var ran = SrProcess.Pipe(code);
        return ran.Output + ran.Error;
    }

    private static string Load()
    {
        var text = System.IO.File.ReadAllText(File);
        if (Environment.GetEnvironmentVariable("SRREPL_REGENERATE") != "1")
            return text;
        text = Session().Replace(text, match => match.Value.Replace(match.Groups["shown"].Value, Printed(match.Groups["code"].Value)));
        text = Verbs().Replace(text, match => match.Groups["head"].Value
            + string.Concat(VerbTable.All.Select(verb => $"| {verb.Name} | {verb.Summary.Replace("|", "\\|")} |\n")));
        using var folder = new TemporaryFolder();
        var quickstart = SrProcess.RunIn(folder.Path, "", "run", Path.Combine(ReferenceData.Root, "scripts", "quickstart.sr"));
        text = Quickstart().Replace(text, match => match.Groups["head"].Value + quickstart.Output + "```");
        System.IO.File.WriteAllText(File, text);
        return text;
    }

    [GeneratedRegex(@"```sr\n(?<code>.*?)```\n\n```text\n(?<shown>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Session();

    [GeneratedRegex(@"(?<head>\| verb \| what it does \|\n\|---\|---\|\n)(\|.*\|\n)*")]
    private static partial Regex Verbs();

    [GeneratedRegex(@"(?<head>In full it prints\n\n```text\n).*?```", RegexOptions.Singleline)]
    private static partial Regex Quickstart();

    [GeneratedRegex(@"\b(src|scripts|tests|grammar)/[\w./-]*\w")]
    private static partial Regex PathName();
}
