using System.Collections;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>The names that a session and its C# share: what each side has seen of the other.</summary>
internal sealed class SharedNames
{
    private readonly Dictionary<string, (object InSession, object InCSharp)> _known = new(StringComparer.Ordinal);

    // What the variables held when they were last looked at; a method of the same name may have come since.
    private readonly Dictionary<string, object> _variables = new(StringComparer.Ordinal);

    /// <summary>The values as C# has them, by name.</summary>
    public IReadOnlyDictionary<string, object> InCSharp => _known.ToDictionary(pair => pair.Key, pair => pair.Value.InCSharp, StringComparer.Ordinal);

    /// <summary>What a session has bound since, as C# has it.</summary>
    public IReadOnlyDictionary<string, object> Changed(Session session)
    {
        var changed = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in session.Bindings)
            if (!(_known.TryGetValue(name, out var known) && ReferenceEquals(known.InSession, value)) && CSharpView.Of(value) is { } exported)
            {
                _known[name] = (value, exported);
                changed[name] = _variables[name] = exported;
            }
        return changed;
    }

    /// <summary>Binds in a session what C# has declared or changed since, and gives it by name.</summary>
    /// <param name="session">The session.</param>
    /// <param name="methods">The methods declared since.</param>
    /// <param name="variables">All variables, the later ones of a name last.</param>
    public IReadOnlyDictionary<string, object> GiveBack(Session session, IReadOnlyDictionary<string, Delegate> methods, IEnumerable<ScriptVariable> variables)
    {
        var given = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in Last(variables))
        {
            var same = _variables.TryGetValue(name, out var before) && Equals(before, value);
            _variables[name] = value;
            if (!same || IsChangedInside(name, value))
                given[name] = value;
        }
        foreach (var (name, method) in methods)
            given[name] = method;
        foreach (var (name, value) in given)
        {
            session.Bind(name, value);
            _known[name] = (session.Bindings[name], value);
        }
        return given;
    }

    private static Dictionary<string, object> Last(IEnumerable<ScriptVariable> variables)
    {
        var last = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var variable in variables)
            if (variable.Value is { } value)
                last[variable.Name] = value;
        return last;
    }

    // A session has copies of collections.
    private bool IsChangedInside(string name, object value) =>
        value is ICollection && _known.TryGetValue(name, out var known) && ReferenceEquals(known.InCSharp, value)
        && known.InSession is ListValue before && Import.From(value) is ListValue now && !before.Items.SequenceEqual(now.Items);
}
