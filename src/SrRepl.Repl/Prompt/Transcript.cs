using System.Text;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Repl;

/// <summary>
/// What went well in a session, to be saved as a script that runs. C# stands in it as remarks, and what it declared as code of the
/// language; where a value has no such code (a dataset), the inputs that need it become remarks as well.
/// </summary>
internal sealed class Transcript
{
    private readonly List<Entry> _entries = [];

    private sealed record Entry(string Code, string? Remark = null, string? Lost = null);

    /// <summary>Adds code of the language.</summary>
    public void Add(string code)
    {
        if (!string.IsNullOrWhiteSpace(code))
            _entries.Add(new(code.Trim('\n')));
    }

    /// <summary>Adds C# and what it declared.</summary>
    public void AddCSharp(string code, IReadOnlyDictionary<string, object> declared)
    {
        _entries.Add(new("", string.Join('\n', code.Trim().Split('\n').Select(line => "#cs " + line))));
        foreach (var (name, value) in declared)
            _entries.Add(Session.Code(value) is { } literal
                ? new($"let {InfixPrinter.Name(name)} = {literal}")
                : new("", $"{name} ({Session.Describe(value)}) came of the C# above", name));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>The script.</summary>
    /// <param name="lost">The names that C# declared and no code gives again.</param>
    public string Write(out IReadOnlyList<string> lost)
    {
        var script = new StringBuilder();
        foreach (var entry in _entries)
            script.Append(entry.Remark is not null ? Remark(entry.Remark) : Stands(script.ToString(), entry.Code) ? entry.Code + "\n" : Remark(entry.Code));
        lost = [.. _entries.Select(entry => entry.Lost).OfType<string>().Distinct()];
        return script.ToString();
    }

    private static bool Stands(string before, string code) => new Session().Check(new SourceText(before + code, "script")).Count == 0;

    private static string Remark(string text) => string.Concat(text.Split('\n').Select(line => $"// {line}\n"));
}
