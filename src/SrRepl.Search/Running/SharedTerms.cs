using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Parts of formulas found already, offered to the next search as columns: a part that another output computes anyway costs the
/// next one no more than a variable.
/// </summary>
internal sealed class SharedTerms
{
    // More columns would only make the next search wander.
    private const int MostTerms = 12;

    private readonly Dictionary<string, Expr> _terms = new(StringComparer.Ordinal);

    /// <summary>Takes over the parts of a formula that are not yet known, the largest first.</summary>
    public void Add(Expr formula)
    {
        var parts = new List<Expr>();
        formula.Visit(node =>
        {
            if (node is Apply && node.Variables().Length > 0 && !parts.Contains(node) && !_terms.ContainsValue(node))
                parts.Add(node);
        });
        foreach (var part in parts.OrderByDescending(part => part.Nodes).ThenBy(part => part.ToString(), StringComparer.Ordinal).Take(MostTerms - _terms.Count))
            _terms[$"({part})"] = part;
    }

    /// <summary>The dataset with every part that is finite on all rows as a further feature.</summary>
    public Dataset Extend(Dataset data)
    {
        var columns = _terms.Select(term => new Column(term.Key, term.Value.Evaluate(data).ToArray())).Where(IsFinite).ToArray();
        return columns.Length == 0 ? data : new Dataset([.. data.Columns, .. columns])
        {
            Features = [.. data.Features, .. columns.Select(column => column.Name)],
            Target = data.Target,
            Weights = data.Weights,
            TextColumns = data.TextColumns,
        };
    }

    /// <summary>What the further features stand for, by their names.</summary>
    public IReadOnlyDictionary<string, Expr> Definitions => _terms;

    private static bool IsFinite(Column column) => float.IsFinite((float)column.Summary.Min) && float.IsFinite((float)column.Summary.Max);
}
