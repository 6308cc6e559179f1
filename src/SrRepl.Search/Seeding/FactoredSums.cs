using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Sums of two or three simple terms times a product of powers of features, which a form of the target equals or is near. Works
/// on as many threads as the search; what comes, and in which order, depends on none of them.
/// </summary>
internal sealed class FactoredSums
{
    private const int PairedTerms = 800;
    private const int SimpleFactors = 72;
    private const int PairsOfForm = 6;
    private const int TripledFactors = 8;
    private const int TripledForms = 3;
    private const int MostRows = 256;
    private const int LeastRows = 30;

    private readonly ImmutableArray<string> _features;
    private readonly double[][] _columns;
    private readonly double[] _target;
    private readonly (Expr Formula, double[] Values)[] _terms;
    private readonly Vocabulary _words;
    private readonly double _precision;
    private readonly int _threads;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares a search for sums.</summary>
    /// <param name="problem">The search.</param>
    /// <param name="columns">The features at some rows.</param>
    /// <param name="target">The target there.</param>
    /// <param name="terms">Simple terms with their values there, the simplest first.</param>
    /// <param name="precision">The relative precision of the target.</param>
    /// <param name="cancellation">Ends it early.</param>
    public FactoredSums(SearchProblem problem, double[][] columns, double[] target, IEnumerable<(Expr Formula, double[] Values)> terms, double precision, CancellationToken cancellation)
    {
        var rows = Math.Min(MostRows, target.Length);
        (_features, _words, _precision, _cancellation) = (problem.Features, new Vocabulary(problem.Operators), precision, cancellation);
        _columns = [.. columns.Select(column => column[..rows])];
        _target = target[..rows];
        _terms = target.Length < LeastRows ? [] : [.. terms.Select(term => (term.Formula, term.Values[..rows]))];
        _threads = problem.Options.Threads ?? Environment.ProcessorCount;
    }

    /// <summary>For every form of the target the products with the sums of two terms that are nearest.</summary>
    public IEnumerable<Expr> Pairs()
    {
        if (_terms.Length == 0)
            yield break;
        var regression = new SubsetRegression(_terms[..Math.Min(PairedTerms, _terms.Length)], _threads);
        foreach (var form in TargetForm.Of(_target, _words))
        {
            var laws = Each([.. PowerFactors.Of(form.Values, _columns), .. PowerFactors.Simple(_columns, SimpleFactors)], factor =>
            {
                var z = PowerFactors.Divided(form.Values, factor, _columns);
                if (!z.All(value => double.IsFinite(value) && value != 0) || regression.Pair(z, _words) is not { } pair)
                    return ((double Error, Expr Law)?)null;
                // The error of the form itself: that of z may be all in the rows where the factor is small.
                var error = 0.0;
                for (var row = 0; row < z.Length; row++)
                    error += Math.Pow(pair.Left[row] * form.Values[row] / z[row], 2);
                return Law(form, factor, pair.Sum) is { } law ? (error, law) : null;
            });
            foreach (var (_, law) in laws.OrderBy(law => law.Error).Take(PairsOfForm))
                yield return law;
        }
    }

    /// <summary>Laws of three terms times a product of powers of what is always above 0: of those products the ones that come nearest by two terms.</summary>
    public IEnumerable<Expr> Triples()
    {
        if (_terms.Length == 0)
            yield break;
        var regression = new SubsetRegression(_terms, _threads);
        bool[] positive = [.. _columns.Select(column => column.All(value => value > 0))];
        double[][] factors =
        [
            new double[_columns.Length],
            .. PowerFactors.Simple(_columns, SimpleFactors).Where(factor => !factor.Where((exponent, i) => exponent != 0 && !positive[i]).Any()),
        ];
        foreach (var form in TargetForm.Of(_target, _words).Take(TripledForms))
        {
            var divided = Each(factors, factor =>
            {
                var z = PowerFactors.Divided(form.Values, factor, _columns);
                return z.All(double.IsFinite) && regression.Pair(z, _words) is { } pair
                    ? (Left: LeastSquares.Norm(pair.Left) / LinearLaws.Spread(z), Factor: factor, Z: z)
                    : ((double Left, double[] Factor, double[] Z)?)null;
            });
            var exact = Each<(double Left, double[] Factor, double[] Z), ImmutableArray<Expr>>([.. divided.OrderBy(choice => choice.Left).Take(TripledFactors)], choice =>
            {
                var most = Math.Max(1e-9, 1000 * _precision) * LinearLaws.Spread(choice.Z);
                return regression.Triples(choice.Z, _words).Where(found => LeastSquares.Norm(found.Left) <= most).Select(found => Law(form, choice.Factor, found.Sum)).OfType<Expr>().ToImmutableArray();
            });
            foreach (var law in exact.SelectMany(laws => laws))
                yield return law;
        }
    }

    private Expr? Law(TargetForm form, double[] factor, Expr sum) =>
        form.Back(_words.Product(_words.Monomial(factor.Select((exponent, i) => ((Expr)new Variable(_features[i]), exponent))), sum));

    // What a function gives for each item, in the items' order, without the nulls.
    private TResult[] Each<TItem, TResult>(TItem[] items, Func<TItem, TResult?> function) where TResult : struct
    {
        var results = new TResult?[items.Length];
        Parallel.For(0, items.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, i => results[i] = _cancellation.IsCancellationRequested ? null : function(items[i]));
        return [.. results.OfType<TResult>()];
    }
}
