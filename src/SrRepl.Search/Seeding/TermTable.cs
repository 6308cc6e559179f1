using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Small formulas, each once, with their values on a few rows in double precision: all of them from the simplest up, and
/// functions of products of powers. Two formulas of equal values on the rows count as the same.
/// </summary>
internal sealed class TermTable
{
    private const int MostMonomials = 500;
    private const int LargestExponent = 4;
    private const int LargestDegree = 5;
    private const double Largest = 1e9;

    // Factors that laws have inside their functions.
    private static readonly double[] InnerFactors = [0.5, 2, Math.PI, 2 * Math.PI, 1 / (2 * Math.PI), -1];

    private readonly SearchProblem _problem;
    private readonly List<Term> _terms = [];
    private readonly Dictionary<ulong, int> _known = [];
    private readonly double[] _values;
    private readonly double[] _fresh;
    private int _one = -1;
    private readonly CancellationToken _cancellation;
    private int _limit;

    /// <summary>Makes terms until there are so many, or no more: half of them at most by size, then functions of products.</summary>
    /// <param name="problem">The search.</param>
    /// <param name="rows">Row numbers of the table.</param>
    /// <param name="capacity">How many terms at most.</param>
    /// <param name="cancellation">Ends early.</param>
    public TermTable(SearchProblem problem, ReadOnlySpan<int> rows, int capacity, CancellationToken cancellation)
    {
        (_problem, Rows, _cancellation) = (problem, rows.Length, cancellation);
        _values = new double[(capacity + 1) * Rows];
        _fresh = new double[Rows];
        _limit = capacity / 2;
        foreach (var name in problem.Features)
        {
            for (var i = 0; i < Rows; i++)
                _fresh[i] = problem.Dataset[name][rows[i]];
            Enter(new(Node.FeatureCode, _terms.Count, -1, 0, 1), always: true);
        }
        Features = _terms.Count;
        Enumerate(capacity);
    }

    /// <summary>Rows of each term.</summary>
    public int Rows { get; }

    /// <summary>How many terms.</summary>
    public int Count => _terms.Count;

    /// <summary>The first terms are the features, in their order.</summary>
    public int Features { get; }

    /// <summary>Where the functions of products begin.</summary>
    public int FirstOfProducts { get; private set; }

    // A stopped search has no room for more either.
    private bool IsFull => _terms.Count >= _limit || _cancellation.IsCancellationRequested;

    /// <summary>A term's values.</summary>
    public ReadOnlySpan<double> Values(int term) => _values.AsSpan(term * Rows, Rows);

    /// <summary>A term as a formula.</summary>
    public Expr Formula(int index)
    {
        var term = _terms[index];
        return term.Code switch
        {
            Node.FeatureCode => new Variable(_problem.Features[term.Left]),
            Node.ConstantCode => new Constant(term.Number),
            _ when term.Right < 0 => _problem.Operators.Operators[term.Code].Of(Formula(term.Left)),
            _ => _problem.Operators.Operators[term.Code].Of(Formula(term.Left), Formula(term.Right)),
        };
    }

    /// <summary>Whether a term is a number.</summary>
    public bool IsNumber(int index) => _terms[index].Code == Node.ConstantCode;

    private readonly record struct Term(short Code, int Left, int Right, double Number, int Cost);

    private void Enumerate(int capacity)
    {
        var (unary, binary) = (_problem.Operators.OfArity(1).ToArray(), _problem.Operators.OfArity(2).ToArray());
        if (binary.Length > 0)
            _one = Number(1);
        // Where the terms of each cost begin; numbers beside 1 come later and build nothing in the levels.
        var levels = new List<int> { 0, 0, _terms.Count };
        for (var cost = 2; !IsFull && cost < 12; cost++)
        {
            for (var x = levels[cost - 1]; x < levels[cost]; x++)
                foreach (var code in unary)
                    Apply(code, x, cost);
            for (var left = 1; left < cost - 1 && !IsFull; left++)
                for (var a = levels[left]; a < levels[left + 1] && !IsFull; a++)
                    for (var b = levels[cost - 1 - left]; b < levels[cost - left]; b++)
                        foreach (var code in binary)
                            Apply(code, a, b, cost);
            if (levels[cost] == _terms.Count && cost > 3)
                break;
            levels.Add(_terms.Count);
        }
        _limit = capacity;
        FirstOfProducts = _terms.Count;
        Families(unary);
    }

    // Functions of sums of two features and of products of powers, alone, with a factor, one more or less, and the reciprocal of one more.
    private void Families(int[] unary)
    {
        var operators = _problem.Operators;
        if (operators.Multiply < 0 || _one < 0)
            return;
        var numbers = InnerFactors.Select(Number).ToArray();
        foreach (var inner in SumsAndDifferences().Concat(Monomials()).ToArray())
        {
            if (IsFull)
                return;
            OneMoreOrLess(inner);
            foreach (var code in unary)
            {
                var (simple, cost) = (IsPower(code), _terms[inner].Cost + 1);
                OneMoreOrLess(Apply(code, inner, cost));
                if (simple)
                    continue;
                foreach (var number in numbers)
                    OneMoreOrLess(Apply(code, Apply(operators.Multiply, inner, number, cost), cost));
            }
        }
    }

    private void OneMoreOrLess(int term)
    {
        if (term < 0)
            return;
        var (operators, cost) = (_problem.Operators, _terms[term].Cost + 2);
        if (operators.Add >= 0)
            Apply(operators.Add, term, _one, cost);
        if (operators.Subtract >= 0)
        {
            Apply(operators.Subtract, term, _one, cost);
            Apply(operators.Subtract, _one, term, cost);
        }
        if (operators.Add >= 0 && operators.Divide >= 0)
            Apply(operators.Divide, _one, Apply(operators.Add, term, _one, cost), cost + 2);
    }

    private IEnumerable<int> SumsAndDifferences()
    {
        var operators = _problem.Operators;
        foreach (var code in (int[])[operators.Subtract, operators.Add])
            for (var i = 0; code >= 0 && i < Features; i++)
                for (var j = i + 1; j < Features; j++)
                    if (Apply(code, i, j, 3) is >= 0 and var term)
                        yield return term;
    }

    // Products of whole powers of features, the least degrees first.
    private IEnumerable<int> Monomials()
    {
        var count = 0;
        for (var degree = 1; degree <= LargestDegree; degree++)
        {
            var wave = new List<int>();
            foreach (var (above, below) in Exponents(0, degree))
            {
                if (IsFull)
                    yield break;
                var term = below < 0 ? above : _problem.Operators.Divide < 0 ? -1 : Apply(_problem.Operators.Divide, above < 0 ? _one : above, below, 4);
                if (term >= 0)
                    wave.Add(term);
            }
            foreach (var term in wave)
            {
                if (count++ >= MostMonomials)
                    yield break;
                yield return term;
            }
        }
    }

    // Pairs of products above and below the line, of a whole degree together; -1 where there is none.
    private IEnumerable<(int Above, int Below)> Exponents(int feature, int degree)
    {
        if (degree == 0)
        {
            yield return (-1, -1);
            yield break;
        }
        if (feature >= Features)
            yield break;
        for (var exponent = -Math.Min(degree, LargestExponent); exponent <= Math.Min(degree, LargestExponent); exponent++)
            foreach (var (above, below) in Exponents(feature + 1, degree - Math.Abs(exponent)))
            {
                var power = Power(feature, Math.Abs(exponent));
                if (exponent != 0 && power < 0)
                    continue;
                yield return exponent > 0 ? (Times(power, above), below) : (above, exponent == 0 ? below : Times(power, below));
            }
    }

    private int Power(int feature, int exponent) => exponent switch
    {
        0 => -1,
        1 => feature,
        _ => Apply(_problem.Operators.Multiply, Power(feature, exponent / 2), Power(feature, exponent - exponent / 2), 3),
    };

    private int Times(int a, int b) => a < 0 ? b : b < 0 ? a : Apply(_problem.Operators.Multiply, a, b, 4);

    private int Number(double value)
    {
        _fresh.AsSpan().Fill(value);
        return Enter(new(Node.ConstantCode, -1, -1, value, 1), always: true);
    }

    private int Apply(int code, int x, int cost)
    {
        var op = _problem.Operators.Operators[code];
        if (x < 0 || IsNumber(x) || ReferenceEquals(op, Operators.Negate) || (!IsPower(code) && _terms[x].Right < 0 && _terms[x].Code >= 0 && !IsPower(_terms[x].Code) && cost > 3))
            return -1;
        var values = Values(x);
        for (var i = 0; i < Rows; i++)
        {
            _fresh[i] = op.Evaluate(values.Slice(i, 1));
            if (!(Math.Abs(_fresh[i]) < Largest))
                return -1;
        }
        return Enter(new((short)code, x, -1, 0, cost));
    }

    private int Apply(int code, int a, int b, int cost)
    {
        if (a < 0 || b < 0 || (IsNumber(a) && IsNumber(b)) || IsFull)
            return -1;
        var operators = _problem.Operators;
        if (a > b && (code == operators.Add || code == operators.Multiply))
            (a, b) = (b, a);
        var x = Values(a);
        var y = Values(b);
        if (code == operators.Add)
            for (var i = 0; i < Rows; i++)
                _fresh[i] = x[i] + y[i];
        else if (code == operators.Subtract)
            for (var i = 0; i < Rows; i++)
                _fresh[i] = x[i] - y[i];
        else if (code == operators.Multiply)
            for (var i = 0; i < Rows; i++)
                _fresh[i] = x[i] * y[i];
        else if (code == operators.Divide)
            for (var i = 0; i < Rows; i++)
                _fresh[i] = x[i] / y[i];
        else
        {
            Span<double> point = stackalloc double[2];
            var op = operators.Operators[code];
            for (var i = 0; i < Rows; i++)
            {
                (point[0], point[1]) = (x[i], y[i]);
                _fresh[i] = op.Evaluate(point);
            }
        }
        foreach (var value in _fresh)
            if (!(Math.Abs(value) < Largest))
                return -1;
        return Enter(new((short)code, a, b, 0, cost));
    }

    // Operators after which another function is no more nested than before.
    private bool IsPower(int code)
    {
        var op = _problem.Operators.Operators[code];
        return ReferenceEquals(op, Operators.Square) || ReferenceEquals(op, Operators.Sqrt) || ReferenceEquals(op, Operators.Cube) || ReferenceEquals(op, Operators.Inverse)
            || ReferenceEquals(op, Operators.Abs);
    }

    // The term of the fresh values: the one that has them already, or this one; -1 where they are one number, or there is no room.
    private int Enter(in Term term, bool always = false)
    {
        var hash = 14695981039346656037UL;
        var varies = false;
        for (var i = 0; i < Rows; i++)
        {
            varies |= Math.Abs(_fresh[i] - _fresh[0]) > 1e-9 * Math.Abs(_fresh[0]);
            // Rounded to 36 bits of mantissa, so that other roundings of one formula mostly meet; where they do not, a term stands twice.
            hash = (hash ^ (BitConverter.DoubleToUInt64Bits(_fresh[i] + 0.0) + 0x8000 >> 16)) * 1099511628211UL;
            hash ^= hash >> 29;
        }
        if (!always && _known.TryGetValue(hash, out var before))
            return before;
        if (!always && (!varies || IsFull))
            return -1;
        _known.TryAdd(hash, _terms.Count);
        if ((_terms.Count + 1) * Rows > _values.Length)
            return -1;
        _fresh.CopyTo(_values.AsSpan(_terms.Count * Rows));
        _terms.Add(term);
        return _terms.Count - 1;
    }
}
