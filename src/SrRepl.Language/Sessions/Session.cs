using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Code run one piece after another in one scope: what a script, the prompt and a test talk to. Values and what
/// <c>print</c> writes go to <see cref="RunContext.Output"/> of <see cref="RunContext.Current"/>; set that, with a
/// cancellation token, before each run. Diagnostics are returned, not written. Not safe for several threads at once.
/// </summary>
public sealed class Session
{
    /// <summary>The name of the last value that was printed.</summary>
    public const string LastName = "it";

    /// <summary>The name of the script's arguments.</summary>
    public const string ArgumentsName = "args";

    private static readonly AsyncLocal<Session?> Running = new();

    private Scope _scope = Scope.Empty;

    /// <summary>The session that is running code here, or null.</summary>
    public static Session? Current => Running.Value;

    /// <summary>What <c>args</c> is: the words behind <c>--</c> on the command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The names bound so far and their values, <c>it</c> aside.</summary>
    public IReadOnlyDictionary<string, object> Bindings => _scope.Globals.Remove(LastName);

    /// <summary>The last value that was printed, or null.</summary>
    public object? It => _scope.Globals.GetValueOrDefault(LastName);

    private Scope Visible => _scope.Find(ArgumentsName) is null ? _scope.WithGlobal(ArgumentsName, Import.From(Arguments.ToArray())) : _scope;

    /// <summary>Binds a name, as <c>let</c> would. Numbers of every .NET type become double, delegates functions.</summary>
    public void Bind(string name, object value) =>
        _scope = _scope.WithGlobal(name, value is Delegate function ? new DelegateFunction(name, function) : Import.From(value));

    /// <summary>The function or table bound to a name, as an operator; null where the name is bound to none.</summary>
    /// <exception cref="DiagnosticException">The function is no formula.</exception>
    public Operator? FindOperator(string name) =>
        _scope.Find(name) is Operator or IFormula and not Expr && Conversions.TryConvert(_scope.Find(name)!, typeof(Operator), null, out var op) ? (Operator?)op : null;

    /// <summary>Forgets every name and <c>it</c>.</summary>
    public void Reset() => _scope = Scope.Empty;

    /// <summary>Runs code, statement by statement, and prints the value of each expression that has one. Never throws for what a user can cause.</summary>
    public Outcome Run(SourceText source) => DeepStack.Run(() => RunHere(source));

    /// <summary>Parses and name-checks without running: unknown names, wrong option names, wrong arity.</summary>
    public IReadOnlyList<Diagnostic> Check(SourceText source) => DeepStack.Run(() => CheckHere(source));

    /// <summary>Whether Enter should run this text: false while a bracket, a string, a comment or an expression is unfinished.</summary>
    public static bool IsComplete(string text) => !Script.Parse(new SourceText(text, "input")).Incomplete;

    /// <summary>What fits at the caret, a zero-based position in the text.</summary>
    public CompletionList Complete(string text, int caret) => new Completer(text, caret, Visible).Complete();

    /// <summary>The files and folders that fit at the caret, where the text up to it from <paramref name="start"/> on is a path.</summary>
    public CompletionList CompletePath(string text, int start, int caret) => new Completer(text, caret, Visible).Paths(start);

    /// <summary>The pieces of a text, in order, for colouring; never fails, gaps are white space.</summary>
    public IReadOnlyList<ClassifiedSpan> Classify(string text) => Classifier.Classify(text, Visible);

    /// <summary>A value as the prompt prints it: a text as it is, without quotes.</summary>
    public static string Print(object value) => ValuePrinter.Plain(Import.From(value));

    /// <summary>Code that gives a value again, whatever it was made by; null where there is none.</summary>
    public static string? Code(object value) => ValueCode.Of(Import.From(value));

    /// <summary>Applies a function of the language to arguments, as <c>f x y</c> does.</summary>
    /// <exception cref="DiagnosticException">It is no function, or the arguments do not fit.</exception>
    public static object Apply(object function, params ReadOnlySpan<object?> arguments) => Delegates.Apply(function, arguments);

    /// <summary>What kind of value it is, in a few words: <c>number</c>, <c>list of 3</c>, <c>function of x, y</c>, <c>dataset</c>.</summary>
    public static string Describe(object value) => Kinds.Describe(value);

    /// <summary>The text of <c>help</c>: all verbs by group when <paramref name="topic"/> is null, else one verb's options with defaults.</summary>
    /// <exception cref="DiagnosticException">There is no such verb.</exception>
    public static string Help(string? topic = null) => (topic is null ? HelpText.Overview() : HelpText.Of(topic)).ToString();

    private Outcome RunHere(SourceText source)
    {
        var script = Script.Parse(source);
        if (!script.Diagnostics.IsEmpty)
            return new(null, script.Diagnostics);
        Running.Value = this;
        object? last = null;
        var evaluator = new Evaluator(RunContext.Current.Cancellation);
        foreach (var statement in script.Statements)
        {
            try
            {
                last = RunStatement(evaluator, statement, source);
            }
            catch (Exception failure) when (Failures.IsInterruption(failure))
            {
                return new(null, []) { Interrupted = true, Ran = statement.Span.Start };
            }
            catch (Exception failure)
            {
                return new(null, [Failures.Explain(failure, new(source, statement.Span))]) { Ran = statement.Span.Start };
            }
        }
        return new(last, []) { Ran = source.Text.Length };
    }

    private IReadOnlyList<Diagnostic> CheckHere(SourceText source)
    {
        var script = Script.Parse(source);
        var checker = new NameChecker(source);
        var names = KnownNames.Of(Visible);
        foreach (var statement in script.Statements)
        {
            names = checker.CheckStatement(statement, names);
            if (statement is not LetNode)
                names = names.With(LastName, KnownName.Any);
        }
        return [.. script.Diagnostics, .. checker.Found];
    }

    private object? RunStatement(Evaluator evaluator, Node statement, SourceText source)
    {
        var origin = new Origin(source, statement.Span);
        if (statement is LetNode let)
        {
            var bound = evaluator.Bound(let, Visible, source);
            RunContext.Current.Abandonment.ThrowIfCancellationRequested();
            foreach (var (name, part) in Matching.Parts(let.Target, bound, source, new(source, let.Body.Span)))
                _scope = _scope.WithGlobal(name, part);
            return null;
        }
        var value = evaluator.Evaluate(statement, Visible, source);
        if (value is PartialVerb { RunsAlone: true } verb)
            value = verb.RunAlone(this, origin);
        if (value is UnitValue)
            return null;
        RunContext.Current.Abandonment.ThrowIfCancellationRequested();
        RunContext.Current.Output.WriteLine(Print(value));
        _scope = _scope.WithGlobal(LastName, value);
        return value;
    }
}
