using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The verbs that read, shape and write tables.</summary>
public static class DataVerbs
{
    private const string Reads = "reads a table of numbers from a .csv, .tsv, .arff, .npy or .npz file, each also packed as .gz, or from a list of records";

    /// <summary>Reads a table of numbers from a file; its name tells the format.</summary>
    [Verb("data", Reads, Example = "read \"data/jets.csv\"")]
    public static Dataset Read(this string file, ReadOptions? options = null) => DatasetFile.Read(file, options);

    /// <summary>The dataset of records, a row each: records of the language, or C# objects by their public properties.</summary>
    /// <exception cref="DiagnosticException">There is no row, one has other fields than the first, or a value is no number.</exception>
    [Verb("data", Reads, Example = "[for t in [0; 1; 2] -> { t = t; y = gauss t }] |> read")]
    public static Dataset Read(this IEnumerable<object> rows, ReadOptions? options = null) => RecordDataset.Of(rows, options ?? new());

    /// <summary>Draws a dataset at random: "jets" is a toy Monte Carlo of jets in five classes.</summary>
    [Verb("data", "draws a dataset at random: \"jets\", a toy Monte Carlo of jets in five classes", Example = "sample \"jets\" { rows = 20000; seed = 1 }")]
    public static Dataset Sample(this string name, SampleOptions? options = null) => Samples.Of(name, options ?? new());

    /// <summary>The dataset with the column to predict; with several, a <see cref="MultiTargetDataset"/>.</summary>
    [Verb("data", "chooses the column to predict, or several, which then are no features", Example = "jets |> target \"is_t\"")]
    public static Dataset Target(this Dataset dataset, TargetOptions options) =>
        options.Columns is { } columns
            ? dataset.WithTargets(columns)
            : dataset.WithTarget(options.Column ?? throw new DiagnosticException(Errors.NoColumnNamed("target")));

    /// <summary>The dataset with the columns that formulas are searched over.</summary>
    [Verb("data", "chooses the columns that formulas are searched over", Example = "jets |> features [\"mass_mmdt\"; \"multiplicity\"]")]
    public static Dataset Features(this Dataset dataset, FeaturesOptions options) => dataset.WithFeatures(options.Columns ?? []);

    /// <summary>The dataset with further columns, each computed by a formula over those that are there.</summary>
    [Verb("data", "adds columns computed by formulas; they are features too", Example = "jets |> assign { ratio = expr \"c2_b1/c1_b1\" }")]
    public static Dataset Assign(this Dataset dataset, IReadOnlyDictionary<string, IFormula> columns) => Assigning.Assign(dataset, columns);

    /// <summary>The columns of two datasets of as many rows beside one another.</summary>
    [Verb("data", "puts another dataset's columns beside these, as NumPy's hstack does", Example = "read \"X.npy\" |> hstack (read \"y.npy\")")]
    public static Dataset Hstack(this Dataset dataset, HstackOptions options) =>
        Stacking.Hstack(dataset, options.With ?? throw new DiagnosticException(Errors.OptionMissing("hstack", "read \"X.npy\" |> hstack (read \"y.npy\")")));

    /// <summary>The dataset with a column of row weights.</summary>
    [Verb("data", "chooses the column of row weights, which then is no feature", Example = "events |> weights \"w\"")]
    public static Dataset Weights(this Dataset dataset, WeightsOptions options) =>
        dataset.WithWeights(options.Column ?? throw new DiagnosticException(Errors.NoColumnNamed("weights")));

    /// <summary>Deals the rows into two datasets at random.</summary>
    [Verb("data", "deals the rows into two datasets at random", Example = "let train, test = jets |> split { fraction = 0.8; seed = 7 }")]
    public static (Dataset First, Dataset Second) Split(this Dataset dataset, SplitOptions? options = null) =>
        Splitting.Split(dataset, options ?? new());

    /// <summary>Scales columns to mean 0 and deviation 1.</summary>
    [Verb("data", "scales the features to mean 0 and deviation 1, by their own rows or by those of another dataset", Example = "test |> standardize { by = train }")]
    public static Dataset Standardize(this Dataset dataset, StandardizeOptions? options = null) =>
        Standardizing.Standardize(dataset, options ?? new());

    /// <summary>Keeps the rows where a formula is above 0.</summary>
    [Verb("data", "keeps the rows where a formula is above 0", Example = "jets |> where (expr \"mass_mmdt > 60\")")]
    public static Dataset Where(this Dataset dataset, WhereOptions options) => Filtering.Where(dataset, options);

    /// <summary>The first rows, to look at.</summary>
    [Verb("data", "shows the first rows", Example = "jets |> head 5")]
    public static Excerpt Head(this Dataset dataset, HeadOptions? options = null) => new(dataset, options ?? new());

    /// <summary>Every column's part, range, mean and deviation.</summary>
    [Verb("data", "shows every column's part, range, mean and deviation", Example = "jets |> describe")]
    public static Description Describe(this Dataset dataset) => new(dataset);

    /// <summary>The names of the columns.</summary>
    [Verb("data", "lists the names of the columns", Example = "jets |> columns")]
    public static ImmutableArray<string> Columns(this Dataset dataset) => [.. dataset.Columns.Select(column => column.Name)];

    /// <summary>Writes the table to a file, whole or not at all.</summary>
    [Verb("data", "writes the table to a .csv or .tsv file, every number so that it reads back the same", Example = "jets |> write \"build/jets.csv\"")]
    public static WrittenFile Write(this Dataset dataset, WriteOptions options) => DelimitedWriter.Write(dataset, options);
}
