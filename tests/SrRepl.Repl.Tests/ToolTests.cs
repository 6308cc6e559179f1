using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>The package: built, installed from a folder, and run where there is no repository.</summary>
public class ToolTests
{
    [Fact]
    public void The_packed_tool_installs_from_a_folder_and_runs_outside_the_repository()
    {
        using var folder = new TemporaryFolder();
        var packages = Path.Combine(folder.Path, "packages");
        var project = Path.Combine(ReferenceData.Root, "src", "SrRepl.Repl");

        // The program as it was built for these tests, for every machine and without the part compiled ahead; and the package that
        // points to it. One after the other, because here both are made in one folder.
        foreach (var part in new[] { "-p:RuntimeIdentifier=any", "-p:CreateRidSpecificToolPackages=false" })
            Dotnet.Run(folder.Path, "pack", project, "--no-build", "-c", Dotnet.Configuration, "-p:RuntimeIdentifiers=any", part,
                "-p:AppendRuntimeIdentifierToOutputPath=false", $"-p:PackageOutputPath={packages}");
        var feed = folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packages" value="{packages}" />
              </packageSources>
            </configuration>
            """);
        var tools = Path.Combine(folder.Path, "tools");
        Dotnet.Run(folder.Path, "tool", "install", "SrRepl", "--tool-path", tools, "--configfile", feed);

        string[] installed = [.. Directory.EnumerateFiles(tools, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))];
        installed.ShouldContain("LICENSE");
        installed.ShouldContain("README.md");
        installed.Where(file => Path.GetExtension(file) is ".pdb" or ".xml").Distinct().ShouldBe(["DotnetToolSettings.xml"], "symbols and comments are nobody's who runs it");

        var command = Path.Combine(tools, "sr");
        Dotnet.RunProgram(folder.Path, command, "--version").ShouldStartWith("sr ");
        Dotnet.RunProgram(folder.Path, command, "-e", "6 * 7").ShouldBe("42\n");
        Dotnet.RunProgram(folder.Path, command, "run", folder.Write("a.csx", "Gauss(Var(\"x\"))")).ShouldBe("gauss(x)\n");
    }
}
