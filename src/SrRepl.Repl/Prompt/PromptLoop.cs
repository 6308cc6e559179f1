using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Reads an input, runs it, and again, until there is no more.</summary>
internal sealed class PromptLoop(SessionRunner runner, ILineEditor editor)
{
    private readonly Terminal _terminal = runner.Streams.Terminal;

    /// <summary>
    /// Runs until the input ends or <c>#quit</c>. The exit code tells of failures only where nobody was there to
    /// see them.
    /// </summary>
    public int Run()
    {
        if (_terminal.Typed)
            runner.Streams.Output.WriteLine($"{ProgramVersion.Text}, `#help` lists verbs and commands, `#quit` or Ctrl-D leaves");
        var worst = ExitCode.Done;
        while (true)
        {
            switch (editor.Read())
            {
                case LineRead.End:
                    return _terminal.Typed ? ExitCode.Done : worst;
                case LineRead.Input input when PromptCommand.IsOne(input.Text):
                    if (Command(SourceOf(input)) is not { } code)
                        return _terminal.Typed ? ExitCode.Done : worst;
                    worst = Math.Max(worst, code);
                    break;
                case LineRead.Input input when !string.IsNullOrWhiteSpace(input.Text):
                    worst = Math.Max(worst, runner.Run(SourceOf(input)));
                    break;
            }
        }
    }

    // Null when the prompt is left.
    private int? Command(SourceText input)
    {
        try
        {
            return PromptCommand.Run(input, runner, editor);
        }
        catch (DiagnosticException e)
        {
            runner.Streams.Report(e.Diagnostic);
            return ExitCode.Failed;
        }
    }

    // Empty lines above it give an input of a longer text the line numbers that it has there.
    private static SourceText SourceOf(LineRead.Input input) =>
        new(new string('\n', input.Line - 1) + input.Text, "input");
}
