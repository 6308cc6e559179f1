using System.Text.Json;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Repl.Tests;

/// <summary>A search whose process is killed with no chance to tidy up goes on from its last checkpoint as if nothing had been.</summary>
public sealed class KilledSearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srrepl-killed-").FullName;

    [Fact]
    public void A_killed_search_resumes_exactly()
    {
        var rows = Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"{i / 10.0},{Math.Sin(i / 10.0) + Math.Log(i) * i}"));
        File.WriteAllLines(Path.Combine(_folder, "points.csv"), [.. rows.Prepend("x,y")]);
        const string Search = """read "points.csv" |> target "y" |> evolve { outputDirectory = "run"; checkpointInterval = 0; nIterations = 100000; populations = 2; populationSize = 20; nCyclesPerIteration = 5; seed = 3; threads = 1; enumeratedTerms = 0; verbosity = 0 }""";
        var state = Path.Combine(_folder, "run", "state.bin");
        using (var process = SrProcess.Start(_folder, "-e", Search))
        {
            process.StandardInput.Close();
            while (!process.HasExited && !File.Exists(Path.Combine(_folder, "run", "hall_of_fame.csv")))
                Thread.Sleep(5);
            process.Kill();
            process.WaitForExit();
        }
        File.Exists(state).ShouldBeTrue();
        var data = DatasetFile.Read(Path.Combine(_folder, "points.csv")).WithTarget("y");
        var options = new EvolveOptions { OutputDirectory = Path.Combine(_folder, "run"), CheckpointInterval = 0, Populations = 2, PopulationSize = 20, NCyclesPerIteration = 5, Seed = 3, Threads = 1, EnumeratedTerms = 0, Verbosity = 0 };
        Evolution.Resume(data, options with { NIterations = 1 });
        var rounds = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "run", "run.json"))).RootElement.GetProperty("rounds").GetInt32();
        rounds.ShouldBeGreaterThan(0);
        var resumed = Evolution.Resume(data, options with { NIterations = rounds + 3 });
        resumed.ToString().ShouldBe(Evolution.Run(data, options with { NIterations = rounds + 3, OutputDirectory = null }).ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
