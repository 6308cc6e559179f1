using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>
/// How well several scores, one a class, tell the classes of a dataset's rows apart: a row counts as of the class whose score is
/// highest, the first of equal ones.
/// </summary>
/// <param name="Classes">The classes' columns, in order.</param>
/// <param name="Confusion">Rows by true class, then by the class they were taken for.</param>
/// <param name="Auc">The area under each score's curve, its own class against the rest.</param>
public sealed record Classification(ImmutableArray<string> Classes, ImmutableArray<ImmutableArray<int>> Confusion, ImmutableArray<double> Auc)
{
    /// <summary>The rows that were judged.</summary>
    public int Rows => Confusion.Sum(row => row.Sum());

    /// <summary>The share of rows taken for what they are.</summary>
    public double Accuracy => (double)Confusion.Select((row, i) => row[i]).Sum() / Rows;

    /// <summary>Judges scores.</summary>
    /// <param name="scores">One column a class, a value for each row of the dataset.</param>
    /// <param name="data">Has a column for every class, higher in the class's rows than in the others: 1 and -1, or 1 and 0.</param>
    /// <param name="classes">The names of these columns.</param>
    /// <exception cref="DiagnosticException">Scores and classes differ in number, a column is missing, or a row is not of exactly one class.</exception>
    public static Classification Of(IReadOnlyList<Column> scores, Dataset data, IReadOnlyList<string> classes)
    {
        if (scores.Count != classes.Count || classes.Count < 2)
            throw new DiagnosticException(Errors.ScoresAndClasses(scores.Count, classes.Count));
        var truth = classes.Select(name => data[name].ToArray()).ToArray();
        var found = scores.Select(column => column.ToArray()).ToArray();
        var middles = truth.Select(column => (column.Min() + column.Max()) / 2).ToArray();
        var confusion = classes.Select(_ => new int[classes.Count]).ToArray();
        for (var row = 0; row < data.Rows; row++)
            confusion[ClassOf(truth, middles, row, classes)][Highest(found, row)]++;
        return new([.. classes], [.. confusion.Select(row => row.ToImmutableArray())], [.. found.Zip(truth, (score, label) => Roc.Auc(score, label))]);
    }

    /// <summary>A row a class: its AUC, and the percentage of its rows taken for each class.</summary>
    public override string ToString()
    {
        var table = new TextTable(["class", ">AUC", .. Classes.Select(name => $">as {name}")]);
        for (var i = 0; i < Classes.Length; i++)
        {
            var all = Math.Max(1, Confusion[i].Sum());
            table.Add([Classes[i], Text(Auc[i], "0.000"), .. Confusion[i].Select(count => Text((double)count / all, "0.0%"))]);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{table}\naccuracy {Accuracy:0.0000} on {Rows} rows");
    }

    private static int ClassOf(double[][] truth, double[] middles, int row, IReadOnlyList<string> classes)
    {
        var found = -1;
        for (var i = 0; i < truth.Length; i++)
            if (truth[i][row] > middles[i])
                found = found < 0 ? i : throw new DiagnosticException(Errors.NotOneClass(row + 1, classes[found], classes[i]));
        return found >= 0 ? found : throw new DiagnosticException(Errors.NotOneClass(row + 1, null, null));
    }

    // A score that is no number wins against none.
    private static int Highest(double[][] scores, int row)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i][row] > scores[best][row] || double.IsNaN(scores[best][row]))
                best = i;
        return best;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>What a classification is judged on.</summary>
public sealed record ClassifyOptions
{
    /// <summary>The dataset.</summary>
    [Option("the dataset it is judged on", Bare = true)]
    public Dataset? On { get; init; }

    /// <summary>The classes' columns, in the scores' order; every column named is_... when left out.</summary>
    [Option("the columns of the classes, in the scores' order; those named is_... when left out")]
    public IReadOnlyList<string>? Classes { get; init; }
}
