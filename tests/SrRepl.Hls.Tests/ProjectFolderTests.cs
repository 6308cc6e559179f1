using SrRepl.Core;

namespace SrRepl.Hls.Tests;

/// <summary>What may be written where, and under which names.</summary>
public class ProjectFolderTests
{
    [Theory]
    [InlineData("", 5002)]
    [InlineData("2nd", 5002)]
    [InlineData("a b", 5002)]
    [InlineData("../up", 5002)]
    [InlineData("a;rm", 5002)]
    [InlineData("$(id)", 5002)]
    [InlineData("naïve", 5002)]
    [InlineData("a__b", 5002)]
    [InlineData("int", 5003)]
    [InlineData("wire", 5003)]
    [InlineData("Entity", 5003)]
    [InlineData("main", 5003)]
    [InlineData("input_t", 5003)]
    public void NamesThatNoToolTakesAreRefused(string name, int number)
    {
        using var folder = new TemporaryFolder();
        Refusal(new() { Dir = folder["out"], Name = name }).ShouldBe(number);
        Directory.Exists(folder["out"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("xcvu9p\nexec rm", 5, null, 5004)]
    [InlineData("", 5, null, 5004)]
    [InlineData("xcvu9p", 0, null, 5005)]
    [InlineData("xcvu9p", double.NaN, null, 5005)]
    [InlineData("xcvu9p", 5, 100.0, 5005)]
    public void PartsAndClocksThatCannotBeAreRefused(string part, double clock, double? uncertainty, int number)
    {
        using var folder = new TemporaryFolder();
        Refusal(new() { Dir = folder["out"], Part = part, Clock = clock, Uncertainty = uncertainty }).ShouldBe(number);
    }

    [Fact]
    public void AFolderOfOthersIsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        Refusal(new()).ShouldBe(5001);
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(folder["mine", "thesis.tex"], "all of it");
        Refusal(new() { Dir = folder["mine"] }).ShouldBe(5006);
        Refusal(new() { Dir = folder["mine", "thesis.tex"] }).ShouldBe(5008);
        Directory.GetFileSystemEntries(folder["mine"]).Length.ShouldBe(1);

        // Even then only files of the same name are replaced.
        ProjectWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["mine"], Overwrite = true });
        File.ReadAllText(folder["mine", "thesis.tex"]).ShouldBe("all of it");
        File.Exists(folder["mine", "build_lib.sh"]).ShouldBeTrue();
    }

    [Fact]
    public void AnEditedExportIsRefusedAndAnUntouchedOneReplaced()
    {
        using var folder = new TemporaryFolder();
        var options = new HlsOptions { Dir = folder["out"] };
        ProjectWriter.Write(SampleKernels.Of("poly"), options);
        File.WriteAllText(folder["out", "notes.txt"], "kept");
        ProjectWriter.Write(SampleKernels.Of("unsigned"), options);
        File.ReadAllText(folder["out", "firmware", "defines.h"]).ShouldContain("ap_ufixed<10,5,AP_RND,AP_SAT,0>");

        File.AppendAllText(folder["out", "firmware", "formula.cpp"], "// mine\n");
        Refusal(options).ShouldBe(5007);
        File.ReadAllText(folder["out", "firmware", "formula.cpp"]).ShouldEndWith("// mine\n");

        ProjectWriter.Write(SampleKernels.Of("poly"), options with { Overwrite = true });
        File.ReadAllText(folder["out", "firmware", "formula.cpp"]).ShouldNotContain("mine");
        File.ReadAllText(folder["out", "notes.txt"]).ShouldBe("kept");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1, "nothing is left beside the folder");
    }

    [Fact]
    public void TheSameExportTwiceIsTheSameFiles()
    {
        using var folder = new TemporaryFolder();
        var options = new HlsOptions { Dir = folder["out"] };
        var first = ProjectWriter.Write(SampleKernels.Of("tables"), options);
        var before = first.Files.ToDictionary(file => file, file => File.ReadAllText(folder["out", file]));
        ProjectWriter.Write(SampleKernels.Of("tables"), options).Files.ShouldBe(first.Files);
        foreach (var (file, text) in before)
            File.ReadAllText(folder["out", file]).ShouldBe(text, file);
    }

    [Fact]
    public void AShellThatStandsInTheFolderStaysThere()
    {
        using var folder = new TemporaryFolder();
        var options = new HlsOptions { Dir = folder["out"] };
        ProjectWriter.Write(SampleKernels.Of("poly"), options);
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "read line; cat firmware/defines.h"])
        {
            WorkingDirectory = folder["out"],
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        ProjectWriter.Write(SampleKernels.Of("unsigned"), options);
        shell.StandardInput.WriteLine();
        shell.StandardOutput.ReadToEnd().ShouldContain("ap_ufixed<10,5,AP_RND,AP_SAT,0>");
    }

    [Fact]
    public void ALinkStaysALink()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["disk"]);
        Directory.CreateSymbolicLink(folder["out"], folder["disk"]);
        ProjectWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["out"] });
        ProjectWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["out"] });
        new DirectoryInfo(folder["out"]).LinkTarget.ShouldBe(folder["disk"]);
        File.Exists(folder["disk", "build_lib.sh"]).ShouldBeTrue();
    }

    // A process number that no system gives out stands for one that was killed.
    private const string Left = "out.2147483647.part";

    [Fact]
    public void WhatAKilledExportLeftIsTidiedUpAndLosesNothing()
    {
        using var folder = new TemporaryFolder();
        var options = new HlsOptions { Dir = folder["out"] };
        ProjectWriter.Write(SampleKernels.Of("poly"), options);
        Directory.CreateDirectory(folder[Left, "firmware"]);
        File.WriteAllText(folder[Left, "firmware", "half.cpp"], "not finished");
        ProjectWriter.Write(SampleKernels.Of("poly"), options);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["out"]]);
        File.Exists(folder["out", "firmware", "half.cpp"]).ShouldBeFalse();

        // Killed between the two exchanges: the old folder, with files of the user's, stands beside.
        File.WriteAllText(folder["out", "firmware", "notes.txt"], "mine");
        Directory.CreateDirectory(folder["out", "top_prj", "empty"]);
        Directory.Move(folder["out"], folder[Left]);
        ProjectWriter.Write(SampleKernels.Of("unsigned"), new() { Dir = folder["new"] });
        Directory.Move(folder["new"], folder["out"]);
        ProjectWriter.Write(SampleKernels.Of("unsigned"), options);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["out"]]);
        File.ReadAllText(folder["out", "firmware", "notes.txt"]).ShouldBe("mine");
        Directory.Exists(folder["out", "top_prj", "empty"]).ShouldBeTrue();
        File.ReadAllText(folder["out", "firmware", "defines.h"]).ShouldContain("ap_ufixed");
    }

    [Fact]
    public void AManifestCannotReachOtherFolders()
    {
        using var folder = new TemporaryFolder();
        var options = new HlsOptions { Dir = folder["out"] };
        ProjectWriter.Write(SampleKernels.Of("poly"), options);
        File.WriteAllText(folder["thesis.tex"], "all of it");
        File.AppendAllText(folder["out", "checksums.sha256"], $"{new string('0', 64)}  ../thesis.tex\n");
        ProjectWriter.Write(SampleKernels.Of("poly"), options with { Overwrite = true });
        File.ReadAllText(folder["thesis.tex"]).ShouldBe("all of it");
    }

    [Fact]
    public void ThePrintedLineCanBePasted()
    {
        using var folder = new TemporaryFolder();
        var project = ProjectWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["it's $HOME"] });
        project.ToString().ShouldEndWith($"bash '{folder.Path}/it'\\''s $HOME/build_lib.sh' --test");
    }

    private static int Refusal(HlsOptions options) =>
        Should.Throw<DiagnosticException>(() => ProjectWriter.Write(SampleKernels.Of("poly"), options)).Diagnostic.Number;
}
