using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Core;

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

    private readonly ScriptSources _sources = new();
    private readonly ScriptGlobals _globals;
    private readonly Dictionary<string, object> _shared = new(StringComparer.Ordinal);
    private ScriptState<object?>? _state;

    /// <summary>A host whose scripts see these arguments.</summary>
    public CSharpHost(IReadOnlyList<string> arguments) => _globals = new ScriptGlobals { Args = arguments };

    /// <summary>Runs a piece of C# and gives the value of its last expression, or null when it ends in a statement.</summary>
    /// <exception cref="DiagnosticException">It does not compile, or it failed.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public object? Run(Core.SourceText source)
    {
        var path = Path.GetFullPath(source.Name);
        var script = WovenScript.From(source, Parsing);
        _sources.Add(path, script);
        try
        {
            _state = Start(script.Woven.ToString(), path).GetAwaiter().GetResult();
            return _state.ReturnValue;
        }
        catch (CompilationErrorException e)
        {
            throw ScriptErrors.From(e, _sources);
        }
        catch (Exception e) when (!Interrupted(e))
        {
            throw ScriptErrors.From(e, _sources);
        }
    }

    /// <summary>Puts a session's values in scope, each under its name; those that have not changed since are left alone.</summary>
    public void Share(IReadOnlyDictionary<string, object> values)
    {
        var changed = values.Where(pair => !_shared.TryGetValue(pair.Key, out var known) || !ReferenceEquals(known, pair.Value)).ToList();
        if (changed.Count == 0)
            return;
        foreach (var (name, value) in changed)
            _shared[name] = value;
        _globals.Shared = _shared;
        Run(new Core.SourceText(SharedValues.Declare(changed), "session"));
    }

    /// <summary>What the C# so far has declared or changed: names and values, the last of each name.</summary>
    public IReadOnlyDictionary<string, object> Declared()
    {
        var declared = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var variable in _state?.Variables ?? [])
            if (variable.Value is { } value)
                declared[variable.Name] = value;
        foreach (var (name, value) in _shared)
            if (declared.TryGetValue(name, out var now) && Equals(now, value))
                declared.Remove(name);
        foreach (var (name, value) in declared)
            _shared[name] = value;
        return declared;
    }

    /// <summary>Compiles a piece of C# and runs nothing.</summary>
    /// <exception cref="DiagnosticException">It does not compile.</exception>
    public void Check(Core.SourceText source)
    {
        var path = Path.GetFullPath(source.Name);
        var script = WovenScript.From(source, Parsing);
        _sources.Add(path, script);
        var found = CSharpScript.Create<object?>(script.Woven.ToString(), OptionsFor(path), typeof(ScriptGlobals)).Compile();
        if (found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw ScriptErrors.From(new CompilationErrorException("", found), _sources);
    }

    private ScriptOptions OptionsFor(string path) =>
        (_state?.Script.Options ?? FirstOptions()).WithFilePath(path).WithFileEncoding(Encoding.UTF8);

    private Task<ScriptState<object?>> Start(string code, string path)
    {
        var options = OptionsFor(path);
        return _state is null
            ? CSharpScript.Create<object?>(code, options, typeof(ScriptGlobals)).RunAsync(_globals)
            : _state.ContinueWithAsync<object?>(code, options);
    }

    private ScriptOptions FirstOptions() =>
        ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.CSharp14)
            .WithEmitDebugInformation(true)
            .WithReferences(References())
            .WithSourceResolver(new WovenSourceResolver(_sources, Parsing))
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

    private static bool Interrupted(Exception exception) =>
        exception is OperationCanceledException && RunContext.Current.Cancellation.IsCancellationRequested;
}
