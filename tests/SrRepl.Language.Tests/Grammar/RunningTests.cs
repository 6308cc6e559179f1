using System.Diagnostics;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Sentences of the grammar, one word changed, over values of every kind and all verbs: each gives a value or a diagnostic, in time.</summary>
[Collection(WorkingFolder.Name)]
public sealed class RunningTests(WorkingFolder folder)
{
    private const int Sentences = 1000;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Values = """
        let x = 2
        let y1 = expr "x*x + 2.5*sin(x) - y1"
        let front = read "points.csv"
        let α = [1; 2.5; -3]
        let ``a name`` u v = u*v + 1
        let _b = { x = 1; y1 = "text"; front = true }
        let kernel = ``a name`` |> quantize ap_fixed<16,6>
        """;

    [Fact]
    public void AMutatedSentenceGivesAValueOrADiagnostic()
    {
        folder.Enter();
        Environment.CurrentDirectory = Directory.CreateDirectory("sentences").FullName;
        File.WriteAllText("points.csv", "x,y1\n1,2\n2.5,-1\n-3,0.5\n");
        string[] bound = ["x", "y1", "front", "α", "``a name``", "_b", "kernel"];
        var maker = new SentenceMaker(GrammarTests.Rules, new Random(13), [.. bound, .. bound, .. bound, "sin", "max", "not", "pi", .. VerbTable.Names]);
        for (var i = 0; i < Sentences; i++)
        {
            var text = SentenceMaker.Text(maker.Mutated());
            var clock = Stopwatch.StartNew();
            foreach (var diagnostic in Run(text).Diagnostics)
                (diagnostic.Place is not null && diagnostic.Number is < 900 or >= 1000).ShouldBeTrue($"sentence {i}\n{text}\n{diagnostic}");
            clock.Elapsed.ShouldBeLessThan(Patience, $"sentence {i}\n{text}");
        }
    }

    private static Outcome Run(string text)
    {
        var session = new Session();
        RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null };
        session.Run(new SourceText(Values, "values")).Diagnostics.ShouldBeEmpty();
        using var budget = new CancellationTokenSource(Budget);
        RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null, Cancellation = budget.Token };
        return session.Run(new SourceText(text, "input"));
    }
}
