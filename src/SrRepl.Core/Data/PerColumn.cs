using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>What an option says of columns: one value for all of them, one each in their order, or values by name.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class PerColumn<T>
{
    private readonly T? _all;
    private readonly bool _forAll;
    private readonly ImmutableArray<T> _listed = [];
    private readonly ImmutableSortedDictionary<string, T> _named = ImmutableSortedDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>One value for all columns.</summary>
    public PerColumn(T all)
    {
        _all = all;
        _forAll = true;
    }

    /// <summary>One value each, in the columns' order.</summary>
    public PerColumn(IEnumerable<T> listed) => _listed = [.. listed];

    /// <summary>Values by the columns' names.</summary>
    public PerColumn(IEnumerable<KeyValuePair<string, T>> named) => _named = _named.AddRange(named);

    /// <summary>One value for all columns.</summary>
    public static implicit operator PerColumn<T>(T all) => new(all);

    /// <summary>One value each, in the columns' order.</summary>
    public static implicit operator PerColumn<T>(T[] listed) => new(listed);

    /// <summary>Values by the columns' names.</summary>
    public static implicit operator PerColumn<T>(Dictionary<string, T> named) => new(named);

    /// <summary>Every value given, with the name of its column where it has one.</summary>
    public IEnumerable<T> Values => _forAll ? [_all!] : [.. _listed, .. _named.Values];

    /// <summary>The same by names.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="option">The option's name, for diagnostics.</param>
    /// <exception cref="DiagnosticException">There are not as many values as columns, or a name is no column.</exception>
    public PerColumn<T> Named(IReadOnlyList<string> columns, string option)
    {
        if (_forAll)
            return this;
        foreach (var name in _named.Keys)
            if (!columns.Contains(name))
                throw new DiagnosticException(Errors.UnknownColumn(name, columns));
        if (_listed.IsEmpty)
            return this;
        return _listed.Length == columns.Count
            ? new(columns.Zip(_listed, KeyValuePair.Create))
            : throw new DiagnosticException(Errors.MiscountedColumns(option, _listed.Length, columns));
    }

    /// <summary>The value of a column, once values have names; <paramref name="otherwise"/> where none is given.</summary>
    public T Of(string column, T otherwise) => _forAll ? _all! : _named.GetValueOrDefault(column, otherwise);

    /// <summary>The values as the language writes them.</summary>
    public override string ToString() =>
        _forAll ? $"{_all}"
        : !_listed.IsEmpty ? $"[{string.Join("; ", _listed)}]"
        : $"{{ {string.Join("; ", _named.Select(pair => $"{pair.Key} = {pair.Value}"))} }}";
}
