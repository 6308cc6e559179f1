using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>The operators that a formula may be rewritten with: its own, plain arithmetic, and, where wanted, their kin.</summary>
internal sealed class Vocabulary
{
    // Absolute values take the place of squares under roots, so they belong to plain arithmetic.
    private static readonly Operator[] PlainArithmetic = [Add, Subtract, Multiply, Divide, Negate, Power, Abs];

    /// <summary>Functions of one family: where one is used, the others may shorten the formula.</summary>
    private static readonly ImmutableArray<ImmutableArray<Operator>> Families =
    [
        [Sin, Cos, Tan],
        [Exp, Sinh, Cosh, Tanh],
        [Min, Max],
        [Erf, Erfc],
    ];

    private readonly FrozenSet<Operator> _operators;

    private Vocabulary(FrozenSet<Operator> operators, bool hasFreePowers)
    {
        _operators = operators;
        HasFreePowers = hasFreePowers;
    }

    /// <summary>Whether a formula has a power whose exponent is no constant; no other gets one.</summary>
    public bool HasFreePowers { get; }

    /// <summary>The operators of some formulas.</summary>
    /// <param name="formulas">The formulas.</param>
    /// <param name="newFunctions">Whether functions of the same family come along.</param>
    public static Vocabulary Of(IEnumerable<Expr> formulas, bool newFunctions)
    {
        var used = new HashSet<Operator>(PlainArithmetic);
        var (free, roots, magnitudes) = (false, false, false);
        foreach (var formula in formulas)
            formula.Visit(Note);
        if (newFunctions)
        {
            foreach (var family in Families)
                if (family.Any(used.Contains))
                    used.UnionWith(family);
            if (roots)
                used.Add(Sqrt);
            if (magnitudes)
                used.UnionWith([Min, Max]);
        }
        return new(used.ToFrozenSet(), free);

        void Note(Expr node)
        {
            if (node is not Apply { Operator: var op, Arguments: var arguments })
                return;
            free |= op == Power && arguments[1] is not Constant;
            roots |= op == Power && arguments[1] is Constant { Value: var exponent } && exponent * 2 % 2 is 1 or -1;
            magnitudes |= op == Abs;
            if (used.Add(op) && op is DefinedOperator defined)
                defined.Body.Visit(Note);
        }
    }

    /// <summary>Whether the operator may occur.</summary>
    public bool Contains(Operator op) => _operators.Contains(op);
}
