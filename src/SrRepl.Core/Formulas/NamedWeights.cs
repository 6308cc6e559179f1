namespace SrRepl.Core;

/// <summary>Weights of operators by name; 1 for those that are not named.</summary>
public sealed class NamedWeights(IReadOnlyDictionary<string, int> weights) : IOperatorWeights
{
    /// <summary>The names.</summary>
    public IEnumerable<string> Names => weights.Keys;

    /// <inheritdoc/>
    public int WeightOf(Operator op)
    {
        foreach (var (name, weight) in weights)
            if (name == op.Name || ReferenceEquals(Operators.Find(name), op))
                return weight;
        return 1;
    }

    /// <summary>The weights as a record.</summary>
    public override string ToString() => $"{{ {string.Join("; ", weights.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {pair.Value}"))} }}";
}
