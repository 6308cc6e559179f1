namespace SrRepl.Search;

/// <summary>
/// A hash that two formulas share where arithmetic makes them equal, however they are written: the formula's value at a random
/// point of a finite field, exactly. By the lemma of Schwartz (J. ACM 27, 1980) and Zippel (1979) two unequal rational functions
/// agree there with a chance of about their degree in 2**61. A function's value is a random element that depends on those of its arguments.
/// </summary>
internal static class CanonicalFingerprint
{
    private const int LargestExponent = 16;

    /// <summary>The hash, the same in every process; that of a formula which divides by zero everywhere tells nothing else of it.</summary>
    public static ulong Of(Program program, OperatorSet operators)
    {
        Span<Fraction> stack = stackalloc Fraction[program.Count];
        var top = 0;
        for (var i = 0; i < program.Count; i++)
        {
            ref readonly var node = ref program[i];
            if (!node.IsOperator)
            {
                stack[top++] = new(OfLeaf(node), 1);
                continue;
            }
            top -= operators.Arity[node.Code];
            var arguments = stack.Slice(top, operators.Arity[node.Code]);
            var exponent = program[Math.Max(0, i - 1)];
            stack[top++] = operators.FieldRules[node.Code] switch
            {
                FieldRule.Add => arguments[0].Plus(arguments[1]),
                FieldRule.Subtract => arguments[0].Minus(arguments[1]),
                FieldRule.Multiply => arguments[0].Times(arguments[1]),
                FieldRule.Divide => arguments[0].Times(arguments[1].Inverse),
                FieldRule.Negate => new Fraction(0, 1).Minus(arguments[0]),
                FieldRule.Inverse => arguments[0].Inverse,
                FieldRule.Square => arguments[0].Power(2),
                FieldRule.Cube => arguments[0].Power(3),
                FieldRule.Power when IsSmallWhole(exponent) => arguments[0].Power((int)exponent.Value),
                _ => new(OfFunction(node.Code, arguments, operators.IsCommutative[node.Code]), 1),
            };
        }
        return stack[0].Value;
    }

    private static bool IsSmallWhole(in Node node) => node.IsConstant && Math.Floor(node.Value) == node.Value && Math.Abs(node.Value) <= LargestExponent;

    private static ulong OfLeaf(in Node node) =>
        node.IsConstant && double.IsFinite(node.Value)
            ? MersenneField.OfNumber(node.Value)
            : MersenneField.OfBits(Program.Mix((ulong)(ushort)node.Code << 32 ^ (uint)node.Feature ^ BitConverter.DoubleToUInt64Bits(node.Value)));

    private static ulong OfFunction(int code, ReadOnlySpan<Fraction> arguments, bool commutative)
    {
        var hash = 0UL;
        foreach (var argument in arguments)
            hash = commutative ? hash + Program.Mix(argument.Value) : Program.Mix(hash) + argument.Value;
        return MersenneField.OfBits(Program.Mix(hash ^ (ulong)(code + 1) * 0x9E3779B97F4A7C15UL));
    }

    // Denominators are carried along, for dividing costs far more than multiplying.
    private readonly record struct Fraction(ulong Numerator, ulong Denominator)
    {
        public Fraction Inverse => new(Denominator, Numerator);

        public ulong Value =>
            Denominator == 1 ? Numerator
            : Denominator == 0 ? MersenneField.Prime
            : MersenneField.Multiply(Numerator, MersenneField.Inverse(Denominator));

        public Fraction Plus(Fraction other) => Denominator == other.Denominator
            ? new(MersenneField.Add(Numerator, other.Numerator), Denominator)
            : new(MersenneField.Add(Cross(this, other), Cross(other, this)), MersenneField.Multiply(Denominator, other.Denominator));

        public Fraction Minus(Fraction other) => Plus(new(MersenneField.Subtract(0, other.Numerator), other.Denominator));

        public Fraction Times(Fraction other) =>
            new(MersenneField.Multiply(Numerator, other.Numerator), Denominator == 1 && other.Denominator == 1 ? 1 : MersenneField.Multiply(Denominator, other.Denominator));

        public Fraction Power(int exponent)
        {
            var (result, factor) = (new Fraction(1, 1), exponent < 0 ? Inverse : this);
            for (var i = Math.Abs(exponent); i > 0; i--)
                result = result.Times(factor);
            return result;
        }

        private static ulong Cross(Fraction a, Fraction b) => MersenneField.Multiply(a.Numerator, b.Denominator);
    }
}
