namespace SrRepl.Core.Tests;

public sealed class ExprTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");

    [Fact]
    public void Formulas_are_equal_in_structure()
    {
        (X * 2 + Y).ShouldBe(new Variable("x") * 2 + new Variable("y"));
        (X * 2 + Y).GetHashCode().ShouldBe((new Variable("x") * 2 + new Variable("y")).GetHashCode());
        (X * 2 + Y).ShouldNotBe(Y + X * 2);
        new Constant(double.NaN).ShouldBe(new Constant(double.NaN));
        new Constant(0.0).ShouldNotBe(new Constant(-0.0));
    }

    [Fact]
    public void Counts_nodes_and_depth()
    {
        var formula = Operators.Sin.Of(X * 2) + Y;
        formula.Nodes.ShouldBe(6);
        formula.Depth.ShouldBe(4);
        formula.Variables().ShouldBe(["x", "y"]);
    }

    [Fact]
    public void The_wrong_number_of_arguments_is_a_diagnostic() =>
        Should.Throw<DiagnosticException>(() => Operators.Sin.Of(X, Y)).Diagnostic.ToString().ShouldBe("error SR2002: `sin` takes 1 argument, not 2");

    [Fact]
    public void Substitutes_all_at_once() =>
        (X + Y).Substitute(new Dictionary<string, Expr> { ["x"] = Y, ["y"] = X }).ShouldBe(Y + X);

    [Fact]
    public void Derives_by_the_chain_rule()
    {
        var derivative = Operators.Sin.Of(X * X).Derivative("x");
        derivative.Evaluate(new Dictionary<string, double> { ["x"] = 1.5 }).ShouldBe(3 * Math.Cos(2.25), 1e-12);
        (Y + 1).Derivative("x").ShouldBe(0);
    }

    [Fact]
    public void A_defined_operator_is_its_body()
    {
        var f = new DefinedOperator("f", ["a", "b"], new Variable("a") * new Variable("a") - new Variable("b"));
        var at = new Dictionary<string, double> { ["x"] = 3, ["y"] = 1 };
        f.Of(X, Y).Evaluate(at).ShouldBe(8);
        f.Of(X, Y).Derivative("x").Evaluate(at).ShouldBe(6);
        f.Inline([X, Y]).ShouldBe(X * X - Y);
        f.Bounds([new(1, 2), new(0, 1)]).Contains(new Interval(0, 4)).ShouldBeTrue();
        Should.Throw<DiagnosticException>(() => new DefinedOperator("g", ["a"], X)).Diagnostic.Number.ShouldBe(2001);
    }

    [Fact]
    public void The_tiled_evaluation_equals_the_one_point_by_point()
    {
        var random = new Xoshiro256(8);
        var data = new Dataset([Uniform("x", 1000), Uniform("y", 1000)]);
        foreach (var op in Operators.All)
        {
            var formula = new Apply(op, [.. new[] { X * 2 - Y, Y + 0.5, X }[..op.Arity]]) / 3 + 1;
            var column = formula.Evaluate(data);
            for (var row = 0; row < data.Rows; row++)
                column[row].ShouldBe(formula.Evaluate(new Dictionary<string, double> { ["x"] = data["x"][row], ["y"] = data["y"][row] }), op.Name);
        }

        Column Uniform(string name, int rows) => new(name, [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble(-3, 3))]);
    }

    [Fact]
    public void A_variable_that_is_no_column_is_a_diagnostic() =>
        Should.Throw<DiagnosticException>(() => new Variable("mas").Evaluate(new Dataset([new Column("mass", new double[3])]))).Diagnostic.ToString()
            .ShouldBe("error SR1001: there is no column `mas`\n  hint: did you mean `mass`?");
}
