using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Formulas a search starts from beside chance: exact laws, where the target is one that systematic methods find, and sums
/// of few terms. Looked for from the simplest method on, until one gives an exact law. Deterministic; uses few rows.
/// </summary>
internal sealed class Seeds : IDisposable
{
    private const int MatchingRows = 32;
    private const int FittingRows = 640;
    private const int MostTried = 300;
    private const int FitSteps = 12;
    private const int RegressionTerms = 240;
    private const double LargestValue = 1e9;

    // How many of the simplest terms stand beside all others: taken off before a form, with a form, with the target.
    private const int PeeledTerms = 150;
    private const int FormTerms = 1_500;
    private const int MostPaired = 30_000;

    // The target, its reciprocal and its square: a quotient's other forms are quotients no simpler.
    private const int QuotientForms = 3;

    // The relative precision of a target in full double precision.
    private const double FinestPrecision = 1e-13;

    private readonly SearchProblem _problem;
    private readonly Vocabulary _words;
    private readonly CancellationToken _cancellation;
    private readonly SearchData<double> _data;
    private readonly LevenbergMarquardt<double> _optimiser = new();
    private readonly Tidying _tidying;
    private readonly int[] _rows;
    private readonly double[] _target;
    private readonly double _precision;
    private readonly HashSet<Expr> _tried = [];

    private Seeds(SearchProblem problem, CancellationToken cancellation)
    {
        (_problem, _cancellation, _words) = (problem, cancellation, new Vocabulary(problem.Operators));
        _tidying = new Tidying(problem.Operators);
        _rows = [.. problem.Order.Take(FittingRows)];
        var column = problem.Dataset[problem.Dataset.Target!];
        _target = [.. _rows.Select(row => column[row])];
        _precision = Precision(_target);
        _data = SearchData<double>.From(problem.Dataset, problem.Features, problem.Dataset.Target!, _rows);
    }

    /// <summary>The seeds of a search.</summary>
    /// <param name="problem">The search.</param>
    /// <param name="terms">How many small terms to make; 0 for no seeds.</param>
    /// <param name="cancellation">Ends the work early, with what there is.</param>
    /// <returns>Programs within the limits, and whether each is exact.</returns>
    public static IReadOnlyList<(Program Program, bool IsExact)> Of(SearchProblem problem, int terms, CancellationToken cancellation)
    {
        if (terms == 0 || problem.Loss.IsMargin || problem.Loss.IsLogit || problem.Dataset.Rows < 8)
            return [];
        using var seeds = new Seeds(problem, cancellation);
        return seeds.All(terms);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _data.Dispose();
    }

    private List<(Program Program, bool IsExact)> All(int terms)
    {
        var table = new TermTable(_problem, _rows.AsSpan(0, Math.Min(MatchingRows, _rows.Length & ~3)), terms, _cancellation);
        var found = new List<(Program, bool)>();
        foreach (var stage in Stages(table))
        {
            if (_cancellation.IsCancellationRequested)
                break;
            var exact = stage.Take(MostTried).Select(Exact).OfType<Program>().OrderBy(_problem.Complexity).Take(8).ToList();
            found.AddRange(exact.Select(program => (program, true)));
            if (exact.Count > 0)
                return found;
        }
        found.AddRange(Regressions(table).Select(program => (program, false)));
        return found;
    }

    private IEnumerable<IEnumerable<Expr>> Stages(TermTable table)
    {
        var head = _target.AsSpan(0, table.Rows).ToArray();
        var matching = new TermMatching(table, _words, _precision);
        TargetForm[] forms = [.. TargetForm.Of(head, _words)];
        yield return forms.SelectMany(matching.Single);
        var linear = new LinearLaws(_problem.Features, Columns(), _words, _precision);
        TargetForm[] whole = [.. TargetForm.Of(_target, _words)];
        yield return whole.SelectMany(form => linear.Polynomials(form, _cancellation));
        yield return matching.Peeled(head, PeeledTerms, _cancellation);
        yield return whole.Take(QuotientForms).SelectMany(linear.Quotients);
        foreach (var form in forms)
            yield return matching.Pairs(form, FormTerms, _cancellation);
        yield return matching.Pairs(forms[0], MostPaired, _cancellation);
    }

    // The program of a formula with its constants fitted, where it is exact.
    private Program? Exact(Expr formula)
    {
        if (!_tried.Add(formula) || Compile(formula) is not { } program)
            return null;
        var loss = _optimiser.Improve(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double, FitSteps, 1e-14) / _data.TotalWeight;
        return loss <= Math.Max(1e-22, 100 * _precision * _precision) * _problem.Baseline ? program : null;
    }

    private IEnumerable<Program> Regressions(TermTable table)
    {
        using var evaluator = new Evaluator<double>();
        var terms = new List<(Expr, double[])>();
        for (var i = 0; i < table.Count && terms.Count < RegressionTerms; i++)
            if (!table.IsNumber(i) && table.Formula(i) is var formula && Values(formula) is { } values)
                terms.Add((formula, values));
        foreach (var sum in SparseRegression.Sums(terms, _target, _words))
            if (Compile(sum) is { } program)
                yield return program;

        unsafe double[]? Values(Expr formula)
        {
            var program = Compiler.ToProgram(formula, _problem.Operators, _problem.Features);
            var values = new double[_data.PaddedRows];
            fixed (double* output = values)
                for (var start = 0; start < values.Length; start += Evaluator<double>.TileRows)
                    evaluator.RunTile(program, _problem.Operators, _data, start, Math.Min(Evaluator<double>.TileRows, values.Length - start), output + start);
            return values.All(value => Math.Abs(value) < LargestValue) ? values[..^(values.Length - _rows.Length)] : null;
        }
    }

    private Program? Compile(Expr formula)
    {
        if (formula.Nodes > 4 * _problem.Options.MaxSize || Compiler.OperatorsOf(formula).Any(op => _problem.Operators.CodeOf(op) < 0))
            return null;
        var program = Compiler.ToProgram(formula, _problem.Operators, _problem.Features);
        _tidying.Apply(program);
        return _problem.Allows(program) ? program : null;
    }

    private double[][] Columns() =>
        [.. _problem.Features.Select(name => _problem.Dataset[name]).Select(column => _rows.Select(row => column[row]).ToArray())];

    // From the digits the target is written with: what rounding may have changed.
    private static double Precision(double[] target)
    {
        for (var digits = 6; digits < 13; digits++)
            if (target.All(value => Decimals.Round(value, digits) == value))
                return Math.Pow(10, -digits);
        return target.All(value => (float)value == value) ? 1e-7 : FinestPrecision;
    }
}
