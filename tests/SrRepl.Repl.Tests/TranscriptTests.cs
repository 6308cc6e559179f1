using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl.Tests;

/// <summary>What <c>#save</c> writes is a script that runs, C# or not.</summary>
public class TranscriptTests
{
    [Fact]
    public void What_CSharp_declared_is_written_as_code()
    {
        var transcript = new Transcript();
        transcript.Add("let a = 1\n");
        transcript.AddCSharp("var q = a + 5;\nvar w = 0;", new Dictionary<string, object> { ["q"] = 6.0, ["e"] = Operators.Sin.Of(new Variable("x")), ["l"] = new List<string> { "u\"v" } });
        transcript.Add("q * 2\ne 0\nl.[0]");
        var script = transcript.Write(out var lost);
        script.ShouldBe("let a = 1\n// #cs var q = a + 5;\n// #cs var w = 0;\nlet q = 6\nlet e = expr \"sin(x)\"\nlet l = [\"u\\\"v\"]\nq * 2\ne 0\nl.[0]\n");
        lost.ShouldBeEmpty();
        Run(script).ShouldBe("12\n0\nu\"v\n");
    }

    [Fact]
    public void What_has_no_code_is_a_remark_and_so_is_what_needs_it()
    {
        var transcript = new Transcript();
        transcript.AddCSharp("var data = Make();", new Dictionary<string, object> { ["data"] = new Dataset([new Column("x", [1.0])]) });
        transcript.Add("let n = data.rows");
        transcript.Add("n + 1");
        transcript.Add("let m = 2\nm");
        transcript.Write(out var lost).ShouldBe("// #cs var data = Make();\n// data (dataset) came of the C# above\n// let n = data.rows\n// n + 1\nlet m = 2\nm\n");
        lost.ShouldBe(["data"]);
    }

    private static string Run(string script)
    {
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        new Session().Run(new SourceText(script, "script")).Diagnostics.ShouldBeEmpty();
        return output.ToString();
    }
}
