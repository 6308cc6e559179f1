namespace SrRepl.Scripting;

/// <summary>What every C# script finds in scope besides the verbs.</summary>
public sealed class ScriptGlobals
{
    /// <summary>The script's arguments: what follows <c>--</c> on the command line.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>The values a session shares with its C#, by name.</summary>
    public IReadOnlyDictionary<string, object> Shared { get; internal set; } = new Dictionary<string, object>();
}
