using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Binds values to patterns.</summary>
internal static class Matching
{
    /// <summary>The scope with the names of the pattern bound.</summary>
    /// <exception cref="DiagnosticException">The value has not the pattern's shape.</exception>
    public static Scope Bind(Pattern pattern, object value, Scope scope, SourceText source, Origin valueAt)
    {
        foreach (var (name, part) in Parts(pattern, value, source, valueAt))
            scope = scope.With(name, part);
        return scope;
    }

    /// <summary>The names of the pattern and the parts of the value they take.</summary>
    public static IEnumerable<(string Name, object Value)> Parts(Pattern pattern, object value, SourceText source, Origin valueAt)
    {
        switch (pattern)
        {
            case NamePattern { Name: var name }:
                return [(name, value)];
            case TuplePattern { Items: var items } when value is TupleValue tuple && tuple.Items.Length == items.Length:
                return items.Zip(tuple.Items).SelectMany(pair => Parts(pair.First, pair.Second, source, valueAt));
            case TuplePattern { Items.Length: var count }:
                throw new Origin(source, pattern.Span).Error(Errors.CannotDestructure(count, Kinds.WithArticle(value)));
            case UnitPattern when value is not UnitValue:
                throw valueAt.Error(Errors.WrongValue("()", Kinds.WithArticle(value), null));
            default:
                return [];
        }
    }
}
