namespace SrRepl.Scripting;

/// <summary>What every C# script finds in scope besides the verbs.</summary>
public sealed class ScriptGlobals
{
    private Dictionary<string, Delegate> _methods = new(StringComparer.Ordinal);

    /// <summary>The script's arguments: what follows <c>--</c> on the command line.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>The values a session shares with its C#, by name.</summary>
    public IReadOnlyDictionary<string, object> Shared { get; internal set; } = new Dictionary<string, object>();

    /// <summary>Gives a method of the script to the session. The call is woven in behind the method.</summary>
    public void ShareMethod(string name, Delegate method) => _methods[name] = method;

    /// <summary>The methods that were given since this was asked last, by name.</summary>
    internal IReadOnlyDictionary<string, Delegate> TakeMethods()
    {
        var taken = _methods;
        _methods = new(StringComparer.Ordinal);
        return taken;
    }
}
