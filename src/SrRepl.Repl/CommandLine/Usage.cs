namespace SrRepl.Repl;

/// <summary>The text of <c>sr --help</c>.</summary>
internal static class Usage
{
    /// <summary>How the program is called, in lines of at most 100 characters.</summary>
    public const string Text = """
        sr: from a table of data to a formula on a chip

        usage:
          sr                           the prompt; code on standard input is run the same way
          sr run FILE [-i] [-- args]   run a script, .sr or .csx; -i stays at the prompt afterwards
          sr -e 'CODE' [-i] [-- args]  run a piece of code
          sr check FILE                parse a script and check its names; run nothing
          sr help [VERB]               this text, or what a verb takes and gives
          sr --version                 version and commit

        Values go to standard output, diagnostics and progress to standard error.
        Exit code: 0 done, 1 the script failed, 2 wrong usage, 130 interrupted.
        NO_COLOR=1 or TERM=dumb turns colour and progress off.
        """;
}
