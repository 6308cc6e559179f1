using System.Collections.Immutable;

namespace SrRepl.Repl;

/// <summary>What the command line asks for.</summary>
internal abstract record Invocation
{
    private Invocation()
    {
    }

    /// <summary>The prompt; or the code on standard input, when that is not a terminal.</summary>
    public sealed record Prompt : Invocation;

    /// <summary>A script.</summary>
    /// <param name="Path">A .sr or .csx file.</param>
    /// <param name="Arguments">What follows <c>--</c>.</param>
    /// <param name="Stay">Whether the prompt follows, with the script's names in scope.</param>
    public sealed record Script(string Path, ImmutableArray<string> Arguments, bool Stay) : Invocation;

    /// <summary>A piece of code.</summary>
    /// <param name="Text">The code.</param>
    /// <param name="Arguments">What follows <c>--</c>.</param>
    /// <param name="Stay">Whether the prompt follows.</param>
    public sealed record Code(string Text, ImmutableArray<string> Arguments, bool Stay) : Invocation;

    /// <summary>A script to parse and name-check only.</summary>
    public sealed record Check(string Path) : Invocation;

    /// <summary>The version and the commit.</summary>
    public sealed record Version : Invocation;

    /// <summary>The usage, or one verb's page.</summary>
    public sealed record Help(string? Verb) : Invocation;
}
