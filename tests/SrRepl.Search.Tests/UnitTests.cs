using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Dimensional analysis: units as text, what operators do to them, and searches that keep to them.</summary>
public class UnitTests
{
    private static readonly Expr X0 = new Variable("x0"), X1 = new Variable("x1");

    [Theory]
    [InlineData("1", "1")]
    [InlineData("", "1")]
    [InlineData("rad", "1")]
    [InlineData("kg*m^2/s^2", "m^2 kg s^-2")]
    [InlineData("J", "m^2 kg s^-2")]
    [InlineData("m s^-1", "m s^-1")]
    [InlineData("km/h", "m s^-1")]
    [InlineData("1/s", "s^-1")]
    [InlineData("MHz", "s^-1")]
    [InlineData("N/(m*kg)", "s^-2")]
    [InlineData("m**(1/2)", "m^0.5")]
    [InlineData("min", "s")]
    [InlineData("GeV", "m^2 kg s^-2")]
    [InlineData("V/m", "m kg s^-3 A^-1")]
    public void A_unit_is_read(string text, string dimension) => UnitText.Read(text).ToString().ShouldBe(dimension);

    [Theory]
    [InlineData("metres", 3121)]
    [InlineData("m/", 3122)]
    [InlineData("m^", 3122)]
    [InlineData("(m", 3122)]
    [InlineData("m^x", 3122)]
    public void What_is_no_unit_is_refused(string text, int number) =>
        Should.Throw<DiagnosticException>(() => UnitText.Read(text)).Diagnostic.Number.ShouldBe(number);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Units_go_together_or_not(bool pure)
    {
        // x0 is a length, x1 a time, the target a length.
        Check(X0, true);
        Check(X0 + X1, false);
        Check(X0 + 2, !pure);
        Check(X1, false);
        Check(2.5 * X1, !pure);
        Check(X0 * X1 / X1, true);
        Check(Operators.Sqrt.Of(X0 * X0), true);
        Check(Operators.Power.Of(X0, 2) / X0, true);
        Check(Operators.Power.Of(X0, X1), false);
        Check(Operators.Sin.Of(X0) * X0, false);
        Check(Operators.Sin.Of(X0 / (X0 + X0)) * X0, true);
        Check(Operators.Max.Of(X0, X1), false);
        Check(new DefinedOperator("twice", ["a"], new Variable("a") + new Variable("a")).Of(X0), true);
        Check(new DefinedOperator("more", ["a"], new Variable("a") + 1).Of(X0), false);

        void Check(Expr formula, bool fits) => Penalty(formula, pure).ShouldBe(fits ? 0 : 1000, formula.ToString());
    }

    [Fact]
    public void A_search_finds_a_formula_whose_units_are_right_where_another_fits_as_well()
    {
        // x2 equals x0 but is a time: without units nothing tells them apart.
        var data = SearchTables.Of(80, 2, x => x[0] * x[1]);
        data = new Dataset([data["x0"], data["x1"], new Column("x2", data["x0"].ToArray()), data["y"]]) { Features = ["x0", "x1", "x2"], Target = "y" };
        var options = new EvolveOptions
        {
            NIterations = 6,
            Populations = 3,
            NCyclesPerIteration = 40,
            MaxSize = 7,
            Operators = [Operators.Add, Operators.Multiply],
            XUnits = new Dictionary<string, string> { ["x0"] = "m", ["x1"] = "1", ["x2"] = "s" },
            DimensionlessConstantsOnly = true,
        };
        Evolution.Run(data, options with { YUnits = "s" }).By("accuracy").Equation.Variables().ShouldBe(["x2", "x1"], ignoreOrder: true);
        Evolution.Run(data, options with { YUnits = "m" }).By("accuracy").Equation.Variables().ShouldBe(["x0", "x1"], ignoreOrder: true);
        var wrong = Evolution.Run(data, options with { YUnits = "K", DimensionalConstraintPenalty = 50 });
        wrong.ShouldAllBe(candidate => candidate.Loss >= 50);
        Should.Throw<DiagnosticException>(() => Evolution.Run(data, options with { XUnits = new[] { "m" } })).Diagnostic.Number.ShouldBe(3120);
        Should.Throw<DiagnosticException>(() => Evolution.Run(data, options with { XUnits = new Dictionary<string, string> { ["z"] = "m" } })).Diagnostic.Number.ShouldBe(1001);
    }

    private static double Penalty(Expr formula, bool pure)
    {
        var data = SearchTables.Of(10, 2, x => x[0] + x[1]);
        var problem = new SearchProblem(data, new() { Operators = [.. Compiler.OperatorsOf(formula), Operators.Add], XUnits = new Dictionary<string, string> { ["x0"] = "m", ["x1"] = "s" }, YUnits = "km", DimensionlessConstantsOnly = pure, Loss = "HuberLoss" });
        using var constraints = new ProgramConstraints(problem);
        return constraints.Penalty(Compiler.ToProgram(formula, problem.Operators, problem.Features));
    }
}
