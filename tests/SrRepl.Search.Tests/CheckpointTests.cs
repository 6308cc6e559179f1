using SrRepl.Core;

namespace SrRepl.Search.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srrepl-checkpoint-").FullName;
    private static readonly Dataset Table = SearchTables.Of(200, 3, x => Math.Sin(x[0] * x[1]) + Math.Log(x[2] + x[0]));

    private EvolveOptions Options => new() { Populations = 3, NCyclesPerIteration = 40, Seed = 2, OutputDirectory = _folder, CheckpointInterval = 1e-9 };

    [Fact]
    public void Interrupted_and_resumed_equals_uninterrupted()
    {
        var whole = Evolution.Run(Table, Options with { NIterations = 6, OutputDirectory = null });
        Evolution.Run(Table, Options with { NIterations = 2 });
        var resumed = Evolution.Resume(Table, Options with { NIterations = 6, Threads = 1 });
        resumed.ToString().ShouldBe(whole.ToString());
        resumed.Evaluations.ShouldBe(whole.Evaluations);
    }

    [Fact]
    public void An_interrupt_amid_a_round_loses_that_round_alone()
    {
        using var interrupt = new CancellationTokenSource();
        Evolution.Run(Table, Options with { NIterations = 100 }, new Watch(progress =>
        {
            if (progress.Iteration == 3)
                interrupt.Cancel();
        }), interrupt.Token);
        var resumed = Evolution.Resume(Table, Options with { NIterations = 5 });
        resumed.ToString().ShouldBe(Evolution.Run(Table, Options with { NIterations = 5 }).ToString());
    }

    [Fact]
    public void A_search_interrupted_at_once_is_resumed_with_its_whole_first_population()
    {
        var options = Options with { NIterations = 2, EnumeratedTerms = 0 };
        Evolution.Run(Table, options, cancellation: new CancellationToken(true));
        Evolution.Resume(Table, options).ToString().ShouldBe(Evolution.Run(Table, options with { OutputDirectory = null }).ToString());
    }

    [Fact]
    public void A_search_interrupted_while_it_looks_for_laws_looks_for_them_when_resumed()
    {
        using var interrupt = new CancellationTokenSource();
        var options = Options with { NIterations = 2 };
        Evolution.Run(Table, options, new Watch(_ => interrupt.Cancel()), interrupt.Token);
        var resumed = Evolution.Resume(Table, options);
        resumed.ToString().ShouldBe(Evolution.Run(Table, options with { OutputDirectory = null }).ToString());
        resumed.ToString().ShouldNotBe(Evolution.Run(Table, options with { OutputDirectory = null, EnumeratedTerms = 0 }).ToString());
    }

    [Fact]
    public void The_folder_holds_the_front_and_the_record()
    {
        var front = Evolution.Run(Table, Options with { NIterations = 2 });
        var lines = File.ReadAllLines(Path.Combine(_folder, "hall_of_fame.csv"));
        lines[0].ShouldBe("Complexity,Loss,Equation");
        lines.Length.ShouldBe(front.Count + 1);
        lines[1].ShouldEndWith($"\"{front.First().Equation}\"");
        var record = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "run.json"))).RootElement;
        record.GetProperty("rounds").GetInt32().ShouldBe(2);
        record.GetProperty("options").GetProperty("Seed").GetString().ShouldBe("2");
        record.GetProperty("evaluations").GetInt64().ShouldBe(front.Evaluations);
        record.GetProperty("repeated").GetInt64().ShouldBeGreaterThan(0);
        Directory.GetFiles(_folder).Select(Path.GetFileName).Order().ShouldBe(["hall_of_fame.csv", "run.json", "state.bin"]);
    }

    [Fact]
    public void Another_searchs_checkpoint_is_refused()
    {
        Evolution.Run(Table, Options with { NIterations = 1 });
        Refused(Options with { MaxSize = 12 }, "other options");
        Refused(Options with { Seed = 3 }, "other options");
        var state = Path.Combine(_folder, "state.bin");
        File.WriteAllBytes(state, File.ReadAllBytes(state)[..^40]);
        Refused(Options, "damaged");
        File.Delete(state);
        Refused(Options, "no state.bin");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Refused(EvolveOptions options, string why)
    {
        var error = Should.Throw<DiagnosticException>(() => Evolution.Resume(Table, options));
        error.Diagnostic.Number.ShouldBe(3016);
        error.Diagnostic.Message.ShouldContain(why);
    }

    private sealed class Watch(Action<SearchProgress> action) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => action(value);
    }
}
