using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Products with a constant as sums and differences of products with constants of one or two binary digits, which hardware
/// builds of shifts and one addition: 93*x is 96*x - 3*x. The digits are those of the non-adjacent form, which has the
/// fewest (Reitwiesner, "Binary Arithmetic", 1960). Only constants that are such sums exactly are split.
/// </summary>
internal sealed class ShiftForms(EGraph graph, int reason)
{
    private const int DigitsAtOnce = 2;
    private const int MostDigits = 8;
    private const int MostProducts = 100;

    // Down to 2**-30: finer digits than any type that is built.
    private const int FractionBits = 30;

    public void Apply()
    {
        var multiply = graph.Symbols.Of(Operators.Multiply);
        var products = graph.WithSymbol(multiply).Where(node => !graph.IsHidden(node) && graph.Constant(node) < 0).Take(MostProducts).ToArray();
        foreach (var product in products)
            for (var side = 0; side < 2; side++)
                if (graph.Constant(graph.Child(product, side)) is >= 0 and var constant
                    && Digits(graph.Symbols.Constant(constant).Value) is { Count: > DigitsAtOnce and <= MostDigits } digits)
                {
                    // The constant is written as such: a class can hold other forms of it.
                    var factor = graph.Child(product, 1 - side);
                    var number = graph.Add(graph.Symbols.Constant(constant));
                    var written = graph.Add(multiply, side == 0 ? [number, factor] : [factor, number]);
                    graph.Union(written, product, ProofForest.Congruence);
                    graph.Union(written, Sum(digits, factor, multiply), reason);
                }
    }

    private int Sum(List<double> digits, int factor, int multiply)
    {
        var sum = -1;
        foreach (var pair in digits.Chunk(DigitsAtOnce))
        {
            var part = pair.Sum();
            var product = graph.Add(multiply, [graph.Add(Number.Of(Math.Abs(part))), factor]);
            sum = sum < 0
                ? part < 0 ? graph.Add(graph.Symbols.Of(Operators.Negate), [product]) : product
                : graph.Add(graph.Symbols.Of(part < 0 ? Operators.Subtract : Operators.Add), [sum, product]);
        }
        return sum;
    }

    // The signed powers of two that a number is the sum of, largest first; null where it is no such sum.
    private static List<double>? Digits(double value)
    {
        var scaled = Math.ScaleB(Math.Abs(value), FractionBits);
        if (!(scaled < 1L << 52) || Math.Floor(scaled) != scaled)
            return null;
        var digits = new List<double>();
        var rest = (long)scaled;
        for (var exponent = -FractionBits; rest != 0; exponent++, rest >>= 1)
            if ((rest & 1) != 0)
            {
                var digit = (rest & 3) == 3 ? -1 : 1;
                digits.Insert(0, Math.CopySign(1, value) * digit * Math.ScaleB(1, exponent));
                rest -= digit;
            }
        return digits;
    }
}
