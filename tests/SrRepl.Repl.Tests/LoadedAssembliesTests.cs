namespace SrRepl.Repl.Tests;

/// <summary>A prompt that starts at once must not carry a C# compiler along until somebody asks for C#.</summary>
public class LoadedAssembliesTests
{
    /// <summary>The variable that tells the hook where to write.</summary>
    public const string Report = "SRREPL_LOADED_ASSEMBLIES";

    [Fact]
    public void The_language_never_loads_the_compiler_or_the_terminal_editor()
    {
        var loaded = Loaded("print (1 + 1)\n", "a.sr");
        loaded.ShouldContain("SrRepl.Language");
        loaded.ShouldNotContain("SrRepl.Scripting");
        loaded.ShouldNotContain("PrettyPrompt");
        loaded.ShouldNotContain(name => name.StartsWith("Microsoft.CodeAnalysis"));
    }

    [Fact]
    public void A_C_sharp_script_does() => Loaded("1 + 1", "a.csx").ShouldContain("Microsoft.CodeAnalysis.CSharp");

    private static string[] Loaded(string code, string name)
    {
        using var folder = new TemporaryFolder();
        var report = Path.Combine(folder.Path, "loaded.txt");
        using var process = SrProcess.Start(
            folder.Path,
            [new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location), new(Report, report)],
            "run", folder.Write(name, code));
        process.StandardInput.Close();
        process.StandardError.ReadToEnd().ShouldBe("");
        process.WaitForExit();
        return File.ReadAllLines(report);
    }
}
