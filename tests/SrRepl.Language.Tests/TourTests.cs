using System.Text;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Runs every block of grammar/sr.md in one session. With SRREPL_UPDATE_CASES=1 the printed results are rewritten instead.</summary>
public sealed class TourTests
{
    private const string Code = "```sr";
    private const string Printed = "```text";
    private const string End = "```";

    private static readonly string File = Path.Combine(SrRepl.Tests.ReferenceData.Root, "grammar", "sr.md");

    [Fact]
    public void Every_block_prints_what_the_tour_says()
    {
        var session = new Session();
        var lines = System.IO.File.ReadAllLines(File);
        var written = new StringBuilder();
        var blocks = 0;
        string? output = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == Printed)
            {
                while (lines[i] != End)
                    i++;
                written.Append($"{Printed}\n{output}{End}\n");
                output = null;
                continue;
            }
            output.ShouldBeNullOrEmpty("a block that prints is followed by what it prints");
            written.Append(lines[i]).Append('\n');
            if (lines[i] != Code)
                continue;
            var code = lines.Skip(i + 1).TakeWhile(line => line != End).ToArray();
            output = Run(session, string.Join('\n', code));
            written.Append(string.Concat(code.Append(End).Select(line => line + "\n")));
            i += code.Length + 1;
            blocks++;
        }
        blocks.ShouldBeGreaterThan(10);
        if (Environment.GetEnvironmentVariable("SRREPL_UPDATE_CASES") == "1")
            System.IO.File.WriteAllText(File, written.ToString());
        else
            System.IO.File.ReadAllText(File).ShouldBe(written.ToString());
    }

    private static string Run(Session session, string code)
    {
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        foreach (var diagnostic in session.Run(new SourceText(code, "tour.sr")).Diagnostics)
            output.WriteLine(diagnostic);
        return output.ToString();
    }
}
