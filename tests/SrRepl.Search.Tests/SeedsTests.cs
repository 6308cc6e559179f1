using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Laws that are found before the first round, each by another method, and what may be said of all seeds.</summary>
public class SeedsTests
{
    private static readonly EvolveOptions Short = new() { EnumeratedTerms = 6_000, NIterations = 1, NCyclesPerIteration = 1, Populations = 2, PopulationSize = 20, Threads = 1, Verbosity = 0, Seed = 1 };

    public static TheoryData<string, Func<double[], double>> Laws => new()
    {
        { "a power law with half exponents", x => 2 * x[0] * Math.Sqrt(x[1] / x[2]) },
        { "powers of features and of a term", x => x[0] / Math.Sqrt(1 - x[1] * x[1] / (16 * x[2] * x[2])) },
        { "an exponential of a term", x => Math.Exp(-x[0] * x[0] / x[1]) / x[2] },
        { "a term under a function, a feature taken off", x => x[0] * (Math.Exp(-x[1] / x[2]) - 1) },
        { "two terms", x => x[0] * x[1] + x[2] * Math.Cos(x[0]) },
        { "a polynomial under a root", x => Math.Sqrt((x[0] - x[1]) * (x[0] - x[1]) + 3 * x[2] * x[2] + x[0]) },
        { "a quotient of polynomials", x => (x[0] + 3 * x[1]) / (1 + x[1] * x[2] + x[0]) },
        { "a product of powers times three terms", x => Math.Sqrt(x[0] * (Math.Exp(x[1] - x[2]) + Math.Exp(x[2] - x[1]) - 2 * Math.Cos(x[0]))) },
        { "a sum of two terms beside far larger ones", x => 1 / (1 + Math.Pow(x[0], -4)) + 1 / (1 + Math.Pow(x[1], -4)) },
        { "a pair of terms with coefficients", x => 1.7 * Math.Sin(x[0]) - 0.3 * Math.Exp(x[1]) },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_is_exact_before_the_search(string name, Func<double[], double> law)
    {
        var table = SearchTables.Of(200, 3, law, 1, 2);
        var seeds = Seeds.Of(new SearchProblem(table, Short), 6_000, default);
        seeds.ShouldContain(seed => seed.IsExact, name);
        Evolution.Run(table, Short).Candidates[^1].Loss.ShouldBeLessThan(1e-20, name);
    }

    [Fact]
    public void Seeds_are_made_of_the_searchs_operators_within_its_limits()
    {
        var table = SearchTables.Of(200, 3, x => Math.Exp(x[0]) * Math.Sqrt(x[1]) + x[2] * x[2] * x[0], 1, 2);
        var problem = new SearchProblem(table, Short with { Operators = [Operators.Add, Operators.Multiply, Operators.Sin], MaxSize = 11, MaxDepth = 5 });
        var seeds = Seeds.Of(problem, 3_000, default);
        seeds.ShouldNotBeEmpty();
        seeds.ShouldAllBe(seed => problem.Allows(seed.Program) && !seed.IsExact);
    }

    [Fact]
    public void A_stopped_search_makes_no_terms_but_the_features()
    {
        var problem = new SearchProblem(SearchTables.Of(200, 3, x => Math.Exp(x[0]) * x[1], 1, 2), Short);
        new TermTable(problem, [0, 1, 2, 3], 6_000, default).Count.ShouldBeGreaterThan(1_000);
        new TermTable(problem, [0, 1, 2, 3], 6_000, new(canceled: true)).Count.ShouldBeLessThan(20);
    }

    [Fact]
    public void A_table_without_a_law_gives_seeds_that_are_near()
    {
        var table = SearchTables.Of(300, 4, x => Math.Sin(x[0] * x[1]) + Math.Sqrt(x[2] + x[3] * x[3]) + (Math.Floor(x[0] * 1e6) % 7 / 70), 1, 2);
        var problem = new SearchProblem(table, Short);
        var seeds = Seeds.Of(problem, 3_000, default);
        using var scorer = new Scorer(problem);
        seeds.Min(seed => scorer.Loss(seed.Program)).ShouldBeLessThan(0.5 * problem.Baseline);
    }

    [Fact]
    public void The_same_seeds_come_every_time()
    {
        var table = SearchTables.Of(100, 2, x => Math.Sin(x[0]) / x[1] + Math.Log(x[0] + x[1] * x[1]), 1, 2);
        string Text() => string.Join('\n', Seeds.Of(new SearchProblem(table, Short), 2_000, default).Select(seed => Compiler.ToExpr(seed.Program, new SearchProblem(table, Short).Operators, table.Features).ToString()));
        Text().ShouldBe(Text());
    }
}
