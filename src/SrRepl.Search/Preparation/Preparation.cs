using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What is done to a dataset before the search sees it: features selected, the target smoothed, features scaled.</summary>
/// <param name="Dataset">The dataset to search on.</param>
/// <param name="Options">The options, what they say of columns by name.</param>
/// <param name="Definitions">What its features stand for where they are no columns as the user gave them.</param>
internal sealed record Preparation(Dataset Dataset, EvolveOptions Options, IReadOnlyDictionary<string, Expr> Definitions)
{
    /// <summary>Prepares as the options say.</summary>
    /// <exception cref="DiagnosticException">The dataset cannot be searched on, or an option names no column of it.</exception>
    public static Preparation Of(Dataset dataset, EvolveOptions options)
    {
        if (options.SelectKFeatures is null && !options.Denoise && !options.Normalize)
            return new(dataset, Named(options, dataset), ImmutableDictionary<string, Expr>.Empty);
        DatasetChecks.Check(dataset);
        options = Named(options, dataset);
        if (options.SelectKFeatures is { } count)
            dataset = dataset.WithFeatures(FeatureSelection.Best(dataset, count, options.Seed));
        if (options.Denoise)
            dataset = GaussianProcess.Smooth(dataset, options.Seed);
        return options.Normalize ? Scaled(dataset, options) : new(dataset, options, ImmutableDictionary<string, Expr>.Empty);
    }

    /// <summary>The problem, with features that stand for something else already.</summary>
    public SearchProblem Problem(IReadOnlyDictionary<string, Expr> definitions)
    {
        var all = new Dictionary<string, Expr>(definitions, StringComparer.Ordinal);
        foreach (var (name, meaning) in Definitions)
            all[name] = meaning.Substitute(definitions);
        return new(Dataset, Options, all);
    }

    /// <summary>The options, what they say of columns by name.</summary>
    /// <exception cref="DiagnosticException">There are not as many values as features, or a name is no feature.</exception>
    public static EvolveOptions Named(EvolveOptions options, Dataset dataset) => options with
    {
        ComplexityOfVariables = options.ComplexityOfVariables.Named(dataset.Features, "complexityOfVariables"),
        XUnits = options.XUnits?.Named(dataset.Features, "xUnits"),
        YUnits = dataset.Target is { } target ? options.YUnits?.Named([target], "yUnits") : options.YUnits,
    };

    // A column that does not vary stays: there is nothing to scale it by. Few digits scale as well as many, and read better.
    private static Preparation Scaled(Dataset dataset, EvolveOptions options)
    {
        var definitions = new Dictionary<string, Expr>(StringComparer.Ordinal);
        var columns = dataset.Columns.ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            if (!dataset.Features.Contains(columns[i].Name) || columns[i].Summary is not { Deviation: > 0 } summary)
                continue;
            var deviation = Decimals.Round(summary.Deviation, Digits);
            var ahead = summary.Mean == 0 ? 0 : (int)Math.Ceiling(Math.Log10(Math.Abs(summary.Mean) / deviation));
            var mean = Decimals.Round(summary.Mean, Math.Clamp(Digits + ahead, 1, 17));
            definitions[columns[i].Name] = Wording.Reword((new Variable(columns[i].Name) - mean) / deviation, Signs);
            columns[i] = new Column(columns[i].Name, [.. columns[i].ToArray().Select(value => (value - mean) / deviation)]);
        }
        return new(dataset.With([.. columns]), options, definitions);
    }

    private const int Digits = 4;

    private static readonly OperatorSet Signs = new([Operators.Add, Operators.Subtract]);
}
