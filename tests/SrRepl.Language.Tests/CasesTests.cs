using System.Text;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Runs every file of tests/Cases as one session. With SRREPL_UPDATE_CASES=1 wrong expectations are rewritten instead.</summary>
[Collection(WorkingFolder.Name)]
public sealed class CasesTests(WorkingFolder folder)
{
    public static TheoryData<string> Files => [.. CaseFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Says_what_the_case_file_says(string name)
    {
        folder.Enter();
        var file = CaseFile.Read(name);
        var session = new Session { Arguments = ["first", "second"] };
        var wrong = new Dictionary<int, string>();
        var report = new StringBuilder();
        foreach (var (line, input, expected) in file.Cases)
        {
            var output = Run(session, input);
            if (CaseFile.Matches(expected, output))
                continue;
            wrong[line] = output;
            report.Append($"\n{name}:{line}\n>> {input}\n--- expected\n{expected}\n--- got\n{output}\n");
        }
        if (Environment.GetEnvironmentVariable("SRREPL_UPDATE_CASES") == "1" && wrong.Count > 0)
            file.Rewrite(wrong);
        else if (report.Length > 0)
            Assert.Fail(report.ToString());
    }

    private static string Run(Session session, string input)
    {
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        var outcome = session.Run(new SourceText(input, "input"));
        foreach (var diagnostic in outcome.Diagnostics)
            output.WriteLine(diagnostic);
        return output.ToString().TrimEnd();
    }
}

/// <summary>A folder of its own as the current one, with the data files of the cases in it.</summary>
public sealed class WorkingFolder : IDisposable
{
    public const string Name = "current folder";

    private readonly string _folder = Directory.CreateTempSubdirectory("srrepl-cases-").FullName;
    private readonly string _before = Environment.CurrentDirectory;

    public WorkingFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CaseFile.Folder, "data")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Enter() => Environment.CurrentDirectory = _folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(WorkingFolder.Name, DisableParallelization = true)]
public sealed class WorkingFolderCollection : ICollectionFixture<WorkingFolder>;
