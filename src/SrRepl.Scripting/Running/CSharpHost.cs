using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Core;
using SrRepl.Language;
using Text = Microsoft.CodeAnalysis.Text.SourceText;

namespace SrRepl.Scripting;

/// <summary>
/// Runs C# scripts with the verbs, their option records and the functions of the operator table in scope. A host keeps
/// its state: what one piece of code declares, the next one sees.
/// </summary>
public sealed class CSharpHost
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private static readonly ImmutableArray<string> Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks",
        "SrRepl.Core", "SrRepl.Rewriting", "SrRepl.Search", "SrRepl.Hardware", "SrRepl.Hls", "SrRepl.Verilog", "SrRepl.Language",
        "SrRepl.Scripting", "SrRepl.Scripting.Functions", "SrRepl.Scripting.Pipes",
    ];

    private static readonly TimeSpan TimeForLastValues = TimeSpan.FromSeconds(1);

    // What a formula is called in a script; a using of an alias holds in every later piece.
    private const string Names = "using Formula = global::SrRepl.Core.Expr;";

    private readonly ScriptSources _sources = new();
    private readonly ScriptGlobals _globals;
    private readonly SharedNames _shared = new();
    private ScriptState<object?>? _state;
    private int _pieces;

    /// <summary>A host whose scripts see these arguments.</summary>
    public CSharpHost(IReadOnlyList<string> arguments)
    {
        _globals = new ScriptGlobals { Args = new ScriptArguments(arguments) };
        OtherThreads.Watch(_sources);
    }

    /// <summary>Whether Enter should run this text: false while a bracket, an expression, a comment or a function is unfinished.</summary>
    public static bool IsComplete(string code) => WovenScript.IsComplete(code, Parsing);

    /// <summary>Runs a piece of C# and gives the value of its last expression, or null when it ends in a statement.</summary>
    /// <exception cref="DiagnosticException">It does not compile, or it failed.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public object? Run(Core.SourceText source) => Run(source, value => value);

    /// <summary>Runs a piece of C# and gives the value of its last expression as the prompt prints it, or null when it ends in a statement.</summary>
    /// <exception cref="DiagnosticException">It does not compile, or it failed.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public string? Print(Core.SourceText source) => Run(source, value => value is null ? null : Session.Print(value));

    /// <summary>Puts a session's values in scope, each under its name; those that have not changed since are left alone.</summary>
    public void Share(Session session)
    {
        var changed = _shared.Changed(session);
        if (changed.Count == 0)
            return;
        _globals.Shared = _shared.InCSharp;
        foreach (var code in new[] { SharedValues.Methods(changed), SharedValues.Variables(changed) })
            if (code.Length > 0)
                Enter(WovenScript.From(new Core.SourceText(code, "session"), "session", Parsing), LambdaResults.None, value => value);
    }

    /// <summary>Binds in a session what the C# since has declared or changed, and gives it by name.</summary>
    /// <exception cref="DiagnosticException">A value is only computed when it is asked for, and that failed.</exception>
    public IReadOnlyDictionary<string, object> GiveBack(Session session) =>
        Guarded(() => _shared.GiveBack(session, _globals.TakeMethods(), _state?.Variables ?? []));

    /// <summary>Compiles a piece of C# and runs nothing.</summary>
    /// <exception cref="DiagnosticException">It does not compile.</exception>
    public void Check(Core.SourceText source)
    {
        var (script, lambdas) = Woven(source);
        var found = Next(script.Woven, script.Path, lambdas).Compile();
        if (found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw ScriptErrors.From(new CompilationErrorException("", found), _sources);
    }

    // What prints a value may run more of the script, which is lazy.
    private T Run<T>(Core.SourceText source, Func<object?, T> use)
    {
        var (script, lambdas) = Woven(source);
        return Enter(script, lambdas, use);
    }

    private T Enter<T>(WovenScript script, LambdaResults lambdas, Func<object?, T> use)
    {
        var (state, value) = Guarded(() =>
        {
            var next = Next(script.Woven, script.Path, lambdas);
            var state = Finished(_state is null ? next.RunAsync(_globals) : next.RunFromAsync(_state));
            return (state, use(state.ReturnValue));
        });
        _state = state;
        return value;
    }

    private T Guarded<T>(Func<T> work) => DeepStack.Run(
        () =>
        {
            try
            {
                return StackBudget.Of(work);
            }
            catch (Exception) when (RunContext.Current.Cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(RunContext.Current.Cancellation);
            }
            catch (CompilationErrorException e)
            {
                throw ScriptErrors.From(e, _sources);
            }
            catch (Exception e)
            {
                throw ScriptErrors.From(e, _sources);
            }
        });

    // What a script awaits may never come. A search that is interrupted gets a moment to hand back its front.
    private static ScriptState<object?> Finished(Task<ScriptState<object?>> running)
    {
        try
        {
            running.Wait(RunContext.Current.Cancellation);
        }
        catch (OperationCanceledException) when (running.Wait(TimeForLastValues))
        {
        }
        catch (AggregateException)
        {
        }
        return running.GetAwaiter().GetResult();
    }

    // Every piece has a path of its own, so that a frame of the stack finds the piece it is from.
    private string PathOf(Core.SourceText source)
    {
        var path = Path.GetFullPath(source.Name);
        return File.Exists(path) ? path : string.Create(CultureInfo.InvariantCulture, $"{path}#{++_pieces}");
    }

    // What lambdas give is asked of the script as it was written.
    private (WovenScript Script, LambdaResults Lambdas) Woven(Core.SourceText source)
    {
        var path = PathOf(source);
        var script = WovenScript.From(source, path, Parsing);
        _sources.Add(path, script);
        var lambdas = LambdaResults.AreWanted(script.Root)
            ? Guarded(() => LambdaResults.Of(Next(script.Woven, path, lambdas: null).GetCompilation()))
            : LambdaResults.None;
        script = script.With(lambdas);
        _sources.Add(path, script);
        return (script, lambdas);
    }

    private Script<object?> Next(Text code, string path, LambdaResults? lambdas)
    {
        var options = (_state?.Script.Options ?? FirstOptions())
            .WithFilePath(path)
            .WithFileEncoding(Encoding.UTF8)
            .WithSourceResolver(new WovenSourceResolver(_sources, Parsing, lambdas));
        return _state is null
            ? CSharpScript.Create<object?>(Names, options, typeof(ScriptGlobals)).ContinueWith<object?>(code.ToString(), options)
            : _state.Script.ContinueWith<object?>(code.ToString(), options);
    }

    private ScriptOptions FirstOptions() =>
        ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.CSharp14)
            .WithEmitDebugInformation(true)
            .WithReferences(References())
            .WithMetadataResolver(new ScriptReferenceResolver(_sources, PackageCache.OfUser()))
            .WithImports(Imports);

    // The framework and the house: whatever the program itself was built with.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("SrRepl.", StringComparison.Ordinal)
                    || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
}
