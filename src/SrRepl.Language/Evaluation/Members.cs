using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Fields and items of values, the .NET objects of the rooms included: their public properties and indexers.</summary>
internal static class Members
{
    public static object Field(object target, string name, Origin at)
    {
        if (target is PartialVerb verb && verb.Alone(at) is { } given)
            return Field(given, name, at);
        if (target is RecordValue record)
            return record.Find(name) ?? throw Missing();
        if (target is ListValue list && Nearest.Fold(name) == "length")
            return (double)list.Length;
        if (target is string text && Nearest.Fold(name) == "length")
            return (double)text.Length;
        if (PropertyOf(target, name) is { } property)
            return Import.From(Guarded(() => property.GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null), at));
        if (target is Dataset dataset && dataset.Has(name))
            return Import.From(dataset[name].ToArray());
        throw Missing();

        DiagnosticException Missing() => at.Error(Errors.UnknownField(name, Kinds.WithArticle(target), [.. FieldsOf(target)]));
    }

    /// <summary>The names of a value's fields as scripts write them, sorted.</summary>
    public static IEnumerable<string> FieldsOf(object target)
    {
        IEnumerable<string> names = target switch
        {
            RecordValue record => record.Names,
            ListValue or string => ["length"],
            double or bool or UnitValue or TupleValue or FunctionValue or Operator => [],
            Dataset dataset => Properties(target).Concat(dataset.Columns.Select(column => column.Name)),
            _ => Properties(target),
        };
        return names.Order(StringComparer.Ordinal);
    }

    public static object Index(Argument target, Argument index)
    {
        if (target.Value is PartialVerb verb && verb.Alone(target.Origin) is { } given)
            return Index(target with { Value = given }, index);
        switch (target.Value)
        {
            case ListValue list:
                return list.Items[Position(list.Length)];
            case TupleValue tuple:
                return tuple.Items[Position(tuple.Items.Length)];
            case string text:
                return text[Position(text.Length)].ToString();
            case Dataset dataset when index.Value is string column:
                return Import.From(Guarded(() => dataset[column].ToArray(), index.Origin));
            case RecordValue record when index.Value is string field:
                return Field(record, field, index.Origin);
        }
        foreach (var indexer in target.Value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 1))
        {
            var wanted = indexer.GetIndexParameters()[0].ParameterType;
            if (Conversions.TryConvert(index.Value, wanted, null, out var key))
                return Import.From(Guarded(() => indexer.GetValue(target.Value, BindingFlags.DoNotWrapExceptions, null, [key], null), index.Origin));
        }
        throw target.Origin.Error(Errors.NotIndexed(Kinds.WithArticle(target.Value), ValuePrinter.Print(index.Value)));

        int Position(int length) =>
            index.Value is not double number || number != Math.Floor(number)
                ? throw index.Origin.Error(Errors.WrongValue("a whole number", Kinds.WithArticle(index.Value), null))
                : number >= 0 && number < length
                    ? (int)number
                    : throw index.Origin.Error(Errors.IndexOutOfRange(InfixPrinter.Number(number), length));
    }

    /// <summary>The items to loop over.</summary>
    public static IEnumerable<object> Items(Argument source) => source.Value switch
    {
        ListValue list => list.Items,
        not string and IEnumerable items => items.Cast<object?>().Select(Import.From),
        var value => throw source.Origin.Error(Errors.WrongValue("a list", Kinds.WithArticle(value), null)),
    };

    /// <summary>The property a field name means, or null.</summary>
    public static PropertyInfo? PropertyOf(object target, string name) => target switch
    {
        double or bool or string or UnitValue or TupleValue or FunctionValue or Operator => null,
        _ => target.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => property.GetIndexParameters().Length == 0 && Nearest.Fold(property.Name) == Nearest.Fold(name)),
    };

    private static IEnumerable<string> Properties(object target) =>
        target.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
            .Select(property => CamelCase(property.Name));

    /// <summary>A record of C# that has no text of its own, as one of the language; null for all that prints itself.</summary>
    public static RecordValue? RecordOf(object target) =>
        target.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
            ? new([.. Properties(target).Select(name => new RecordField(name, Import.From(PropertyOf(target, name)!.GetValue(target))))])
            : null;

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static object? Guarded(Func<object?> read, Origin at)
    {
        try
        {
            return read();
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Place is null)
        {
            throw at.Error(failure.Diagnostic);
        }
        catch (Exception failure) when (failure is ArgumentOutOfRangeException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw at.Error(Errors.IndexNotThere(at.Text));
        }
    }
}
