using System.Collections;
using System.Globalization;
using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What decides a search's course, as text and as one number: the data, the operators, the options but those of when to stop.</summary>
internal static class RunFingerprint
{
    private static readonly HashSet<string> WithoutInfluence = new(StringComparer.Ordinal)
    {
        nameof(EvolveOptions.NIterations), nameof(EvolveOptions.Timeout), nameof(EvolveOptions.TimeoutInSeconds), nameof(EvolveOptions.MaxEvals),
        nameof(EvolveOptions.EarlyStopCondition), nameof(EvolveOptions.Threads), nameof(EvolveOptions.Verbosity),
        nameof(EvolveOptions.OutputDirectory), nameof(EvolveOptions.CheckpointInterval),
    };

    /// <summary>The options of a search that are set, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Describe(SearchProblem problem) =>
        typeof(EvolveOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<OptionAttribute>() is not null)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Value: property.GetValue(problem.Options)))
            .Where(option => option.Value is not null)
            .Select(option => (option.Name, option.Value is IOperatorWeights ? Weights(problem) : Text(option.Value!)));

    /// <summary>A number that differs where the data or an option that matters differs (FNV-1a).</summary>
    public static ulong Of(SearchProblem problem)
    {
        var hash = 14695981039346656037UL;
        foreach (var (name, text) in Describe(problem))
            if (!WithoutInfluence.Contains(name))
                Mix(name + "=" + text);
        foreach (var op in problem.Operators.Operators)
            Mix(Text(op));
        var data = problem.Dataset;
        foreach (var name in problem.Features.Append(data.Target!).Concat(data.Weights is { } weights ? [weights] : []))
        {
            Mix(name);
            var column = data[name];
            for (var row = 0; row < column.Length; row++)
                hash = (hash ^ BitConverter.DoubleToUInt64Bits(column[row])) * 1099511628211UL;
        }
        return hash;

        void Mix(string text)
        {
            foreach (var letter in text)
                hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ 0xFFFF) * 1099511628211UL;
        }
    }

    private static string Weights(SearchProblem problem) =>
        "{ " + string.Join("; ", problem.Operators.Operators.Select(op => $"{op.Name} = {problem.Limits.Weight(op)}")) + " }";

    private static string Text(object value) => value switch
    {
        DefinedOperator op => $"{op.Name}({string.Join(", ", op.Parameters)}) = {op.Body}",
        Operator op => op.Name,
        IFormula formula => formula.Formula.ToString(),
        string text => text,
        IDictionary map => "{ " + string.Join("; ", map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal).Select(key => $"{key} = {Text(map[key]!)}")) + " }",
        IEnumerable list => "[" + string.Join("; ", list.Cast<object>().Select(Text)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
