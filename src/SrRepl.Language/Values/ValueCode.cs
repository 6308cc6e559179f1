using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Values as code that gives them again.</summary>
internal static class ValueCode
{
    /// <summary>The code; null for what only a run can make: a dataset, a front, a function with a scope of its own.</summary>
    public static string? Of(object value) => value switch
    {
        double or bool or string or MeasureValue or UnitValue or Hardware.FixedType => ValuePrinter.Print(value),
        Expr formula => $"expr {ValuePrinter.Print(formula.ToString())}",
        BuiltInOperator op when char.IsLetter(op.Name[0]) => op.Name,
        ListValue list => Joined(list.Items, "[", "; ", "]"),
        TupleValue tuple => Joined(tuple.Items, "(", ", ", ")"),
        RecordValue record => Joined(record.Fields, field => Of(field.Value) is { } code ? $"{InfixPrinter.Name(field.Name)} = {code}" : null, "{ ", "; ", " }"),
        _ => null,
    };

    private static string? Joined(IEnumerable<object> items, string open, string between, string close) => Joined(items, Of, open, between, close);

    private static string? Joined<T>(IEnumerable<T> items, Func<T, string?> code, string open, string between, string close)
    {
        var parts = items.Select(code).ToArray();
        return parts.Contains(null) ? null : open + string.Join(between, parts) + close;
    }
}
