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
    private const int MostExact = 8;

    // Formulas that are not exact but better than most that chance makes.
    private const int MostNear = 120;
    private const double NearLoss = 0.9;
    private const int RegressionTerms = 240;
    private const int SimpleTerms = 1_500;
    private const double LargestValue = 1e9;

    // How many of the simplest terms stand beside all others: taken off before a form, with a form, with the target.
    private const int PeeledTerms = 150;
    private const int FormTerms = 2_500;
    private const int PairedForms = 5;
    private const int MostPaired = 20_000;
    private const int MostPairedProducts = 10_000;

    // The target, its reciprocal and its square: a quotient's other forms are quotients no simpler.
    private const int QuotientForms = 3;

    // The relative precision of a target in full double precision.
    private const double FinestPrecision = 1e-13;
    private const double SinglePrecision = 6e-8;
    private const double FewDigits = 9e-8;

    private readonly SearchProblem _problem;
    private readonly Vocabulary _words;
    private readonly CancellationToken _cancellation;
    private readonly SearchData<double> _data;
    private readonly ConstantOptimiser<double> _optimiser = new();
    private readonly Tidying _tidying;
    private readonly int[] _rows;
    private readonly double[] _target;
    private readonly double _precision;
    private readonly HashSet<Expr> _tried = [];
    private readonly List<Program> _near = [];
    private double[][]? _columns;

    private Seeds(SearchProblem problem, CancellationToken cancellation)
    {
        (_problem, _cancellation, _words) = (problem, cancellation, new Vocabulary(problem.Operators));
        _tidying = new Tidying(problem.Operators);
        _rows = [.. problem.Order.Take(FittingRows)];
        var column = problem.Dataset[problem.Dataset.Target!];
        _target = [.. _rows.Select(row => column[row])];
        _precision = Precision();
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
        foreach (var stage in Stages(table))
        {
            if (_cancellation.IsCancellationRequested)
                break;
            var exact = stage.Take(MostTried).Select(Exact).OfType<Program>().OrderBy(_problem.Complexity).Take(MostExact).ToList();
            if (exact.Count > 0)
                return [.. exact.Select(program => (program, true))];
        }
        return [.. _near.Select(program => (program, false))];
    }

    private IEnumerable<IEnumerable<Expr>> Stages(TermTable table)
    {
        var head = _target.AsSpan(0, table.Rows).ToArray();
        var matching = new TermMatching(table, _words, _precision, _cancellation);
        TargetForm[] forms = [.. TargetForm.Of(head, _words)];
        yield return forms.SelectMany(matching.Single);
        var linear = new LinearLaws(_problem.Features, Columns(), _words, _precision);
        TargetForm[] whole = [.. TargetForm.Of(_target, _words)];
        yield return whole.SelectMany(form => linear.Polynomials(form, _cancellation));
        yield return matching.Peeled(head, PeeledTerms, _cancellation);
        yield return whole.Take(QuotientForms).SelectMany(form => linear.Quotients(form, _cancellation));
        yield return Regressions(table);
        int[] few = [.. Enumerable.Range(0, FormTerms)];
        foreach (var form in forms.Take(PairedForms))
        {
            yield return matching.Sums(form, few, _cancellation);
            yield return matching.Products(form, few, _cancellation);
        }
        int[] more = [.. Enumerable.Range(FormTerms, MostPaired - FormTerms), .. Enumerable.Range(table.FirstOfProducts, MostPairedProducts)];
        yield return matching.Sums(forms[0], more, _cancellation);
        yield return matching.Products(forms[0], more, _cancellation);
    }

    // The program of a formula with its constants fitted, where it is exact; one that is near is kept aside.
    private Program? Exact(Expr formula)
    {
        if (_cancellation.IsCancellationRequested || !_tried.Add(formula) || Compile(formula) is not { } program)
            return null;
        var loss = _optimiser.Improve(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double, FitSteps, 1e-14) / _data.TotalWeight;
        if (loss <= Math.Max(1e-22, 100 * _precision * _precision) * _problem.Baseline)
            return program;
        if (_near.Count < MostNear && loss < NearLoss * _problem.Baseline)
            _near.Add(program);
        return null;
    }

    // Sums of few terms, and for every form of the target the best pair of terms: not exact, but nearer than chance.
    private IEnumerable<Expr> Regressions(TermTable table)
    {
        var terms = new List<(Expr Formula, double[] Values)>();
        using var evaluator = new Evaluator<double>();
        for (var i = 0; i < table.Count && terms.Count < SimpleTerms && !_cancellation.IsCancellationRequested; i++)
            if (!table.IsNumber(i) && table.Formula(i) is var formula && Values(formula, evaluator) is { } values)
                terms.Add((formula, values));
        var sums = SparseRegression.Sums([.. terms.Take(RegressionTerms)], _target, _words).TakeWhile(_ => !_cancellation.IsCancellationRequested);
        var factored = new FactoredSums(_problem, Columns(), _target, terms, _precision, _cancellation);
        return sums.Concat(factored.Pairs()).Concat(factored.Triples());
    }

    private unsafe double[]? Values(Expr formula, Evaluator<double> evaluator)
    {
        var program = Compiler.ToProgram(formula, _problem.Operators, _problem.Features);
        var values = new double[_data.PaddedRows];
        fixed (double* output = values)
            for (var start = 0; start < values.Length; start += Evaluator<double>.TileRows)
                evaluator.RunTile(program, _problem.Operators, _data, start, Math.Min(Evaluator<double>.TileRows, values.Length - start), output + start);
        return values.All(value => Math.Abs(value) < LargestValue) ? values[.._rows.Length] : null;
    }

    private Program? Compile(Expr formula)
    {
        if (formula.Nodes > 4 * _problem.Options.MaxSize || Compiler.OperatorsOf(formula).Any(op => _problem.Operators.CodeOf(op) < 0))
            return null;
        var program = Compiler.ToProgram(formula, _problem.Operators, _problem.Features);
        _tidying.Apply(program);
        return _problem.Allows(program) ? program : null;
    }

    private double[][] Columns() => _columns ??=
        [.. _problem.Features.Select(name => _problem.Dataset[name]).Select(column => _rows.Select(row => column[row]).ToArray())];

    // What rounding may have changed, by the digits that columns are written with. Features of few digits are exact numbers.
    private double Precision()
    {
        var features = Columns().Select(Rounding).Where(rounding => rounding < FewDigits);
        return features.Append(Rounding(_target)).Max();
    }

    private static double Rounding(double[] values)
    {
        for (var digits = 6; digits < 13; digits++)
            if (values.All(value => Decimals.Round(value, digits) == value))
                return digits is 8 or 9 && values.All(IsSingle) ? SinglePrecision : Math.Pow(10, -digits);
        return values.All(value => (float)value == value) ? SinglePrecision : FinestPrecision;
    }

    // Whether the number is a single-precision one written with the nine digits that takes.
    private static bool IsSingle(double value) => Decimals.Round((float)value, 9) == value || Decimals.Round((float)value, 8) == value;
}
