using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>Every script of the repository runs, and says the same in both languages.</summary>
public class ScriptsTests
{
    private static readonly string Scripts = Path.Combine(ReferenceData.Root, "scripts");

    // What a script is run with here; most need nothing.
    private static readonly Dictionary<string, string[]> Arguments = new() { ["quickstart"] = ["quick"], ["paper"] = ["--quick", "trigonometric", "20"] };

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Scripts).Select(path => Path.GetFileNameWithoutExtension(path)).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_script_says_the_same_in_both_languages(string name)
    {
        var forms = await Task.WhenAll(new[] { ".sr", ".csx" }.Select(form => Task.Run(() => Run(name + form))));
        foreach (var ran in forms)
            ran.ExitCode.ShouldBe(0, ran.Error);
        forms[0].Output.ShouldNotBeEmpty();
        forms[1].Output.ShouldBe(forms[0].Output);
    }

    private static Ran Run(string script)
    {
        using var folder = new TemporaryFolder();
        var name = Path.GetFileNameWithoutExtension(script);
        string[] arguments = Arguments.TryGetValue(name, out var given) ? ["--", .. given] : [];
        return SrProcess.RunIn(folder.Path, "", ["run", Path.Combine(Scripts, script), .. arguments]);
    }
}
