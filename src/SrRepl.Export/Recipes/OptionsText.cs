using System.Collections;
using System.Globalization;
using System.Reflection;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>A verb's options record as the language writes it: <c>{ name = "top"; clock = 5&lt;ns&gt; }</c>.</summary>
internal static class OptionsText
{
    /// <summary>The options that differ from the defaults, and those in <paramref name="always"/>.</summary>
    /// <param name="options">The record.</param>
    /// <param name="defaults">A fresh one.</param>
    /// <param name="dataset">What stands for a dataset: an expression that reads it.</param>
    /// <param name="always">Options written even where they have their default.</param>
    public static string Of<T>(T options, T defaults, Func<string, Dataset, string> dataset, params string[] always)
        where T : notnull
    {
        var fields = new List<string>();
        foreach (var property in typeof(T).GetProperties())
        {
            if (property.GetCustomAttribute<OptionAttribute>() is not { } option || property.GetValue(options) is not { } value)
                continue;
            if (Equals(value, property.GetValue(defaults)) && !always.Contains(property.Name))
                continue;
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var text = value is Dataset data ? dataset(name, data) : Text(value);
            fields.Add($"{name} = {text}{(option.Unit is { } unit ? $"<{unit}>" : "")}");
        }
        return $"{{ {string.Join("; ", fields)} }}";
    }

    /// <summary>A text as the language writes it.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Text(object value) => value switch
    {
        string text => Quoted(text),
        bool truth => truth ? "true" : "false",
        double number => InfixPrinter.Number(number),
        FixedType type => type.ToString(),
        Enum name => Quoted(name.ToString()),
        IEnumerable items => $"[{string.Join("; ", items.Cast<object>().Select(Text))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"an option of type {value.GetType()} has no text", nameof(value)),
    };
}
