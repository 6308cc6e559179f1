using System.Text;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Where values and diagnostics go, and what is known of the terminal behind them.</summary>
/// <param name="Input">Code, when it is not typed at the editor.</param>
/// <param name="Output">Values.</param>
/// <param name="Error">Diagnostics and progress.</param>
/// <param name="Terminal">What may be done to them.</param>
internal sealed record Streams(TextReader Input, TextWriter Output, TextWriter Error, Terminal Terminal)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own.</summary>
    public static Streams Open() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8),
        new StreamWriter(OutputStream.Open(), Utf8) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        Terminal.Detect());

    /// <summary>Shows what went wrong.</summary>
    public void Report(Diagnostic diagnostic) =>
        Error.WriteLine(Terminal.Colour ? DiagnosticPainter.Paint(diagnostic) : diagnostic.ToString());

    /// <summary>What a run gets as its surroundings; a script's folder, where one is run.</summary>
    public RunContext Context((CancellationToken Stop, CancellationToken Leave) interrupt, string? folder) => new()
    {
        Output = Output,
        Error = Error,
        Cancellation = interrupt.Stop,
        Abandonment = interrupt.Leave,
        Live = Terminal.Live,
        Folder = folder,
    };
}
