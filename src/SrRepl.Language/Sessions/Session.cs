using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Code run one piece after another in one scope: what a script, the prompt and a test talk to. Values and what
/// <c>print</c> writes go to <see cref="RunContext.Output"/> of <see cref="RunContext.Current"/>; set that, with a
/// cancellation token, before each run. Diagnostics are returned, not written. Not safe for several threads at once.
/// </summary>
public sealed class Session
{
    private readonly SortedDictionary<string, object> _bindings = new(StringComparer.Ordinal);

    /// <summary>What <c>args</c> is: the words behind <c>--</c> on the command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The names bound so far and their values, <c>it</c> aside, sorted by name.</summary>
    public IReadOnlyDictionary<string, object> Bindings => _bindings;

    /// <summary>The last value that was printed, or null.</summary>
    public object? It { get; private set; }

    /// <summary>Binds a name, as <c>let</c> would. Numbers of every .NET type become double.</summary>
    public void Bind(string name, object value) => _bindings[name] = value;

    /// <summary>Forgets every name and <c>it</c>.</summary>
    public void Reset()
    {
        _bindings.Clear();
        It = null;
    }

    /// <summary>Runs code, statement by statement, and prints the value of each expression that has one. Never throws for what a user can cause.</summary>
    public Outcome Run(SourceText source) => new(null, []);

    /// <summary>Parses and name-checks without running: unknown names, wrong option names, wrong arity.</summary>
    public IReadOnlyList<Diagnostic> Check(SourceText source) => [];

    /// <summary>Whether Enter should run this text: false while a bracket, a string, a comment or an expression is unfinished.</summary>
    public static bool IsComplete(string text) => true;

    /// <summary>What fits at the caret, a zero-based position in the text.</summary>
    public CompletionList Complete(string text, int caret) => new(new Span(caret, 0), []);

    /// <summary>The pieces of a text, in order, for colouring; never fails, gaps are white space.</summary>
    public IReadOnlyList<ClassifiedSpan> Classify(string text) => [];

    /// <summary>A value as the prompt prints it.</summary>
    public static string Print(object value) => value.ToString() ?? "";

    /// <summary>What kind of value it is, in a few words: <c>number</c>, <c>list of 3</c>, <c>function of x, y</c>, <c>dataset</c>.</summary>
    public static string Describe(object value) => value.GetType().Name;

    /// <summary>The text of <c>help</c>: all verbs by group when <paramref name="topic"/> is null, else one verb's options with defaults.</summary>
    /// <exception cref="DiagnosticException">There is no such verb.</exception>
    public static string Help(string? topic = null) => "";
}
