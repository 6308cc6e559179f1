using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The verbs of the session itself.</summary>
public static class SessionVerbs
{
    /// <summary>Writes a value to the output, a string without quotes.</summary>
    [Verb("session", "writes a value", Example = "print \"done\"")]
    public static void Print(this object value) => RunContext.Current.Output.WriteLine(ValuePrinter.Plain(Import.From(value)));

    /// <summary>Writes a value as the prompt prints it.</summary>
    [Verb("search", "writes a value as the prompt prints it; the end of a pipe", Example = "front |> show")]
    public static void Show(this object value) => RunContext.Current.Output.WriteLine(Session.Print(value));

    /// <summary>A value as a text, as <c>print</c> writes it.</summary>
    [Verb("session", "gives a value as a text, as print writes it", Example = "\"c\" + string 20")]
    public static string String(this object value) => ValuePrinter.Plain(Import.From(value));

    /// <summary>Whether there is a file or a folder of this path.</summary>
    [Verb("session", "tells whether there is a file or a folder of a path", Example = "if exists \"run/state.bin\" then train |> resume options else train |> evolve options")]
    public static bool Exists(this string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>Records as a table, a row each: records of the language, or C# objects by their public properties.</summary>
    /// <exception cref="DiagnosticException">There is no row, or one has other fields than the first.</exception>
    [Verb("session", "writes a list of records as a table, a column a field", Example = "[for w in widths -> { bits = w; lut = (spent w).lut }] |> table")]
    public static TextTable Table(this IEnumerable<object> rows, TableOptions? options = null) => RecordTable.Of(rows, options ?? new());

    /// <summary>Fails unless the condition holds.</summary>
    /// <exception cref="DiagnosticException">It does not (SR0039).</exception>
    [Verb("session", "fails the script unless a condition holds", Example = "assert (1 < 2)")]
    public static void Assert(this bool condition, [CallerArgumentExpression(nameof(condition))] string? source = null)
    {
        if (!condition)
            throw new DiagnosticException(Errors.AssertionFailed(source));
    }

    /// <summary>Runs a function and says, beside the diagnostics, how long it took; gives the function's value.</summary>
    [Verb("session", "runs a function, says how long it took, and gives its value", Example = "time (fun () -> simplify f)")]
    public static object? Time(this Func<object?> work)
    {
        var clock = Stopwatch.StartNew();
        var value = work();
        RunContext.Current.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMilliseconds:0.0} ms"));
        return value;
    }

    /// <summary>All verbs by group.</summary>
    [Verb("session", "lists the verbs, or tells what one takes and does", Example = "help evolve")]
    public static HelpText Help() => HelpText.Overview();

    /// <summary>What a verb does and its options with their defaults.</summary>
    [Verb("session", "lists the verbs, or tells what one takes and does")]
    public static HelpText Help(this Verb verb) => HelpText.Of(verb);

    /// <summary>What an operator computes and its other names.</summary>
    [Verb("session", "lists the verbs, or tells what one takes and does")]
    public static HelpText Help(this Operator op) => HelpText.Of(op);

    /// <summary>Help on a verb or an operator by its name.</summary>
    /// <exception cref="DiagnosticException">There is no help on it (SR0040).</exception>
    [Verb("session", "lists the verbs, or tells what one takes and does")]
    public static HelpText Help(this string topic) => HelpText.Of(topic);
}
