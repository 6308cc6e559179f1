using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A record: <c>{ a = 1; b = 2 }</c>. Fields are matched without case and underscores.</summary>
public sealed class RecordValue
{
    internal RecordValue(ImmutableArray<RecordField> fields)
    {
        Fields = fields;
    }

    /// <summary>The fields' names, in order.</summary>
    public IEnumerable<string> Names => Fields.Select(binding => binding.Name);

    internal ImmutableArray<RecordField> Fields { get; }

    /// <summary>The value of a field, or null when there is none.</summary>
    public object? Find(string name) =>
        Fields.FirstOrDefault(field => Nearest.Fold(field.Name) == Nearest.Fold(name))?.Value;

    /// <inheritdoc/>
    public override string ToString() =>
        Fields.IsEmpty ? "{ }" : "{ " + string.Join("; ", Fields.Select(field => $"{InfixPrinter.Name(field.Name)} {(field.Value is LimitValue limit ? limit.ToString() : "= " + ValuePrinter.Print(field.Value))}")) + " }";

    /// <summary>This record with some fields replaced or added.</summary>
    internal RecordValue With(IEnumerable<RecordField> changes)
    {
        var fields = Fields.ToBuilder();
        foreach (var change in changes)
        {
            var known = fields.FindIndex(field => Nearest.Fold(field.Name) == Nearest.Fold(change.Name));
            if (known >= 0)
                fields[known] = change with { Name = fields[known].Name };
            else
                fields.Add(change);
        }
        return new(fields.ToImmutable());
    }
}

/// <summary>A field of a record and where its name and value were written.</summary>
internal sealed record RecordField(string Name, object Value, Origin? NameAt = null, Origin? ValueAt = null);

internal static class BuilderSearch
{
    public static int FindIndex<T>(this ImmutableArray<T>.Builder items, Func<T, bool> fits)
    {
        for (var i = 0; i < items.Count; i++)
            if (fits(items[i]))
                return i;
        return -1;
    }
}
