using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Writes a sum of products of powers in few nodes: squares of sums and differences completed, a coefficient that many terms
/// share taken out, factors that terms share taken out (Horner's rule, the most shared factor first).
/// </summary>
internal sealed class SumOfProducts(Vocabulary words)
{
    private const double Near = 1e-6;

    private readonly List<Expr> _atoms = [];

    /// <summary>A term: a coefficient, and the exponent of each atom that stands in it.</summary>
    public readonly record struct Product(double Coefficient, SortedDictionary<int, double> Exponents);

    /// <summary>The sum as a formula; null where the operators do not suffice.</summary>
    /// <param name="atoms">What the exponents belong to.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="words">The operators.</param>
    public static Expr? Write(IEnumerable<Expr> atoms, IEnumerable<(double Coefficient, int[] Exponents)> terms, Vocabulary words)
    {
        var writer = new SumOfProducts(words);
        writer._atoms.AddRange(atoms);
        var products = new List<Product>();
        foreach (var (coefficient, exponents) in terms)
        {
            var powers = new SortedDictionary<int, double>();
            for (var i = 0; i < exponents.Length; i++)
                if (exponents[i] != 0)
                    powers[i] = exponents[i];
            products.Add(new(coefficient, powers));
        }
        return writer.Whole(products);
    }

    private Expr? Whole(List<Product> terms)
    {
        CompleteSquares(terms);
        return Shared(terms);
    }

    // a x^2 - 2a x y + a y^2, and a x^2 + b x where x stands nowhere else.
    private void CompleteSquares(List<Product> terms)
    {
        var count = _atoms.Count;
        for (var x = 0; x < count; x++)
        {
            for (var y = x + 1; y < count; y++)
            {
                var (xx, yy, xy) = (Find(terms, (x, 2)), Find(terms, (y, 2)), Find(terms, (x, 1), (y, 1)));
                if (xx < 0 || yy < 0 || xy < 0)
                    continue;
                var (a, cross) = (terms[xx].Coefficient, terms[xy].Coefficient);
                if (!IsNear(a, terms[yy].Coefficient) || !IsNear(Math.Abs(cross), 2 * Math.Abs(a)))
                    continue;
                Replace(terms, [xx, yy, xy], a, cross * a > 0 ? words.Sum(_atoms[x], _atoms[y]) : words.Difference(_atoms[x], _atoms[y]));
            }
            var (square, linear) = (Find(terms, (x, 2)), Find(terms, (x, 1)));
            if (square < 0 || linear < 0 || terms.Count(term => term.Exponents.ContainsKey(x)) > 2)
                continue;
            var (factor, shift) = (terms[square].Coefficient, terms[linear].Coefficient / (2 * terms[square].Coefficient));
            Replace(terms, [square, linear], factor, words.Sum(_atoms[x], shift));
            var constant = Find(terms);
            var left = (constant < 0 ? 0 : terms[constant].Coefficient) - factor * shift * shift;
            if (constant >= 0)
                terms.RemoveAt(constant);
            if (Math.Abs(left) > Near * factor * shift * shift)
                terms.Add(new(left, []));
        }
    }

    private void Replace(List<Product> terms, int[] gone, double coefficient, Expr? root)
    {
        if (root is null)
            return;
        foreach (var index in gone.OrderDescending())
            terms.RemoveAt(index);
        _atoms.Add(root);
        terms.Add(new(coefficient, new() { [_atoms.Count - 1] = 2 }));
    }

    private static int Find(List<Product> terms, params (int Atom, double Exponent)[] powers) =>
        terms.FindIndex(term => term.Exponents.Count == powers.Length && powers.All(power => term.Exponents.TryGetValue(power.Atom, out var exponent) && exponent == power.Exponent));

    // The coefficient that most terms have, in size, stands before the sum.
    private Expr? Shared(List<Product> terms)
    {
        if (terms.Count < 2)
            return Sum(terms);
        var common = terms.GroupBy(term => terms.FindIndex(other => IsNear(Math.Abs(term.Coefficient), Math.Abs(other.Coefficient)))).MaxBy(group => group.Count())!;
        var factor = terms[common.Key].Coefficient;
        return common.Count() < 2 ? Sum(terms) : words.Product(factor, Sum([.. terms.Select(term => term with { Coefficient = term.Coefficient / factor })]));
    }

    private Expr? Sum(List<Product> terms)
    {
        if (terms.Count == 0)
            return 0;
        var shared = terms.SelectMany(term => term.Exponents).GroupBy(power => (power.Key, Sign: Math.Sign(power.Value))).Where(group => group.Count() > 1).MaxBy(group => group.Count());
        if (shared is null || terms.Count == 1)
            return Plain(terms);
        var ((atom, sign), inside, outside) = (shared.Key, new List<Product>(), new List<Product>());
        foreach (var term in terms)
        {
            if (!term.Exponents.TryGetValue(atom, out var exponent) || Math.Sign(exponent) != sign)
            {
                outside.Add(term);
                continue;
            }
            var rest = new SortedDictionary<int, double>(term.Exponents) { [atom] = exponent - sign };
            if (rest[atom] == 0)
                rest.Remove(atom);
            inside.Add(term with { Exponents = rest });
        }
        var factored = sign > 0 ? words.Product(_atoms[atom], Sum(inside)) : words.Quotient(Sum(inside), _atoms[atom]);
        return outside.Count == 0 ? factored : words.Sum(factored, Sum(outside));
    }

    // Terms that are added first, then those that are taken off.
    private Expr? Plain(List<Product> terms)
    {
        Expr? sum = 0;
        foreach (var term in terms.OrderByDescending(term => term.Coefficient > 0))
        {
            var taken = term.Coefficient < 0 && sum is not Constant { Value: 0 };
            var coefficient = taken ? -term.Coefficient : term.Coefficient;
            var product = words.Monomial(term.Exponents.Select(power => (_atoms[power.Key], power.Value)));
            product = words.Product(IsNear(coefficient, Math.Round(coefficient)) ? Math.Round(coefficient) : coefficient, product);
            sum = taken ? words.Difference(sum, product) : words.Sum(sum, product);
        }
        return sum;
    }

    private static bool IsNear(double a, double b) => Math.Abs(a - b) <= Near * Math.Abs(a);
}
