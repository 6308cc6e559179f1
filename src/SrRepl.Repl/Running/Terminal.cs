namespace SrRepl.Repl;

/// <summary>What the program may do to the streams it was given.</summary>
/// <param name="Interactive">Whether a person types and reads: both ends are terminals that understand escapes.</param>
/// <param name="Typed">Whether a person types, be the terminal ever so plain.</param>
/// <param name="Live">Whether standard error is a terminal whose lines can be redrawn.</param>
/// <param name="Colour">Whether diagnostics on standard error are coloured.</param>
internal sealed record Terminal(bool Interactive, bool Typed, bool Live, bool Colour)
{
    /// <summary>No terminal at all: pipes and files.</summary>
    public static readonly Terminal None = new(false, false, false, false);

    /// <summary>What the process was started with.</summary>
    public static Terminal Detect()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        var colourless = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var typed = !Console.IsInputRedirected;
        var live = !Console.IsErrorRedirected && !dumb;
        return new Terminal(typed && !Console.IsOutputRedirected && !dumb, typed, live && !colourless, live && !colourless);
    }
}
