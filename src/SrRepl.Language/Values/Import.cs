using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SrRepl.Language;

/// <summary>What the rooms hand back, as the language's own kinds of value.</summary>
public static class Import
{
    /// <summary>Numbers become double, plain collections lists, tuples tuples, dictionaries records, null and nothing unit; the rest stays.</summary>
    public static object From(object? raw) => raw switch
    {
        null => UnitValue.Value,
        double or bool or string or UnitValue => raw,
        int or long or short or byte or sbyte or ushort or uint or ulong or float or decimal =>
            Convert.ToDouble(raw, System.Globalization.CultureInfo.InvariantCulture),
        Enum named => named.ToString(),
        char letter => letter.ToString(),
        ITuple tuple when tuple.GetType().Namespace == "System" => new TupleValue([.. Enumerable.Range(0, tuple.Length).Select(i => From(tuple[i]))]),
        Delegate function => new DelegateFunction(null, function),
        IDictionary dictionary => Record(dictionary),
        IEnumerable items when Sequences.IsPlain(raw) => new ListValue([.. items.Cast<object?>().Select(From)]),
        _ => raw,
    };

    private static RecordValue Record(IDictionary dictionary)
    {
        var fields = ImmutableArray.CreateBuilder<RecordField>();
        foreach (DictionaryEntry entry in dictionary)
            fields.Add(new RecordField(ValuePrinter.Plain(entry.Key), From(entry.Value)));
        fields.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new(fields.ToImmutable());
    }
}
