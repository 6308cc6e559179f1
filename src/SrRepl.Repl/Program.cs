using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>The <c>sr</c> program.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var streams = Streams.Open();
        try
        {
            return new Launcher(streams).Run(CommandLineReader.Read(arguments));
        }
        catch (DiagnosticException e)
        {
            streams.Report(e.Diagnostic);
            return ExitCode.WrongUsage;
        }
    }
}
