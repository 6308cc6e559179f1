using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>What a user can do wrong is said before the search starts.</summary>
public class InputTests
{
    private static readonly Dataset Good = SearchTables.Of(40, 2, x => x[0] + x[1]);

    [Theory]
    [InlineData(3001)]
    [InlineData(3002)]
    [InlineData(3003)]
    [InlineData(3004)]
    [InlineData(3005)]
    [InlineData(3011)]
    public void A_dataset_that_cannot_be_searched_is_refused(int code)
    {
        var data = code switch
        {
            3001 => new Dataset(Good.Columns),
            3002 => new Dataset(Good.Columns) { Features = [], Target = "y" },
            3003 => Good.TakeRows([]),
            3004 => Replace("x1", row => row == 7 ? double.PositiveInfinity : row),
            3005 => Replace("y", _ => 2.5),
            _ => new Dataset(Replace("x1", row => row - 5).Columns) { Features = ["x0"], Target = "y", Weights = "x1" },
        };
        Refused(data, new(), code);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named_with_its_row()
    {
        var error = Should.Throw<DiagnosticException>(() => Evolution.Run(Replace("y", row => row == 4 ? double.NaN : row)));
        error.Diagnostic.Message.ShouldBe("column `y` holds nan in row 5");
    }

    [Fact]
    public void A_margin_loss_wants_minus_one_and_one() => Refused(Good, new() { Loss = "L2MarginLoss" }, 3006);

    [Theory]
    [InlineData("HubberLoss", "did you mean `HuberLoss`?")]
    [InlineData("quite another", null)]
    public void An_unknown_loss_is_refused_with_what_was_meant(string loss, string? hint)
    {
        var error = Should.Throw<DiagnosticException>(() => Evolution.Run(Good, new() { Loss = loss }));
        error.Diagnostic.Number.ShouldBe(3007);
        if (hint is not null)
            error.Diagnostic.Hint.ShouldBe(hint);
    }

    public static TheoryData<EvolveOptions> BadOptions =>
    [
        new EvolveOptions { MaxSize = 2 },
        new EvolveOptions { Populations = 0 },
        new EvolveOptions { Timeout = -1 },
        new EvolveOptions { Timeout = double.NaN },
        new EvolveOptions { CrossoverProbability = 1.5 },
        new EvolveOptions { Loss = "QuantileLoss(1.5)" },
        new EvolveOptions { Loss = "L2DistLoss(3)" },
    ];

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void An_option_out_of_its_range_is_refused(EvolveOptions options) => Refused(Good, options, 3008);

    [Fact]
    public void A_search_without_operators_is_refused() => Refused(Good, new() { Operators = [] }, 3009);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Few_rows_are_no_reason_to_fail(int rows)
    {
        var data = SearchTables.Of(Math.Max(2, rows), 12, x => x[0] * x[11]);
        Evolution.Run(data, new() { NIterations = 2, Populations = 2 }).Count.ShouldBeGreaterThan(0);
    }

    private static void Refused(Dataset data, EvolveOptions options, int code) =>
        Should.Throw<DiagnosticException>(() => Evolution.Run(data, options)).Diagnostic.Number.ShouldBe(code);

    private static Dataset Replace(string name, Func<int, double> value) =>
        Good.With([.. Good.Columns.Select(column => column.Name == name ? new Column(name, [.. Enumerable.Range(0, Good.Rows).Select(value)]) : column)]);
}
