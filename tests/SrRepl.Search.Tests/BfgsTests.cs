namespace SrRepl.Search.Tests;

public class BfgsTests
{
    [Fact]
    public void A_curved_valley_is_followed_to_its_end()
    {
        double[] point = [-1.2, 1];
        var value = Bfgs.Minimise(point, (x, g) =>
        {
            var (a, b) = (1 - x[0], x[1] - x[0] * x[0]);
            (g[0], g[1]) = (-2 * a - 400 * x[0] * b, 200 * b);
            return a * a + 100 * b * b;
        }, 100, 0);
        value.ShouldBeLessThan(1e-18);
        point[0].ShouldBe(1, 1e-8);
    }

    [Fact]
    public void A_function_with_a_corner_is_gone_down()
    {
        double[] point = [3, -4];
        var value = Bfgs.Minimise(point, (x, g) =>
        {
            (g[0], g[1]) = (Math.Sign(x[0] - 1), 10 * Math.Sign(x[1] - 2));
            return Math.Abs(x[0] - 1) + 10 * Math.Abs(x[1] - 2);
        }, 200, 0);
        value.ShouldBeLessThan(1e-3);
    }

    [Fact]
    public void Where_there_is_no_value_it_does_not_go()
    {
        double[] point = [5];
        Bfgs.Minimise(point, (x, g) =>
        {
            g[0] = -1 / x[0] + 0.1;
            return x[0] <= 0 ? double.NaN : -Math.Log(x[0]) + 0.1 * x[0];
        }, 50, 0).ShouldBe(-Math.Log(10) + 1, 1e-9);
        point[0].ShouldBe(10, 1e-5);
    }
}
