using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class FingerprintTests
{
    [Fact]
    public void Operands_of_commutative_operators_may_stand_in_any_order()
    {
        Expr x = new Variable("x"), y = new Variable("y");
        Of(Operators.Sin.Of(x * y) + (x - y) * 2).ShouldBe(Of(2 * (x - y) + Operators.Sin.Of(y * x)));
        Of(x - y).ShouldNotBe(Of(y - x));
        Of(x / y).ShouldNotBe(Of(y / x));
        Of((x + y) * x).ShouldNotBe(Of(x * y + x));
        Of(x + 2).ShouldNotBe(Of(x + 3));
    }

    private static ulong Of(Expr formula)
    {
        var operators = new OperatorSet([Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Sin]);
        return Compiler.ToProgram(formula, operators, ["x", "y"]).Fingerprint(operators);
    }
}
