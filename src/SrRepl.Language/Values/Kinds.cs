using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What kinds of values are called, in diagnostics and by <c>#type</c>.</summary>
internal static class Kinds
{
    // Only what a reader would not find in the type's own name.
    private static readonly Dictionary<Type, string> Wanted = new()
    {
        [typeof(double)] = "a number",
        [typeof(float)] = "a number",
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(bool)] = "true or false",
        [typeof(string)] = "a text",
        [typeof(object)] = "a value",
        [typeof(IFormula)] = "a formula",
        [typeof(Expr)] = "a formula",
        [typeof(Operator)] = "an operator or a function",
        [typeof(Dataset)] = "a dataset",
        [typeof(Verb)] = "a verb",
        [typeof(Interval)] = "a range such as (-1, 1)",
        [typeof(IOperatorWeights)] = "weights of operators such as latency ap_fixed<16,6>",
        [typeof(INumberFormat)] = "a type such as ap_fixed<16,6>",
        [typeof(Bound)] = "a number or a condition such as <= 5",
    };

    /// <summary>What a value is, with what tells it apart: <c>list of 3</c>, <c>function of x, y</c>.</summary>
    public static string Describe(object value) => value switch
    {
        double => "number",
        bool => "truth value",
        string => "text",
        UnitValue => "unit",
        ListValue list => string.Create(CultureInfo.InvariantCulture, $"list of {list.Length}"),
        TupleValue tuple => string.Create(CultureInfo.InvariantCulture, $"tuple of {tuple.Items.Length}"),
        RecordValue record => record.Fields.IsEmpty ? "record" : $"record of {string.Join(", ", record.Names)}",
        MeasureValue => "measure",
        LimitValue => "condition",
        PartialVerb verb => $"verb {verb.Verb.Name}",
        Closure closure => $"function of {string.Join(", ", closure.ParameterNames)}",
        DelegateFunction function => $"function of {string.Join(", ", function.Parameters.DefaultIfEmpty("()"))}",
        FunctionValue => "function",
        Operator op => string.Create(CultureInfo.InvariantCulture, $"operator of {op.Arity} argument{(op.Arity == 1 ? "" : "s")}"),
        Expr => "formula",
        _ => TypeName(value.GetType()),
    };

    /// <summary>The same with an article: <c>a number</c>, <c>an operator of 2 arguments</c>.</summary>
    public static string WithArticle(object value) => Article(Describe(value));

    /// <summary>What was given where a type is wanted: a number itself where the kind alone would not say what is wrong with it.</summary>
    public static string Got(object value, Type wanted) =>
        value is double number && Wants(wanted).Contains("number", StringComparison.Ordinal) ? InfixPrinter.Number(number)
        : value is MeasureValue measure ? measure.ToString()
        : value is string text && (Nullable.GetUnderlyingType(wanted) ?? wanted).IsEnum ? ValuePrinter.Print(text)
        : WithArticle(value);

    /// <summary>What a parameter or an option of a type wants.</summary>
    public static string Wants(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (Wanted.TryGetValue(bare, out var name))
            return name;
        if (bare.Name == "Objective")
            return "an objective: loss, lut, ff, dsp, bram, latency, cycles, ns or complexity";
        if (bare.Name == "FixedType")
            return "a type such as ap_fixed<16,6>";
        if (bare.Name == "Guess")
            return "a formula or, with a template, a record of its parts";
        if (bare.Name == "StopCondition")
            return "a loss, or a function of loss and complexity";
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(PerColumn<>))
            return $"{Wants(bare.GetGenericArguments()[0])}, a list of such in the columns' order, or a record of such by column";
        if (bare.Name == "Template")
            return "a template such as fun f g -> f a b * g c";
        if (bare.IsEnum)
            return "one of " + string.Join(", ", EnumWords.Of(bare).Select(value => $"\"{value}\""));
        if (typeof(ITuple).IsAssignableFrom(bare))
            return $"a tuple of {string.Join(", ", bare.GetGenericArguments().Select(Wants))}";
        if (Sequences.ItemType(bare) is { } item)
            return $"a list of which each item is {Wants(item)}";
        if (Sequences.ValueType(bare) is { } value)
            return $"a record of which each field is {Wants(value)}";
        return typeof(Delegate).IsAssignableFrom(bare) ? "a function" : Article(TypeName(bare));
    }

    private static string Article(string name) => (name is "unit" ? "" : "aeiou".Contains(name[0]) ? "an " : "a ") + name;

    // CostReport -> cost report
    private static string TypeName(Type type)
    {
        var bare = type.Name.Split('`')[0];
        if (type.IsInterface && bare.Length > 1 && bare[0] == 'I' && char.IsUpper(bare[1]))
            bare = bare[1..];
        var words = new StringBuilder();
        for (var i = 0; i < bare.Length; i++)
        {
            if (i > 0 && char.IsUpper(bare[i]) && !char.IsUpper(bare[i - 1]))
                words.Append(' ');
            words.Append(char.ToLowerInvariant(bare[i]));
        }
        return words.ToString();
    }
}

/// <summary>The shapes of collections that options and subjects may have.</summary>
internal static class Sequences
{
    /// <summary>The item type of a list type, or null when it is none.</summary>
    public static Type? ItemType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        if (!type.IsGenericType || type.GetGenericArguments() is not [var item])
            return null;
        return typeof(IEnumerable).IsAssignableFrom(type) ? item : null;
    }

    /// <summary>The value type of a dictionary type keyed by strings, or null when it is none.</summary>
    public static Type? ValueType(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)
            ? value
            : null;

    /// <summary>Whether a .NET object is a plain collection, which the language sees as a list.</summary>
    public static bool IsPlain(object value) =>
        value is Array || (value.GetType() is { IsGenericType: true, Namespace: { } space } && value is IEnumerable && space.StartsWith("System.Collections", StringComparison.Ordinal) && ValueType(value.GetType()) is null)
        || (value is IEnumerable && value.GetType().IsDefined(typeof(CompilerGeneratedAttribute), false))
        || (value is IEnumerable && value.GetType().Namespace?.StartsWith("System.Linq", StringComparison.Ordinal) == true);
}
