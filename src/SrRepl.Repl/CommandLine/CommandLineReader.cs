using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>
/// Reads the arguments. The words are few, and a parser library would take longer to load than <c>sr -e '1+1'</c> to run.
/// </summary>
internal static class CommandLineReader
{
    private static readonly ImmutableArray<string> Words =
        ["run", "check", "help", "-e", "-i", "--help", "--version"];

    /// <summary>What the arguments ask for.</summary>
    /// <exception cref="DiagnosticException">They ask for nothing known; the exit code is then <see cref="ExitCode.WrongUsage"/>.</exception>
    public static Invocation Read(IReadOnlyList<string> arguments)
    {
        var (own, given) = Split(arguments);
        var stay = own.Remove("-i");
        return own switch
        {
            ["--version"] => Alone(new Invocation.Version(), given, stay),
            ["--help" or "-h" or "help"] => Alone(new Invocation.Help(null), given, stay),
            ["help" or "--help", var verb] => Alone(new Invocation.Help(verb), given, stay),
            [] when given.IsEmpty => new Invocation.Prompt(),
            ["run", var path] => new Invocation.Script(path, given, stay),
            ["run"] => throw Wrong(Errors.MissingArgument("run", "the script's path")),
            ["run", _, var extra, ..] => throw Wrong(Errors.ScriptArgumentsUnmarked(extra)),
            ["-e", var code] => new Invocation.Code(code, given, stay),
            ["-e"] => throw Wrong(Errors.MissingArgument("-e", "the code")),
            ["check", var path] => Alone(new Invocation.Check(path), given, stay),
            ["check"] => throw Wrong(Errors.MissingArgument("check", "the script's path")),
            [] => throw Wrong(Errors.UnknownArgument("--", Words)),
            [var first] when IsScript(first) => throw Wrong(Errors.ScriptWithoutRun(first)),
            [var first, ..] when !Words.Contains(first) => throw Wrong(Errors.UnknownArgument(first, Words)),
            [_, .., var last] => throw Wrong(Errors.UnknownArgument(last, Words)),
            [var only] => throw Wrong(Errors.UnknownArgument(only, Words)),
        };
    }

    // Everything behind the first -- is the script's, whatever it looks like.
    private static (List<string> Own, ImmutableArray<string> Given) Split(IReadOnlyList<string> arguments)
    {
        var own = arguments.TakeWhile(argument => argument != "--").ToList();
        return (own, [.. arguments.Skip(own.Count + 1)]);
    }

    private static Invocation Alone(Invocation invocation, ImmutableArray<string> given, bool stay) =>
        stay ? throw Wrong(Errors.UnknownArgument("-i", []))
        : given.IsEmpty ? invocation
        : throw Wrong(Errors.UnknownArgument("--", []));

    private static bool IsScript(string argument) =>
        ScriptKinds.Of(argument) is not null || File.Exists(argument);

    private static DiagnosticException Wrong(Diagnostic diagnostic) => new(diagnostic);
}
