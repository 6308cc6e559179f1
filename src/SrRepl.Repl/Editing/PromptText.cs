namespace SrRepl.Repl;

/// <summary>What stands before an input.</summary>
internal static class PromptText
{
    /// <summary>Before its first line.</summary>
    public const string First = "sr> ";

    /// <summary>Before the lines that follow; as wide, so that columns line up.</summary>
    public const string More = "  . ";
}
