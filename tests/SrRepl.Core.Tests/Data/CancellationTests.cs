namespace SrRepl.Core.Tests;

/// <summary>Long work on data stops when the user interrupts.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Works() => ["read", "sample", "evaluate", "write"];

    [Theory]
    [MemberData(nameof(Works))]
    public void Stops(string work)
    {
        using var file = new ScratchFile("t.csv", "x\n" + string.Concat(Enumerable.Repeat("1.5\n", 100_000)));
        var data = DatasetFile.Read(file.Path);
        RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null, Cancellation = new CancellationToken(canceled: true) };
        Should.Throw<OperationCanceledException>(() => Do(work, data, file.Path));
        File.ReadAllText(file.Path).Length.ShouldBe("x\n".Length + 4 * 100_000);
    }

    private static object Do(string work, Dataset data, string path) => work switch
    {
        "read" => DatasetFile.Read(path),
        "sample" => Samples.Of("jets", new()),
        "evaluate" => new Variable("x").Evaluate(data),
        _ => DelimitedWriter.Write(data, new() { File = path }),
    };
}
