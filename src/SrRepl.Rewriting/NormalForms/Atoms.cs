using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>The parts of a formula that arithmetic takes as they are, numbered, with what is proven of them.</summary>
internal sealed class Atoms : AtomFacts
{
    private readonly Dictionary<Expr, int> _numbers = [];
    private readonly List<Expr> _atoms = [];
    private readonly List<Facts?> _facts = [];
    private readonly Dictionary<int, Polynomial> _exponents = [];
    private readonly Dictionary<int, Polynomial> _sums = [];

    /// <summary>Whether every atom is taken to have a value, and none that is 0: for equality wherever there is one.</summary>
    public bool DefinedEverywhere { get; init; }

    public Expr this[int atom] => _atoms[atom];

    public int Add(Expr atom)
    {
        if (_numbers.TryGetValue(atom, out var number))
            return number;
        _numbers.Add(atom, _atoms.Count);
        _atoms.Add(atom);
        _facts.Add(null);
        return _atoms.Count - 1;
    }

    /// <summary>An exponential, remembered with what stands in its exponent so that products can add them.</summary>
    public int AddExponential(Expr atom, Polynomial exponent)
    {
        var number = Add(atom);
        _exponents[number] = exponent;
        return number;
    }

    /// <summary>A sum, remembered as one so that divisors can be multiplied out.</summary>
    public int AddSum(Expr atom, Polynomial sum)
    {
        var number = Add(atom);
        _sums[number] = sum;
        return number;
    }

    /// <summary>The terms of an atom that is a sum, or null.</summary>
    public Polynomial? Sum(int atom) => _sums.GetValueOrDefault(atom);

    /// <summary>What stands in the exponent of an atom that is an exponential, or null.</summary>
    public Polynomial? Exponent(int atom) => _exponents.GetValueOrDefault(atom);

    public override Facts Facts(int atom) => _facts[atom] ??= Prove(_atoms[atom]);

    private Facts Prove(Expr atom)
    {
        var facts = Rewriting.Facts.Of(atom, ImmutableDictionary<string, Interval>.Empty);
        return DefinedEverywhere ? facts with { NonZero = true, Total = true } : facts;
    }
}
