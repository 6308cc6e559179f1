using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The language's own kinds of value as C# has them: what <see cref="Import"/> takes in, given back.</summary>
public static class CSharpView
{
    // What the items of a list may all be; others make a list of objects.
    private static readonly Type[] ItemTypes = [typeof(double), typeof(bool), typeof(string), typeof(Expr), typeof(IFormula)];

    /// <summary>Lists become arrays of what all their items are, tuples tuples, functions of C# delegates and nothing null; the rest stays.</summary>
    public static object? Of(object value) => value switch
    {
        UnitValue => null,
        ListValue list => ToArray([.. list.Items.Select(Of)]),
        TupleValue tuple => ToTuple([.. tuple.Items.Select(Of)]),
        DelegateFunction function => function.Function,
        _ => value,
    };

    private static readonly Type[] TupleTypes =
    [
        typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>),
    ];

    private static Array ToArray(object?[] items)
    {
        var shared = items.Length == 0 ? null : Array.Find(ItemTypes, type => Array.TrueForAll(items, type.IsInstanceOfType));
        var array = Array.CreateInstance(shared ?? typeof(object), items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    // One longer than the longest would be nested.
    private static object ToTuple(object?[] items)
    {
        var open = Array.Find(TupleTypes, type => type.GetGenericArguments().Length == items.Length);
        return open is null
            ? ToArray(items)
            : Activator.CreateInstance(open.MakeGenericType([.. items.Select(item => item?.GetType() ?? typeof(object))]), items)!;
    }
}
