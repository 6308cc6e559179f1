using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>
/// PySR's hall of fame files: <c>Complexity|MSE|Equation</c> of old versions, <c>Complexity,Loss,Equation</c> of new ones,
/// with or without a score, and tables that name the output of each equation in a column <c>output</c>.
/// </summary>
internal static class HallOfFame
{
    private static readonly char[] Delimiters = ['|', '\t', ';'];
    private static readonly string[] LossNames = ["loss", "mse"];

    /// <summary>Whether a header is one of these files'.</summary>
    public static bool IsHeader(string line) => Columns(line) is { } columns && columns.Equation >= 0 && columns.Complexity >= 0;

    /// <summary>The fronts of a file, one an output, in the order of their first equation.</summary>
    /// <param name="path">The file, as the user gave it; diagnostics name it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="functions">Finds functions beside those of the operator table.</param>
    /// <exception cref="DiagnosticException">A figure is no number, or an equation cannot be read: the place is inside its text.</exception>
    public static ImmutableArray<ParetoFront> Read(string path, string text, Func<string, Operator?> functions)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var columns = Columns(lines[0])!;
        var fronts = new List<(string Output, List<Candidate> Candidates)>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var row = new Row(path, i + 1, lines[i], DelimitedLine.Split(lines[i], columns.Delimiter));
            var output = columns.Output < 0 ? "" : row[columns.Output].Text;
            var front = fronts.FindIndex(one => one.Output == output);
            if (front < 0)
            {
                front = fronts.Count;
                fronts.Add((output, []));
            }
            var equation = row.Equation(columns.Equation, functions);
            var complexity = columns.Complexity < 0 ? equation.Nodes : (int)row.Number(columns.Complexity);
            fronts[front].Candidates.Add(new(complexity, columns.Loss < 0 ? double.NaN : row.Number(columns.Loss), equation)
            {
                Score = columns.Score < 0 ? 0 : row.Number(columns.Score),
                Cost = columns.Cost(row),
            });
        }
        // The file is a front already; where it has no scores they follow from its losses, unless it is by more than those.
        return [.. fronts.Select(front => columns.Score < 0 && !front.Candidates.Exists(candidate => candidate.Cost is not null) ? new ParetoFront(front.Candidates) : new ParetoFront([]).With(front.Candidates))];
    }

    private static Header? Columns(string line)
    {
        var delimiter = Delimiters.FirstOrDefault(line.Contains, ',');
        var names = DelimitedLine.Split(line.TrimStart('\uFEFF'), delimiter).Select(field => field.Text.Trim().ToLowerInvariant()).ToList();
        var loss = names.FindIndex(LossNames.Contains);
        return new(delimiter, names.IndexOf("output"), names.IndexOf("complexity"), loss, names.IndexOf("score"), names.IndexOf("equation"))
        {
            Figures = [.. ChipCost.Figures.Select(figure => names.IndexOf(figure.Name.ToLowerInvariant()))],
        };
    }

    private sealed record Header(char Delimiter, int Output, int Complexity, int Loss, int Score, int Equation)
    {
        public required ImmutableArray<int> Figures { get; init; }

        public ChipCost? Cost(Row row)
        {
            if (Figures.Any(column => column < 0) || Figures.Any(column => row[column].Text.Length == 0))
                return null;
            var figures = Figures.Select(row.Number).ToArray();
            return new((int)figures[0], (int)figures[1], (int)figures[2], (int)figures[3], (int)figures[4], figures[5]);
        }
    }

    private sealed record Row(string Path, int Line, string Text, List<Field> Fields)
    {
        public Field this[int column] => column < Fields.Count
            ? Fields[column]
            : throw new DiagnosticException(Errors.MissingField(column + 1).At(new(Path, Line, Text.Length + 1, Text)));

        public double Number(int column)
        {
            var field = this[column];
            return ReservedWords.ForeignConstants.TryGetValue(field.Text, out var value) || double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                ? value
                : throw new DiagnosticException(Errors.FigureExpected(field.Text).At(PlaceIn(field, 0, field.Text.Length)));
        }

        public Expr Equation(int column, Func<string, Operator?> functions)
        {
            var field = this[column];
            try
            {
                return FormulaReader.Read(field.Text, functions);
            }
            catch (DiagnosticException failure) when (failure.Diagnostic.Place is { } place)
            {
                throw new DiagnosticException(failure.Diagnostic.At(PlaceIn(field, place.Column - 1, place.Length)), failure);
            }
        }

        private Place PlaceIn(Field field, int start, int length) => new(Path, Line, field.Start + start + 1, Text, Math.Max(1, length));
    }
}
