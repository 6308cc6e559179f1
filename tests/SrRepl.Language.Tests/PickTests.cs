using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Language.Tests;

public class PickTests
{
    [Fact]
    public void A_validation_set_decides_instead_of_the_data_searched_on()
    {
        Expr x = new Variable("x");
        var front = new ParetoFront([new(1, 4, x), new(3, 1, 2 * x), new(5, 0.1, 2 * x + 0.5)]);
        var valid = new Dataset([new Column("x", [1, 2, 3]), new Column("y", [2, 4, 6])]) { Features = ["x"], Target = "y" };
        front.Pick(new() { By = "accuracy" }).Complexity.ShouldBe(5);
        var picked = front.Pick(new() { By = "accuracy", On = valid });
        (picked.Complexity, picked.Loss, picked.TestLoss).ShouldBe((3, 1.0, 0.0));
    }
}
