using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>The places that CONTRIBUTING names are those that hold an operator, a verb or a device, and there are no others.</summary>
public sealed partial class ContributingTests
{
    private static readonly string Root = SrRepl.Tests.ReferenceData.Root;
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md"));

    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/") && Path.GetExtension(path) is ".cs" or ".json" or ".h"),
    ];

    [Theory]
    [InlineData("CopySign")]
    [InlineData("Cbrt")]
    [InlineData("Atanh")]
    [InlineData("Erf")]
    public void An_operator_lives_where_the_page_says(string name)
    {
        var section = Section("To add an operator");
        var places = Places(section);
        // Of another class's members only the table's own is the operator.
        var lower = name.ToLowerInvariant();
        var word = new Regex($@"\bOperators\.{name}\b|(?<![.\w]){name}\b(?!<)|""{lower}""|\bhls::{lower}\b|(?<=\bCalls\(.*[ :""]){lower}[ ""]");
        var holding = Sources.Where(path => word.IsMatch(Read(path))).ToArray();
        holding.Where(path => !places.Any(place => path.StartsWith(place, StringComparison.Ordinal))).ShouldBeEmpty();
        foreach (var place in Places(section[..section.IndexOf("And, where", StringComparison.Ordinal)]).Where(place => place.StartsWith("src/")))
            holding.ShouldContain(place);
    }

    [Theory]
    [InlineData("Snap")]
    [InlineData("Describe")]
    [InlineData("Agrees")]
    public void A_verb_lives_where_the_page_says(string name)
    {
        var places = Places(Section("To add a verb"));
        var definition = new Regex($@"\b{name}\(this |\bPipe<.*> {name}\(");
        var holding = Sources.Where(path => definition.IsMatch(Read(path))).ToArray();
        holding.Length.ShouldBe(2, "its verbs file and its pipe");
        holding.ShouldAllBe(path => places.Any(place => path.StartsWith(place, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("xczu5ev")]
    [InlineData("xc7a35t")]
    [InlineData("xcu280")]
    public void A_device_lives_where_the_page_says(string name)
    {
        var folder = Places(Section("To add a device")).Single();
        Sources.Where(path => Read(path).Contains(name, StringComparison.Ordinal)).ShouldBe([$"{folder}/{name}.json"]);
    }

    [Fact]
    public void The_sample_device_is_a_device()
    {
        var sample = Regex.Match(Section("To add a device"), @"```json\n(?<text>.*?)```", RegexOptions.Singleline).Groups["text"].Value;
        var file = Path.Combine(Directory.CreateTempSubdirectory("srrepl-device-").FullName, "sample-board.json");
        File.WriteAllText(file, sample);
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        new Session().Run(new SourceText($"expr \"x*y\" |> quantize ap_fixed<16,6> |> cost {{ device = \"{file}\" }}", "input")).Diagnostics.ShouldBeEmpty();
        output.ToString().ShouldContain("\nsample-board (xc7z020clg484-1) at 5 ns: LUT");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void What_the_page_names_is_there()
    {
        foreach (var place in Places(Page))
            Path.Exists(Path.Combine(Root, place)).ShouldBeTrue(place);
    }

    private static string Section(string title) => Regex.Match(Page, $@"## {title}\n(?<text>.*?)\n## ", RegexOptions.Singleline).Groups["text"].Value;

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Groups["path"].Value)];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [GeneratedRegex(@"`(?<path>(src|tests|grammar)/[\w./-]+)`")]
    private static partial Regex Place();
}
