using System.Globalization;
using System.Text.RegularExpressions;
using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>
/// A copy of the sources to which an operator is added, in the places that CONTRIBUTING names and in no others: built, it knows
/// the operator on every floor.
/// </summary>
public sealed partial class SampleOperatorTests
{
    private static readonly string Root = ReferenceData.Root;

    private const string Script = """
        print (sech 0.5)
        let pulse x = 3 * sech (2*x)
        pulse |> derivative "x"
        pulse |> code { language = "c" }
        simplify (expr "sech(x) + sech(x)")
        let kernel = pulse |> quantize { type = ap_fixed<16,6>; mathLibrary = "hls_math" }
        let spent = kernel |> cost
        print (spent.lut > 0)
        kernel |> hls { dir = "out" }
        read "rows.csv" |> target "y" |> evolve { operators = [(*); sech]; maxSize = 5; nIterations = 1; populations = 1; seed = 1; verbosity = 0 } |> pick "best"
        """;

    private const string Printed = """
        0.886818883970074
        -6*sech(2*x)*tanh(2*x)
        #include <math.h>

        double formula(double x) {
            return 3.0 * ((1.0/cosh(2.0 * x)));
        }
        2*sech(x)
        true
        wrote out: formula, 24 files, 256 test vectors; compile and check with: bash out/build_lib.sh --test
        1.5*sech(x)

        """;

    [Fact]
    public void It_is_added_where_the_page_says_and_nowhere_else()
    {
        var page = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md"));
        var section = Regex.Match(page, @"## To add an operator\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        var required = Place().Matches(section[..section.IndexOf("And, where", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value);
        SampleOperator.Insertions.Select(insertion => insertion.Place).Distinct().ShouldBe(required, ignoreOrder: true);
    }

    [Fact]
    public void It_works_on_every_floor()
    {
        using var house = new TemporaryFolder();
        Copy(house.Path);
        foreach (var (place, before, text) in SampleOperator.Insertions)
            Insert(Path.Combine(house.Path, place), before, text);
        Dotnet.Run(house.Path, "build", Path.Combine("src", "SrRepl.Repl"), "-c", Dotnet.Configuration, "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false");

        var program = Path.Combine(house.Path, "src", "SrRepl.Repl", "bin", Dotnet.Configuration, "net10.0", "sr.dll");
        house.Write("rows.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i / 4.0},{1.5 / Math.Cosh(i / 4.0)}\n"))));
        Dotnet.Run(house.Path, program, "run", house.Write("sample.sr", Script)).ShouldBe(Printed);
        Dotnet.Run(house.Path, program, "run", house.Write("sample.csx", "Sech(Var(\"x\"))")).ShouldBe("sech(x)\n");
    }

    // What a build of the program reads.
    private static void Copy(string folder)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => !Built().IsMatch(path));
        var files = Directory.EnumerateFiles(Root).Append(Path.Combine(Root, "tests", "Cases", "operators.txt"));
        foreach (var file in sources.Concat(files))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void Insert(string file, string before, string text)
    {
        var parts = File.ReadAllText(file).Split(before);
        parts.Length.ShouldBe(2, $"{file} holds it once: {before}");
        File.WriteAllText(file, parts[0] + text + before + parts[1]);
    }

    [GeneratedRegex(@"`((src|tests)/[\w./-]+)`")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}
