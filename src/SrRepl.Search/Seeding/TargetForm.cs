using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The target seen through an inverse function: z = T(y), with the way back from a formula of z to one of y.</summary>
/// <param name="Values">z at the rows.</param>
/// <param name="Back">From a formula of z to one of y; null where the operators do not suffice.</param>
internal sealed record TargetForm(double[] Values, Func<Expr?, Expr?> Back)
{
    /// <summary>The forms a target has with the operators of a search, the target itself first.</summary>
    public static IEnumerable<TargetForm> Of(double[] target, Vocabulary words)
    {
        (Func<double, double> There, Func<Expr?, Expr?> Back)[] table =
        [
            (y => y, z => z),
            (y => 1 / y, z => words.Quotient(1, z)),
            (y => y * y, words.Root),
            (y => 1 / (y * y), z => words.Quotient(1, words.Root(z))),
            (Math.Log, z => words.Call(Operators.Exp, z)),
            (Math.Exp, z => words.Call(Operators.Log, z)),
            (Math.Sqrt, z => words.Power(z, 2)),
            (y => Math.Log(1 / y - 1), z => words.Quotient(1, words.Sum(words.Call(Operators.Exp, z), 1))),
            (y => Math.Log(1 / y + 1), z => words.Quotient(1, words.Difference(words.Call(Operators.Exp, z), 1))),
            (y => Math.Log(y + 1), z => words.Difference(words.Call(Operators.Exp, z), 1)),
            (Math.Atanh, z => words.Call(Operators.Tanh, z) ?? words.Difference(1, words.Quotient(2, words.Sum(words.Call(Operators.Exp, words.Product(2, z)), 1)))),
            (Math.Sin, z => words.Call(Operators.Asin, z)),
            (Math.Cos, z => words.Call(Operators.Acos, z)),
            (Math.Tan, z => words.Call(Operators.Atan, z)),
        ];
        foreach (var (there, back) in table)
        {
            var values = Array.ConvertAll(target, y => there(y));
            if (back(new Variable("z")) is not null && values.All(double.IsFinite))
                yield return new(values, back);
        }
    }
}
