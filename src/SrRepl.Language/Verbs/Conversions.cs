using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Turns values of the language into what a verb's parameters and options want.</summary>
internal static class Conversions
{
    // What to do with a value of one kind where another is wanted; kinds by type name, so that asking loads no assembly.
    private static readonly (string Wants, Func<object, bool> Got, string Advice)[] Advices =
    [
        ("IFormula", value => value is string, "`expr \"...\"` reads a formula from text"),
        ("IFormula", value => value.GetType().Name == "ParetoFront", "`pick \"best\"` takes one candidate of a front"),
        ("IFormula", value => value.GetType().Name == "Kernel", "a kernel keeps what it was made of: (kernel).formulas.[0]"),
        ("IFormula", value => value is Dataset, "`evolve { ... }` finds formulas for a dataset"),
        ("Kernel", value => value is IFormula or Operator, "`quantize ap_fixed<16,6>` makes a kernel of a formula"),
        ("Kernel", value => value.GetType().Name == "ParetoFront", "`pick \"best\" |> quantize ap_fixed<16,6>` makes a kernel of a front's candidate"),
        ("Dataset", value => value is string, "`read \"file.csv\"` reads a table"),
        ("Dataset", value => value is TextTable or ListValue, "`read` makes a dataset of a list of records: [{ x = 1; y = 2 }] |> read"),
        ("ParetoFront", value => value is Dataset, "`evolve { ... }` searches a front of formulas for a dataset"),
        ("ParetoFront", value => value is string, "`load \"file.csv\"` reads a saved front"),
        ("String", value => value is double, "a text stands in quotes: \"...\""),
        ("FixedType", value => value is string, "a type is written without quotes: ap_fixed<16,6>"),
        ("FixedType", value => value.GetType().Name == "Kernel", "what a kernel takes is in its cost: (kernel |> cost).latency, .lut"),
        ("FixedType", value => value is IFormula, "what a formula takes is in its kernel's cost: (quantize ap_fixed<16,6> f |> cost).latency, .lut"),
        ("Func`1", value => value is not FunctionValue, "an expression becomes a function by `fun () -> ...`"),
        ("Boolean", value => value is string or double, "write true or false"),
        ("Double", Arithmetic.IsSymbolic, "this is a formula of symbols; apply it to numbers first"),
        ("Boolean", Arithmetic.IsSymbolic, "this is a formula of symbols; apply it to numbers first"),
    ];

    /// <summary>How to get from a value to a type, or null when nothing sensible is known.</summary>
    public static string? Hint(Type wanted, object got)
    {
        var name = (Nullable.GetUnderlyingType(wanted) ?? wanted).Name;
        foreach (var (wants, fits, advice) in Advices)
            if (wants == name && fits(got))
                return advice;
        if (Sequences.ItemType(wanted) is not null && got is TupleValue or ListValue { Items: [TupleValue] })
            return "items of a list are separated by ; as in [a; b]";
        if (got is string text && wanted.IsEnum)
            return Nearest.Hint(text, EnumWords.Of(wanted));
        return null;
    }

    /// <summary>What an option of a type wants, its unit included.</summary>
    public static string Wants(Type type, string? unit) =>
        unit is null ? Kinds.Wants(type) : $"{Kinds.Wants(type)} of {unit}, or a measure such as 5<{unit}>";

    /// <summary>0 when the value is what is wanted, more the farther it must be converted, null when it cannot be.</summary>
    public static int? Distance(object value, Type type, string? unit)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(object))
            return 9;
        if (bare.IsInstanceOfType(value))
            return bare == value.GetType() ? 0 : 1;
        try
        {
            return TryConvert(value, type, unit, out _) ? (Sequences.ItemType(bare) is not null && value is not ListValue ? 5 : 2) : null;
        }
        catch (DiagnosticException)
        {
            // It is of a kind that converts, though this very value does not: the call says why.
            return 3;
        }
    }

    /// <summary>Converts a value. False when its kind does not fit.</summary>
    /// <exception cref="DiagnosticException">The kind fits, the value does not.</exception>
    public static bool TryConvert(object value, Type type, string? unit, out object? converted)
    {
        converted = value;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(object) || bare.IsInstanceOfType(value))
            return true;
        converted = value switch
        {
            LimitValue limit => bare == typeof(Bound) ? limit.Bound(unit) : null,
            RecordValue record when bare == typeof(IOperatorWeights) => ToDictionary(record, typeof(int)) is Dictionary<string, int> weights ? new NamedWeights(weights) : null,
            not LimitValue when bare.Name == "Objective" => Objectives.Find(value),
            MeasureValue measure when unit is not null => measure.In(unit) is { } number ? Number(number, bare) : null,
            double number => FromNumber(number, bare),
            string text => FromText(text, bare),
            _ => null,
        };
        converted ??= ToTemplate(value, bare) ?? ToFormula(value, bare) ?? ToCollection(value, bare, unit);
        return converted is not null;
    }

    private static object? FromNumber(double number, Type type) => Number(number, type) ?? (IsFormula(type) ? new Constant(number) : null);

    private static object? Number(double number, Type type) =>
        type == typeof(double) ? number
        : type == typeof(float) ? (float)number
        : type == typeof(Bound) ? new Bound(number)
        : number != Math.Floor(number) ? null
        : type == typeof(int) && Math.Abs(number) <= int.MaxValue ? (int)number
        : type == typeof(long) && Math.Abs(number) <= 1L << 53 ? (long)number
        : type == typeof(ulong) && number >= 0 && number <= 1L << 53 ? (ulong)number
        : null;

    private static object? FromText(string text, Type type)
    {
        if (type.IsEnum)
            return Array.Find(Enum.GetNames(type), name => Nearest.Fold(name) == Nearest.Fold(text)) is { } name ? Enum.Parse(type, name) : null;
        if (type == typeof(Operator))
            return Operators.Find(text) ?? throw new DiagnosticException(Errors.UnknownOperator(text, Operators.Names));
        return null;
    }

    // By name, so that asking loads no assembly.
    private static object? ToTemplate(object value, Type type) => type.Name != "Template" ? null : Template(value);

    private static object? Template(object value) => value switch
    {
        Closure function => TemplateReader.Of(function),
        string text => TemplateReader.Of(text),
        _ => null,
    };

    private static bool IsFormula(Type type) => type == typeof(IFormula) || type == typeof(Expr);

    private static object? ToFormula(object value, Type type)
    {
        if (IsFormula(type))
            return value switch
            {
                Operator op => OperatorFormula.Of(op),
                IFormula formula when type == typeof(Expr) => formula.Formula,
                _ => null,
            };
        if (type.GetConstructor([typeof(IFormula)]) is { } make && (value is double number ? new Constant(number) : value as IFormula) is { } condition)
            return make.Invoke(BindingFlags.DoNotWrapExceptions, null, [condition], null);
        if (value is RecordValue record && type.GetConstructor([typeof(IReadOnlyDictionary<string, IFormula>)]) is { } gather)
            return ToDictionary(record, typeof(IFormula)) is { } parts ? gather.Invoke(BindingFlags.DoNotWrapExceptions, null, [parts], null) : null;
        if (type == typeof(Operator) && value is IFormula function)
            return function is Closure { Name: null } or DelegateFunction { Name: null } or not FunctionValue
                ? throw new DiagnosticException(Errors.WrongValue("a function with a name", Kinds.WithArticle(value), "bind it first: let f x = ..."))
                : new DefinedOperator((function as Closure)?.Name ?? (function as DelegateFunction)?.Name ?? function.ToString()!, function.Parameters, function.Formula);
        if (type == typeof(Verb) && value is PartialVerb { IsPlain: true, Verb: var verb })
            return verb;
        if (type == typeof(IOperatorWeights) && value is PartialVerb waiting)
            return waiting.OnOwnType() as IOperatorWeights;
        return value is FunctionValue or Operator ? Delegates.Of(value, type) : null;
    }

    private static object? ToCollection(object value, Type type, string? unit)
    {
        if (type == typeof(Interval))
            return value is TupleValue { Items: [double low, double high] } ? new Interval(low, high) : null;
        if (typeof(ITuple).IsAssignableFrom(type))
            return value is TupleValue tuple ? ToTuple(tuple, type) : null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PerColumn<>))
            return ToPerColumn(value, type, type.GetGenericArguments()[0]);
        if (Sequences.ValueType(type) is { } held)
            return value is RecordValue record ? ToDictionary(record, held) : null;
        if (Sequences.ItemType(type) is not { } itemType)
            return null;
        var items = value is ListValue list ? list.Items : [value];
        var array = Array.CreateInstance(itemType, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryConvert(items[i], itemType, unit, out var item))
                return null;
            array.SetValue(item, i);
        }
        return type.IsInstanceOfType(array) ? array : MakeCollection(array, itemType, type);
    }

    private static object? ToTuple(TupleValue tuple, Type type)
    {
        var wanted = type.GetGenericArguments();
        if (wanted.Length != tuple.Items.Length)
            return null;
        var items = new object?[wanted.Length];
        for (var i = 0; i < items.Length; i++)
            if (!TryConvert(tuple.Items[i], wanted[i], null, out items[i]))
                return null;
        return Activator.CreateInstance(type, items);
    }

    private static object? ToPerColumn(object value, Type type, Type held)
    {
        var made = value switch
        {
            RecordValue record => ToDictionary(record, held),
            ListValue => ToCollection(value, held.MakeArrayType(), null),
            _ => TryConvert(value, held, null, out var all) ? all : null,
        };
        return made is null ? null : Activator.CreateInstance(type, made);
    }

    private static object? MakeCollection(Array array, Type itemType, Type type)
    {
        if (type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(itemType)]) is { } make)
            return make.Invoke([array]);
        var made = typeof(ImmutableArray).GetMethods()
            .First(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(itemType).Invoke(null, [array]);
        return type.IsInstanceOfType(made) ? made : null;
    }

    private static object? ToDictionary(RecordValue record, Type held)
    {
        var made = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), held))!;
        foreach (var field in record.Fields)
        {
            if (!TryConvert(field.Value, held, null, out var item))
                return null;
            made[field.Name] = item;
        }
        return made;
    }
}
