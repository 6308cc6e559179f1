using System.Collections.Immutable;

namespace SrRepl.Language;

/// <summary>Names and their values, innermost first. Immutable: a let makes a new scope, so a closure keeps what it saw.</summary>
internal sealed class Scope
{
    public static readonly Scope Empty = new(null, "", UnitValue.Value, ImmutableDictionary.Create<string, object>(StringComparer.Ordinal));

    private readonly Scope? _outer;
    private readonly string _name;
    private readonly object _value;
    private readonly ImmutableDictionary<string, object> _globals;

    private Scope(Scope? outer, string name, object value, ImmutableDictionary<string, object> globals)
    {
        _outer = outer;
        _name = name;
        _value = value;
        _globals = globals;
    }

    /// <summary>The names of the session.</summary>
    public ImmutableDictionary<string, object> Globals => _globals;

    /// <summary>Every name in sight, shadowed ones once.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (var scope = this; scope._outer is not null; scope = scope._outer)
                yield return scope._name;
            foreach (var name in _globals.Keys)
                yield return name;
        }
    }

    /// <summary>The scope with one more local name.</summary>
    public Scope With(string name, object value) => new(this, name, value, _globals);

    /// <summary>A scope of the session's names alone, one of them new; what it hides can be freed.</summary>
    public Scope WithGlobal(string name, object value) => new(null, "", UnitValue.Value, _globals.SetItem(name, value));

    public object? Find(string name)
    {
        var scope = this;
        for (; scope._outer is not null; scope = scope._outer)
            if (scope._name == name)
                return scope._value;
        return _globals.GetValueOrDefault(name);
    }
}
