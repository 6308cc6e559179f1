namespace SrRepl.Repl;

/// <summary>The two languages a script can be in.</summary>
internal enum ScriptKind
{
    /// <summary>The language of the prompt, .sr.</summary>
    Sr,

    /// <summary>C#, .csx.</summary>
    CSharp,
}

/// <summary>Tells the languages apart by file name.</summary>
internal static class ScriptKinds
{
    /// <summary>The language of a file name, or null when its extension is neither.</summary>
    public static ScriptKind? Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".sr" => ScriptKind.Sr,
        ".csx" => ScriptKind.CSharp,
        _ => null,
    };
}
