using System.Diagnostics;
using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Language;
using SrRepl.Search;

namespace SrRepl.Repl;

/// <summary>
/// Runs code of both languages in one session: sets the surroundings, listens to Ctrl-C, reports what went wrong, and
/// remembers what went well, so that it can be saved as a script.
/// </summary>
internal sealed class SessionRunner
{
    private readonly Interrupt _interrupt;
    private CSharpSide? _csharp;
    private string? _folder;

    /// <summary>A new session.</summary>
    public SessionRunner(Streams streams, Interrupt interrupt, IReadOnlyList<string> arguments)
    {
        Streams = streams;
        _interrupt = interrupt;
        Session = new Session { Arguments = arguments };
    }

    /// <summary>Where it reads and writes.</summary>
    public Streams Streams { get; }

    /// <summary>The names and values.</summary>
    public Session Session { get; }

    /// <summary>What went well since the start or the last reset.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>Whether the time each input takes is told.</summary>
    public bool Timed { get; set; }

    /// <summary>Forgets every name, in both languages, and every input.</summary>
    public void Reset()
    {
        Session.Reset();
        _csharp = null;
        Transcript.Clear();
    }

    /// <summary>Runs code of the prompt's language and gives the exit code.</summary>
    public int Run(SourceText source) => Watched(Streams, () =>
    {
        var before = Session.Bindings;
        var outcome = Session.Run(source);
        Transcript.Add(source.Text[..outcome.Ran]);
        if (outcome.Interrupted)
            ShowFronts(before);
        return Told(outcome);
    });

    /// <summary>Runs code without printing what it prints, and gives its value with the exit code.</summary>
    public (object? Value, int ExitCode) Evaluate(SourceText source)
    {
        object? value = null;
        var code = Watched(Streams with { Output = TextWriter.Null }, () =>
        {
            var outcome = Session.Run(source);
            value = outcome.Value;
            return Told(outcome);
        });
        return (value, code);
    }

    /// <summary>Runs C# on the session's values and gives the exit code.</summary>
    public int RunCSharp(SourceText source)
    {
        var code = Watched(Streams, () =>
        {
            _csharp ??= new CSharpSide(Session);
            if (_csharp.Run(source) is { } printed)
                Streams.Output.WriteLine(printed);
            return ExitCode.Done;
        });
        if (code == ExitCode.Done)
            Transcript.AddCSharp(source.Text, _csharp!.Declared);
        return code;
    }

    /// <summary>Runs a script of either language and gives the exit code.</summary>
    public int RunFile(string path)
    {
        try
        {
            var source = ScriptFile.Read(path);
            _folder = Path.GetDirectoryName(Path.GetFullPath(path));
            return ScriptKinds.Of(path) switch
            {
                ScriptKind.CSharp => RunCSharp(source),
                ScriptKind.Sr => FormulaScript.FolderOf(path) is { } folder ? RunIn(folder, source) : Run(source),
                _ => throw new DiagnosticException(Errors.UnknownScriptKind(path)),
            };
        }
        catch (DiagnosticException e)
        {
            Streams.Report(e.Diagnostic);
            return ExitCode.Failed;
        }
    }

    // An exported folder writes itself anew wherever its script is run from.
    private int RunIn(string folder, SourceText source)
    {
        var here = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try
        {
            return Run(source);
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }
    }

    // What a search had found when the script was stopped would otherwise be lost with it.
    private void ShowFronts(IReadOnlyDictionary<string, object> before)
    {
        foreach (var (name, value) in Session.Bindings)
            if (value is ParetoFront && !(before.TryGetValue(name, out var known) && ReferenceEquals(known, value)))
                Streams.Output.WriteLine($"{name}, as far as the search came:\n{Session.Print(value)}");
    }

    private int Told(Outcome outcome)
    {
        foreach (var diagnostic in outcome.Diagnostics)
            Streams.Report(diagnostic);
        return outcome switch
        {
            { Interrupted: true } => ExitCode.Interrupted,
            { Succeeded: false } => ExitCode.Failed,
            _ => ExitCode.Done,
        };
    }

    private int Watched(Streams streams, Func<int> run)
    {
        RunContext.Current = streams.Context(_interrupt.Begin(), _folder);
        var watch = Stopwatch.StartNew();
        try
        {
            var code = run();
            return _interrupt.Raised ? ExitCode.Interrupted : code;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (DiagnosticException e)
        {
            Streams.Report(e.Diagnostic);
            return ExitCode.Failed;
        }
        finally
        {
            _interrupt.End();
            if (_interrupt.Raised)
                Streams.Error.WriteLine("interrupted");
            if (Timed)
                Streams.Error.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.000} s"));
        }
    }
}
