using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Binds values to patterns.</summary>
internal static class Matching
{
    /// <summary>The scope with the names of the pattern bound.</summary>
    /// <exception cref="DiagnosticException">The value has not the pattern's shape.</exception>
    public static Scope Bind(Pattern pattern, object value, Scope scope, SourceText source, Origin valueAt, bool pinsNumbers = true)
    {
        foreach (var (name, part) in Parts(pattern, value, source, valueAt, pinsNumbers))
            scope = scope.With(name, part);
        return scope;
    }

    /// <summary>The names of the pattern and the parts of the value they take.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="value">What is taken apart.</param>
    /// <param name="source">The pattern's text.</param>
    /// <param name="valueAt">Where the value stands.</param>
    /// <param name="pinsNumbers">Whether a type pins a number too; not where a function is called with numbers, whose value is one.</param>
    public static IEnumerable<(string Name, object Value)> Parts(Pattern pattern, object value, SourceText source, Origin valueAt, bool pinsNumbers = true)
    {
        switch (pattern)
        {
            case NamePattern { Name: var name, Type: { IsFixed: true } type } when pinsNumbers || value is not double:
                return [(name, Pins.Pin(Pins.TypeOf(type, source), new(value, valueAt)))];
            case NamePattern { Name: var name }:
                return [(name, value)];
            case TuplePattern { Items: var items } when value is TupleValue tuple && tuple.Items.Length == items.Length:
                return items.Zip(tuple.Items).SelectMany(pair => Parts(pair.First, pair.Second, source, valueAt, pinsNumbers));
            case TuplePattern { Items.Length: var count }:
                throw new Origin(source, pattern.Span).Error(Errors.CannotDestructure(count, Kinds.WithArticle(value)));
            case UnitPattern when value is not UnitValue:
                throw valueAt.Error(Errors.WrongValue("()", Kinds.WithArticle(value), null));
            default:
                return [];
        }
    }
}
