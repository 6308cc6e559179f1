using SrRepl.Core;
using SrRepl.Language;
using SrRepl.Scripting;

namespace SrRepl.Repl;

/// <summary>The session's C#. The only type here that names the scripting project: until it is touched, no compiler is loaded.</summary>
internal sealed class CSharpSide(Session session)
{
    private readonly CSharpHost _host = new(session.Arguments);

    /// <summary>What the last piece of C# declared or changed.</summary>
    public IReadOnlyDictionary<string, object> Declared { get; private set; } = new Dictionary<string, object>();

    /// <summary>Whether Enter should run this C#.</summary>
    public static bool IsComplete(string code) => CSharpHost.IsComplete(code);

    /// <summary>
    /// Runs C# with the session's values in scope, and gives its value as the prompt prints it; what it declares becomes the session's.
    /// </summary>
    public string? Run(SourceText source)
    {
        _host.Share(session);
        try
        {
            return _host.Print(source);
        }
        finally
        {
            // What failed may have changed a variable before.
            Declared = _host.GiveBack(session);
        }
    }

    /// <summary>Compiles C# and runs nothing.</summary>
    public void Check(SourceText source) => _host.Check(source);
}
