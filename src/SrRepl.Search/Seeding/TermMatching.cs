using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Laws that join two small terms, met in the middle: for a form z of the target and a term f, what f leaves of z is looked
/// up among all terms g. Found are z = f + a + b g, z = f (a + b g) and the like, z = C x^e f^q g^p with any exponents e and p
/// of the features and of g, z = C x^e f exp(b g), and z = f + C x^e g^p.
/// </summary>
internal sealed class TermMatching
{
    private const double Whole = 1e-5;

    // Beside a term so many times larger, a sum tells nothing of the target any more.
    private const double LargestShare = 1e3;

    private static readonly double[] Exponents = [1, -1];

    private readonly TermTable _table;
    private readonly Vocabulary _words;
    private readonly TermIndex _plain;
    private readonly TermIndex? _linear, _powers, _exponentials;
    private readonly int[] _positive;
    private readonly double[] _logarithms;

    /// <summary>Sorts the terms of a table for finding; those that come after a cancellation are left out.</summary>
    public TermMatching(TermTable table, Vocabulary words, double precision, CancellationToken cancellation)
    {
        (_table, _words) = (table, words);
        var rows = table.Rows;
        _logarithms = new double[table.Count * rows];
        for (var term = 0; term < table.Count && !cancellation.IsCancellationRequested; term++)
            for (var row = 0; row < rows; row++)
                _logarithms[term * rows + row] = Math.Log(Math.Abs(table.Values(term)[row]));
        double[] ones = [.. Enumerable.Repeat(1.0, rows)];
        var buffer = new double[rows];
        var sorted = false;
        _plain = new TermIndex(new LeastSquares(ones), table.Count, Value, rows, precision);
        // Columns must leave enough of a vector to tell terms apart.
        if (rows >= table.Features + 8)
        {
            _linear = new TermIndex(new LeastSquares([ones, .. Enumerable.Range(0, table.Features).Select(i => table.Values(i).ToArray())]), table.Count, Value, rows, precision);
            _positive = [.. Enumerable.Range(0, table.Features).Where(i => Logarithms(i).ToArray().All(double.IsFinite))];
            double[][] columns = [ones, .. _positive.Select(i => Logarithms(i).ToArray())];
            if (words.Has(Operators.Multiply) || words.Has(Operators.Divide))
            {
                _powers = new TermIndex(new LeastSquares(columns), table.Count, Logarithm, rows, precision);
                _exponentials = words.Has(Operators.Exp) ? new TermIndex(new LeastSquares(columns), table.Count, Value, rows, precision) : null;
            }
        }
        else
        {
            _positive = [];
        }

        sorted = true;

        // What is sorted already can be asked for.
        bool IsCutShort() => !sorted && cancellation.IsCancellationRequested;

        double[]? Value(int term)
        {
            table.Values(term).CopyTo(buffer);
            return IsCutShort() ? null : buffer;
        }

        double[]? Logarithm(int term)
        {
            Logarithms(term).CopyTo(buffer);
            return !IsCutShort() && double.IsFinite(buffer.Sum()) ? buffer : null;
        }
    }

    /// <summary>Laws of one term: a form of the target beside every g.</summary>
    public IEnumerable<Expr> Single(TargetForm form) =>
        Additive(_plain, form.Values, form.Back).Concat(Additive(_linear, form.Values, form.Back)).Concat(Multiplicative(form.Values, form.Back));

    /// <summary>Laws of one term under a function, less a simple term or with it as a factor: forms of z - f, z + f, z / f, z * f beside every g.</summary>
    public IEnumerable<Expr> Peeled(double[] target, int most, CancellationToken cancellation)
    {
        for (var f = 0; f < Math.Min(most, _table.Count) && !cancellation.IsCancellationRequested; f++)
        {
            var term = Term(f);
            (double[] Left, Func<Expr?, Expr?> Back)[] joints =
            [
                (Joined(target, f, (y, x) => y / x), rest => _words.Product(term, rest)),
                (Joined(target, f, (y, x) => y * x), rest => _words.Quotient(rest, term)),
                (Joined(target, f, (y, x) => y - x), rest => _words.Sum(term, rest)),
                (Joined(target, f, (y, x) => y + x), rest => _words.Difference(rest, term)),
                (Joined(target, f, (y, x) => x - y), rest => _words.Difference(term, rest)),
            ];
            foreach (var (left, back) in joints)
                foreach (var form in TargetForm.Of(left, _words))
                    foreach (var law in Single(form with { Back = z => back(form.Back(z)) }))
                        yield return law;
        }
    }

    /// <summary>Laws of two terms: a form of the target less every f of some terms or with it, beside every g.</summary>
    public IEnumerable<Expr> Sums(TargetForm form, IEnumerable<int> firsts, CancellationToken cancellation)
    {
        var z = form.Values;
        var largest = LargestShare * LinearLaws.Spread(z);
        foreach (var f in Usable(firsts, cancellation).Where(f => LinearLaws.Spread(_table.Values(f)) <= largest))
            foreach (var law in Additive(_plain, Joined(z, f, (y, x) => y - x), rest => form.Back(_words.Sum(Term(f), rest)))
                .Concat(Additive(_plain, Joined(z, f, (y, x) => y + x), rest => form.Back(_words.Difference(rest, Term(f)))))
                .Concat(Multiplicative(Joined(z, f, (y, x) => y - x), rest => form.Back(_words.Sum(Term(f), rest))))
                .Concat(Multiplicative(Joined(z, f, (y, x) => y + x), rest => form.Back(_words.Difference(rest, Term(f))))))
                yield return law;
    }

    /// <summary>Laws of two terms: a form of the target divided by every f of some terms or times it, beside every g; and those of their powers.</summary>
    public IEnumerable<Expr> Products(TargetForm form, IEnumerable<int> firsts, CancellationToken cancellation)
    {
        var z = form.Values;
        foreach (var f in Usable(firsts, cancellation))
            foreach (var law in Additive(_plain, Joined(z, f, (y, x) => y / x), rest => form.Back(_words.Product(Term(f), rest)))
                .Concat(Additive(_plain, Joined(z, f, (y, x) => y * x), rest => form.Back(_words.Quotient(rest, Term(f)))))
                .Concat(Additive(_plain, Joined(z, f, (y, x) => x / y), rest => form.Back(_words.Quotient(Term(f), rest))))
                .Concat(Powers(z, f, form.Back)))
                yield return law;
    }

    private IEnumerable<int> Usable(IEnumerable<int> terms, CancellationToken cancellation) =>
        terms.TakeWhile(_ => !cancellation.IsCancellationRequested).Where(f => f < _table.Count && !_table.IsNumber(f));

    private Expr Term(int index) => _table.Formula(index);

    private ReadOnlySpan<double> Logarithms(int term) => _logarithms.AsSpan(term * _table.Rows, _table.Rows);

    private double[] Joined(double[] z, int f, Func<double, double, double> join)
    {
        var x = _table.Values(f);
        var joined = new double[z.Length];
        for (var i = 0; i < z.Length; i++)
            joined[i] = join(z[i], x[i]);
        return joined;
    }

    // z = columns + factor * g.
    private IEnumerable<Expr> Additive(TermIndex? index, double[] z, Func<Expr?, Expr?> back)
    {
        if (index is null || !IsFinite(z))
            yield break;
        List<int>? found = null;
        foreach (var g in index.Matches((double[])z.Clone()))
            (found ??= []).Add(g);
        foreach (var g in found ?? [])
        {
            var c = index.Coefficients(z, g);
            var sum = Scaled(c[^1], Term(g));
            for (var i = 1; i < c.Length - 1; i++)
                if (Matters(c[i], _table.Values(i - 1), z))
                    sum = _words.Sum(sum, Scaled(c[i], Term(i - 1)));
            if (Math.Abs(c[0]) > 1e-8 * LeastSquares.Norm(z) / Math.Sqrt(z.Length))
                sum = _words.Sum(sum, c[0]);
            if (back(sum) is { } law)
                yield return law;
        }
    }

    // |z| = C x^e |g|^p and |z| = C x^e exp(b g).
    private IEnumerable<Expr> Multiplicative(double[] z, Func<Expr?, Expr?> back)
    {
        if (_powers is null)
            return [];
        var logarithm = Array.ConvertAll(z, value => Math.Log(Math.Abs(value)));
        return IsFinite(logarithm) ? Logarithmic(z[0], logarithm, -1, 0, back) : [];
    }

    // The same with f to each of some powers.
    private IEnumerable<Expr> Powers(double[] z, int f, Func<Expr?, Expr?> back)
    {
        if (_powers is null)
            yield break;
        var logarithm = Array.ConvertAll(z, value => Math.Log(Math.Abs(value)));
        var with = new double[z.Length];
        foreach (var exponent in Exponents)
        {
            for (var i = 0; i < with.Length; i++)
                with[i] = logarithm[i] - exponent * Logarithms(f)[i];
            if (!IsFinite(with))
                yield break;
            foreach (var law in Logarithmic(z[0], with, f, exponent, back))
                yield return law;
        }
    }

    private IEnumerable<Expr> Logarithmic(double first, double[] logarithm, int f, double exponent, Func<Expr?, Expr?> back)
    {
        if (f < 0 && _powers!.Explained(logarithm) is { } alone)
        {
            if (back(Signed(first, alone[0], [.. _positive.Select((feature, i) => (feature, Simple(alone[i + 1])))], null)) is { } law)
                yield return law;
            yield break;
        }
        List<(int Term, bool Power)>? found = null;
        foreach (var g in _powers!.Matches((double[])logarithm.Clone()))
            (found ??= []).Add((g, true));
        if (_exponentials is not null && Math.Abs(exponent) <= 1)
            foreach (var g in _exponentials.Matches((double[])logarithm.Clone()))
                (found ??= []).Add((g, false));
        foreach (var (g, power) in found ?? [])
        {
            var c = (power ? _powers : _exponentials!).Coefficients(logarithm, g);
            var factors = new List<(int, double)>();
            if (f >= 0)
                factors.Add((f, exponent));
            for (var i = 0; i < _positive.Length; i++)
                factors.Add((_positive[i], Simple(c[i + 1])));
            if (power)
                factors.Add((g, Simple(c[^1])));
            if (back(Signed(first, c[0], factors, power ? null : Operators.Exp.Of(Scaled(c[^1], Term(g))!))) is { } law)
                yield return law;
        }
    }

    // The product of powers, with the constant whose logarithm is given and the sign that makes it that of the first row.
    private Expr? Signed(double first, double logarithm, List<(int Term, double Exponent)> powers, Expr? exponential)
    {
        var sign = Math.Sign(first);
        foreach (var (term, exponent) in powers)
            if (Math.Abs(exponent % 2) == 1 && _table.Values(term)[0] < 0)
                sign = -sign;
        var factors = powers.Select(power => Factor(power.Term, power.Exponent));
        return _words.Product(sign * Rounded(Math.Exp(logarithm)), _words.Monomial(exponential is null ? factors : factors.Append((exponential, 1))));
    }

    // A term with its exponent; its opposite where a root of it would not be a number.
    private (Expr, double) Factor(int term, double exponent) =>
        exponent == Math.Round(exponent) || _table.Values(term)[0] >= 0 ? (Term(term), exponent) : (Opposite(Term(term)), exponent);

    private Expr Opposite(Expr term) => term switch
    {
        Apply { Operator: var op, Arguments: [var a, var b] } when op == Operators.Subtract => b - a,
        Apply { Operator: var op, Arguments: [var a, var b] } when op == Operators.Divide => Nested(b) ? a / Opposite(b) : Opposite(a) / b,
        Apply { Operator: var op, Arguments: [var a, var b] } when op == Operators.Multiply => Nested(b) ? a * Opposite(b) : Opposite(a) * b,
        _ => _words.Product(-1, term) ?? term,
    };

    private static bool Nested(Expr term) => term is Apply { Operator: var op } && (op == Operators.Subtract || op == Operators.Divide || op == Operators.Multiply);

    private Expr? Scaled(double factor, Expr term) => _words.Product(Rounded(factor), term);

    private bool Matters(double coefficient, ReadOnlySpan<double> values, double[] beside) =>
        Math.Abs(coefficient) * LeastSquares.Norm(values) > 1e-7 * LeastSquares.Norm(beside);

    private static double Rounded(double value) => Math.Abs(value - Math.Round(value)) < Whole * 1e-3 ? Math.Round(value) : value;

    // A multiple of a half, third or quarter where it is near one.
    private static double Simple(double exponent)
    {
        foreach (var parts in (ReadOnlySpan<int>)[1, 2, 3, 4])
            if (Math.Abs(exponent * parts - Math.Round(exponent * parts)) < Whole * parts)
                return Math.Round(exponent * parts) / parts;
        return exponent;
    }

    private static bool IsFinite(double[] values)
    {
        foreach (var value in values)
            if (!double.IsFinite(value))
                return false;
        return true;
    }
}
