using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class TemplateTests
{
    private static readonly EvolveOptions Short = new() { NIterations = 8, Populations = 4, NCyclesPerIteration = 60, Seed = 2, MaxSize = 16, Operators = [Operators.Add, Operators.Multiply, Operators.Sin] };
    private static readonly Expr X0 = new Variable("x0"), X1 = new Variable("x1"), X2 = new Variable("x2");
    private static readonly TemplatePart F = new("f", 2), G = new("g", 1), H = new("h", 1);

    [Fact]
    public void Every_formula_has_the_form_and_its_parts_see_their_arguments_alone()
    {
        var data = SearchTables.Of(120, 3, x => (x[0] + x[0] * x[1]) * Math.Sin(x[2]));
        var front = Evolution.Run(data, Short with { Template = new(F.Of(X0, X1) * G.Of(X2)) });
        foreach (var candidate in front)
        {
            candidate.Parts!["f"].Variables().ShouldBeSubsetOf(["x0", "x1"]);
            candidate.Parts["g"].Variables().ShouldBeSubsetOf(["x2"]);
            candidate.Complexity.ShouldBe(candidate.Parts["f"].Nodes + candidate.Parts["g"].Nodes);
            Same(candidate.Equation, candidate.Parts["f"] * candidate.Parts["g"], data);
        }
        front.By("accuracy").Loss.ShouldBeLessThan(1e-20);
    }

    [Fact]
    public void A_part_applied_twice_is_one_function_with_one_set_of_constants()
    {
        var data = SearchTables.Of(100, 2, x => (3.7 * x[0] * x[0] + Math.Sin(x[0])) - (3.7 * x[1] * x[1] + Math.Sin(x[1])));
        var front = Evolution.Run(data, Short with { Template = new(G.Of(X0) - G.Of(X1)) });
        var best = front.By("accuracy");
        best.Loss.ShouldBeLessThan(1e-20);
        best.Equation.Substitute(new Dictionary<string, Expr> { ["x1"] = X0 }).Evaluate(new Dictionary<string, double> { ["x0"] = 1.3 }).ShouldBe(0);
    }

    [Fact]
    public void Parts_stand_inside_parts_and_in_operators_the_search_does_not_breed()
    {
        var data = SearchTables.Of(100, 2, x => Math.Exp(Math.Sin(x[0] * x[0]) + x[1]));
        var front = Evolution.Run(data, Short with { Template = new(Operators.Exp.Of(G.Of(H.Of(X0)) + X1)) });
        front.By("accuracy").Loss.ShouldBeLessThan(1e-15);
        foreach (var candidate in front)
            candidate.Parts!.Values.SelectMany(Compiler.OperatorsOf).ShouldNotContain(Operators.Exp);
    }

    [Fact]
    public void A_number_may_be_unknown()
    {
        var data = SearchTables.Of(100, 1, x => 2.5 * x[0] * x[0] - 4.25);
        var best = Evolution.Run(data, Short with { Template = new(G.Of(X0) - new Variable("c"), ["c"]), Operators = [Operators.Multiply] }).By("accuracy");
        best.Loss.ShouldBeLessThan(1e-20);
        best.Parts!["c"].ShouldBeOfType<Constant>().Value.ShouldBe(4.25, 1e-9);
    }

    [Fact]
    public void The_derivatives_by_constants_are_those_of_the_whole_formula()
    {
        var data = SearchTables.Of(64, 2, x => 1.5 * x[0] + Math.Sin(0.3 + x[1] * 1.5));
        var operators = new OperatorSet([Operators.Add, Operators.Multiply, Operators.Sin], new(G.Of(X0) + Operators.Sin.Of(G.Of(X1) + 0.25)), ["x0", "x1"]);
        var program = new Program();
        foreach (var node in (Node[])[Node.Input(0), Node.Number(2), Node.Apply(operators.Multiply), Node.Number(0.1), Node.Apply(operators.Add), Node.Apply(operators.Template!.Code)])
            program.Add(node);
        program.Measure(operators);
        using var table = SearchData<double>.From(data, data.Features, "y", [.. Enumerable.Range(0, 64)]);
        using var optimiser = new LevenbergMarquardt<double>();
        using var evaluator = new Evaluator<double>();
        unsafe
        {
            var columns = stackalloc double*[2];
            evaluator.RunGradient(program, operators, table, 0, 64, columns);
            for (var row = 0; row < 64; row++)
            {
                var (a, b) = (table.Feature(0)[row], table.Feature(1)[row]);
                var inner = Math.Cos(2 * b + 0.1 + 0.25);
                columns[0][row].ShouldBe(a + inner * b, 1e-12);
                columns[1][row].ShouldBe(1 + inner, 1e-12);
            }
        }
    }

    [Fact]
    public void A_seed_gives_the_same_front_on_any_number_of_threads()
    {
        var data = SearchTables.Of(80, 3, x => x[0] * x[1] + Math.Sin(x[2]));
        var options = Short with { NIterations = 3, Template = new(F.Of(X0, X1) + G.Of(X2)) };
        Evolution.Run(data, options with { Threads = 2 }).ToString().ShouldBe(Evolution.Run(data, options with { Threads = 1 }).ToString());
    }

    [Fact]
    public void What_cannot_be_a_template_is_refused()
    {
        var data = SearchTables.Of(30, 2, x => x[0]);
        Number(() => new Template(G.Of(X0) + new TemplatePart("g", 2).Of(X0, X1))).ShouldBe(3110);
        Number(() => Evolution.Run(data, Short with { Template = new(X0 + X1) })).ShouldBe(3111);
        Number(() => Evolution.Run(data, Short with { Template = new(G.Of(new Variable("z"))) })).ShouldBe(1001);
    }

    private static int Number(Action action) => Should.Throw<DiagnosticException>(action).Diagnostic.Number;

    private static void Same(Expr a, Expr b, Dataset data)
    {
        var (left, right) = (a.Evaluate(data), b.Evaluate(data));
        for (var row = 0; row < data.Rows; row++)
            left[row].ShouldBe(right[row], 1e-12 * Math.Max(1, Math.Abs(right[row])));
    }
}
