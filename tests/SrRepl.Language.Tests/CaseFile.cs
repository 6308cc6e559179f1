using System.Text;
using System.Text.RegularExpressions;

namespace SrRepl.Language.Tests;

/// <summary>One <c>&gt;&gt; input</c> of a case file, <c>..</c> lines included, and the lines expected below it.</summary>
public sealed record Case(int Line, string Input, string Expected);

/// <summary>
/// A session written down: <c>&gt;&gt; </c> begins an input, <c>.. </c> continues it, the lines below are its output up
/// to the next input. A line of three points stands for any lines, three points at a line's end for the rest of it. Lines that begin with <c># </c> are remarks.
/// </summary>
public sealed record CaseFile(string Name, IReadOnlyList<Case> Cases)
{
    private const string Input = ">> ";
    private const string More = ".. ";
    private const string Any = "...";

    public static string Folder { get; } = Path.Combine(SrRepl.Tests.ReferenceData.Root, "tests", "Cases");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    public static CaseFile Read(string name)
    {
        var cases = new List<Case>();
        StringBuilder? input = null;
        var expected = new List<string>();
        var begun = 0;
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith(Input, StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal))
            {
                Finish();
                input = line[0] == '#' ? null : new StringBuilder(line[Input.Length..]);
                begun = i + 1;
            }
            else if (input is not null && expected.Count == 0 && (line.StartsWith(More, StringComparison.Ordinal) || line == More.TrimEnd()))
                input.Append('\n').Append(line.Length > More.Length ? line[More.Length..] : "");
            else if (input is not null)
                expected.Add(line);
        }
        Finish();
        return new(name, cases);

        void Finish()
        {
            if (input is not null)
                cases.Add(new(begun, input.ToString(), string.Join('\n', expected).TrimEnd()));
            input = null;
            expected.Clear();
        }
    }

    /// <summary>Whether an output is what a case expects.</summary>
    public static bool Matches(string expected, string output)
    {
        var lines = expected.Split('\n').Select(line =>
            line == Any ? "(?:[^\n]*\n)*"
            : line.EndsWith(Any, StringComparison.Ordinal) ? Regex.Escape(line[..^Any.Length]) + "[^\n]*\n"
            : Regex.Escape(line) + "\n");
        return Regex.IsMatch(output + "\n", $"\\A{string.Concat(lines)}\\z");
    }

    /// <summary>The file with the outputs of the wrong cases in the place of what they expect.</summary>
    public void Rewrite(IReadOnlyDictionary<int, string> outputs)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, Name));
        var written = new List<string>();
        for (var i = 0; i < lines.Length;)
        {
            written.Add(lines[i]);
            var wrong = outputs.GetValueOrDefault(i + 1);
            i++;
            if (wrong is null)
                continue;
            while (i < lines.Length && (lines[i].StartsWith(More, StringComparison.Ordinal) || lines[i] == More.TrimEnd()))
                written.Add(lines[i++]);
            while (i < lines.Length && !lines[i].StartsWith(Input, StringComparison.Ordinal) && !lines[i].StartsWith("# ", StringComparison.Ordinal))
                i++;
            written.AddRange(wrong.Split('\n').Where(line => wrong.Length > 0));
        }
        File.WriteAllText(Path.Combine(Folder, Name), string.Join('\n', written) + "\n");
    }
}
