using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Losses against their definitions, and searches that only the right loss can win.</summary>
public unsafe class LossTests
{
    public static TheoryData<string, Func<double, double, double>> Definitions => new()
    {
        { "L2DistLoss", (p, y) => (p - y) * (p - y) },
        { "L1DistLoss", (p, y) => Math.Abs(p - y) },
        { "HuberLoss(0.7)", (p, y) => Math.Abs(p - y) < 0.7 ? (p - y) * (p - y) / 2 : 0.7 * (Math.Abs(p - y) - 0.35) },
        { "LogCoshLoss", (p, y) => Math.Log(Math.Cosh(p - y)) },
        { "QuantileLoss(0.9)", (p, y) => Math.Max(0.9 * (y - p), -0.1 * (y - p)) },
        { "L2MarginLoss", (p, y) => (1 - p * y) * (1 - p * y) },
        { "L1MarginLoss", (p, y) => Math.Abs(1 - p * y) },
        { "L1HingeLoss", (p, y) => Math.Max(0, 1 - p * y) },
        { "L2HingeLoss", (p, y) => Math.Pow(Math.Max(0, 1 - p * y), 2) },
        { "LogitMarginLoss", (p, y) => Math.Log(1 + Math.Exp(-p * y)) },
        { "CrossEntropyLoss", (p, y) => Math.Log(1 + Math.Exp(p)) - y * p },
        { "LPDistLoss(3)", (p, y) => Math.Pow(Math.Abs(p - y), 3) },
        { "L1EpsilonInsLoss(0.4)", (p, y) => Math.Max(0, Math.Abs(p - y) - 0.4) },
        { "L2EpsilonInsLoss(0.4)", (p, y) => Math.Pow(Math.Max(0, Math.Abs(p - y) - 0.4), 2) },
        { "LogitDistLoss", (p, y) => -Math.Log(4 * Math.Exp(p - y) / Math.Pow(1 + Math.Exp(p - y), 2)) },
        { "PeriodicLoss(3)", (p, y) => 1 - Math.Cos(2 * Math.PI * (p - y) / 3) },
        { "ExpLoss", (p, y) => Math.Exp(-p * y) },
        { "SigmoidLoss", (p, y) => 1 - Math.Tanh(p * y) },
        { "PerceptronLoss", (p, y) => Math.Max(0, -p * y) },
        { "ZeroOneLoss", (p, y) => p * y < 0 ? 1 : 0 },
        { "DWDMarginLoss(1.5)", (p, y) => p * y <= 0.6 ? 1 - p * y : Math.Pow(1.5, 1.5) / Math.Pow(2.5, 2.5) / Math.Pow(p * y, 1.5) },
        { "ModifiedHuberLoss", (p, y) => p * y < -1 ? -4 * p * y : Math.Pow(Math.Max(0, 1 - p * y), 2) },
        { "SmoothedL1HingeLoss(0.8)", (p, y) => p * y >= 1 ? 0 : p * y < 0.2 ? 0.6 - p * y : (1 - p * y) * (1 - p * y) / 1.6 },
        { "PoissonLoss", (p, y) => Math.Exp(p) - y * p },
    };

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_loss_is_its_definition_and_its_slope_the_derivative(string name, Func<double, double, double> definition)
    {
        var loss = Losses.Find(name, 1).Double;
        var rng = new Xoshiro256(9, 0);
        var memory = stackalloc double[20];
        double* p = memory, y = memory + 4, w = memory + 8, slope = memory + 12, curvature = memory + 16;
        for (var i = 0; i < 500; i++)
        {
            (p[0], y[0], w[0]) = (3 * rng.NextGaussian(), Losses.Find(name, 1).IsMargin ? (rng.Chance(0.5) ? 1 : -1) : rng.NextDouble(), 2.5);
            for (var lane = 1; lane < 4; lane++)
                (p[lane], y[lane], w[lane]) = (p[0], y[0], 0);
            loss.Sum(p, y, w, 4, 1, 0).ShouldBe(2.5 * definition(p[0], y[0]), 1e-9 * (1 + Math.Abs(definition(p[0], y[0]))));
            loss.Derivatives(p, y, w, slope, curvature, 4);
            const double H = 1e-6;
            slope[0].ShouldBe(2.5 * (definition(p[0] + H, y[0]) - definition(p[0] - H, y[0])) / (2 * H), 1e-3 * Math.Max(1, Math.Abs(slope[0])));
            curvature[0].ShouldBeGreaterThanOrEqualTo(0);
            slope[1].ShouldBe(0);
        }
    }

    [Fact]
    public void Absolute_loss_ignores_outliers_that_mislead_squares()
    {
        var row = 0;
        var data = SearchTables.Of(200, 1, x => row++ % 10 == 0 ? 300 : 2 * x[0] + 1);
        var front = Evolution.Run(data, new() { Loss = "L1DistLoss", NIterations = 15, MaxSize = 7, Operators = [Operators.Add, Operators.Multiply] });
        var values = new Dictionary<string, double> { ["x0"] = 2 };
        front.By("accuracy").Equation.Evaluate(values).ShouldBe(5, 0.05);
    }

    [Fact]
    public void A_quantile_is_met_by_its_share_of_rows()
    {
        var rng = new Xoshiro256(4, 4);
        var data = SearchTables.Of(1000, 1, _ => rng.NextGaussian());
        var front = Evolution.Run(data, new() { Loss = "QuantileLoss(0.9)", NIterations = 3, MaxSize = 3, Operators = [Operators.Add] });
        front[1].Equation.Evaluate(new Dictionary<string, double> { ["x0"] = 1 }).ShouldBe(1.28, 0.2);
    }

    // Where the loss is no sum of squares, constants end where it is least itself: in a median, a quantile, the mean's logarithm.
    [Theory]
    [InlineData("L1DistLoss", 3, 1e-6)]
    [InlineData("QuantileLoss(0.75)", 10, 1e-6)]
    [InlineData("PoissonLoss", 4.6051701859880914, 1e-6)]
    [InlineData("LPDistLoss(4)", 189.473, 0.01)]
    public void A_constant_fitted_to_any_loss_is_where_that_loss_is_least(string loss, double best, double tolerance)
    {
        double[] values = [1, 2, 3, 10, 484];
        var data = new Dataset([new Column("x", values), new Column("y", values)]) { Features = ["x"], Target = "y" };
        var fitted = ConstantFit.Fit(1, data, new() { Loss = loss });
        fitted.Evaluate(new Dictionary<string, double> { ["x"] = 0 }).ShouldBe(best, tolerance);
    }

    [Fact]
    public void Several_constants_are_fitted_to_a_loss_with_corners()
    {
        var row = 0;
        var data = SearchTables.Of(200, 1, x => row++ % 7 == 0 ? 50 : 2 * Math.Exp(-1.5 * x[0]) + 0.3);
        var x = new Variable("x0");
        var fitted = ConstantFit.Fit((Expr)1 * Operators.Exp.Of(x * -1) + 1, data, new() { Loss = "L1DistLoss" });
        foreach (var at in (double[])[-1, 0, 1])
            fitted.Evaluate(new Dictionary<string, double> { ["x0"] = at }).ShouldBe(2 * Math.Exp(-1.5 * at) + 0.3, 0.02);
    }

    // A plane over sixty columns is met exactly, by as many constants and one more.
    [Theory]
    [InlineData("L2DistLoss", 1e-6)]
    [InlineData("HuberLoss(1)", 1e-3)]
    public void More_constants_than_a_search_fits_are_fitted_by_themselves(string loss, double tolerance)
    {
        const int columns = 60;
        var data = SearchTables.Of(200, columns, x => 0.5 + x.Select((value, i) => i * value / 10).Sum());
        var plane = Enumerable.Range(0, columns).Aggregate((Expr)1, (sum, i) => sum + 1 * (Expr)new Variable($"x{i}"));
        var fitted = ConstantFit.Fit(plane, data, new() { Loss = loss });
        fitted.Evaluate(data).ToArray().ShouldBe(data["y"].ToArray(), tolerance);
    }

    [Fact]
    public void Weights_decide_which_rows_count()
    {
        var row = 0;
        var table = SearchTables.Of(100, 1, x => row++ < 50 ? 3 * x[0] : -x[0]);
        var weights = new Column("w", [.. Enumerable.Range(0, 100).Select(i => i < 50 ? 1.0 : 0.0)]);
        var data = new Dataset(table.Columns.Add(weights)) { Features = ["x0"], Target = "y", Weights = "w" };
        Evolution.Run(data, new() { NIterations = 5, MaxSize = 5, Operators = [Operators.Add, Operators.Multiply] }).By("accuracy").Equation.ToString().ShouldBe("3*x0");
    }
}
