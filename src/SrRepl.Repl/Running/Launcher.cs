using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>Does what the command line asks for.</summary>
internal sealed class Launcher(Streams streams)
{
    // A script is ended by the second Ctrl-C; at the prompt there is more to lose.
    private const int ScriptPatience = 1;
    private const int PromptPatience = 2;

    /// <summary>Runs it and gives the exit code.</summary>
    public int Run(Invocation invocation) => invocation switch
    {
        Invocation.Version => Say(ProgramVersion.Text),
        Invocation.Help { Verb: null } => Say(Usage.Text + "\n\n" + Session.Help()),
        Invocation.Help { Verb: { } verb } => Attempt(() => Say(Session.Help(verb))),
        Invocation.Check check => Attempt(() => Check(ScriptFile.Read(check.Path))),
        Invocation.Code code => Start(code.Arguments, code.Stay, runner => runner.Run(new SourceText(code.Text, "-e"))),
        Invocation.Script script => Start(script.Arguments, script.Stay, runner => runner.RunFile(script.Path)),
        _ => Start([], stay: true, _ => ExitCode.Done),
    };

    private int Start(ImmutableArray<string> arguments, bool stay, Func<SessionRunner, int> first)
    {
        using var interrupt = new Interrupt(stay && streams.Terminal.Typed ? PromptPatience : ScriptPatience);
        var runner = new SessionRunner(streams, interrupt, arguments);
        var code = first(runner);
        return stay ? new PromptLoop(runner, Editor(runner)).Run() is var after && after != ExitCode.Done ? after : code : code;
    }

    private ILineEditor Editor(SessionRunner runner) => streams.Terminal switch
    {
        { Interactive: true } => TerminalEditorFor(runner),
        { Typed: true } => new PlainEditor(streams.Input, streams.Output),
        _ => new RedirectedEditor(streams.Input, runner.Session.Classify),
    };

    private static TerminalEditor TerminalEditorFor(SessionRunner runner) => new(runner.Session, HistoryFile.Find());

    private int Check(SourceText source)
    {
        if (ScriptKinds.Of(source.Name) == ScriptKind.CSharp)
            return CSharpCheck(source);
        var found = new Session().Check(source);
        foreach (var diagnostic in found)
            streams.Report(diagnostic);
        return found.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int CSharpCheck(SourceText source)
    {
        new CSharpSide(new Session()).Check(source);
        return ExitCode.Done;
    }

    private int Say(string text)
    {
        streams.Output.WriteLine(text);
        return ExitCode.Done;
    }

    private int Attempt(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (DiagnosticException e)
        {
            streams.Report(e.Diagnostic);
            return ExitCode.Failed;
        }
    }
}
