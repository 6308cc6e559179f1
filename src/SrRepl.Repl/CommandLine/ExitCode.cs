namespace SrRepl.Repl;

/// <summary>What the program says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>The script or a piece of code failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int WrongUsage = 2;

    /// <summary>The user interrupted: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
