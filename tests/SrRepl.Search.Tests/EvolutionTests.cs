using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class EvolutionTests
{
    private static readonly EvolveOptions Small = new() { Populations = 4, NIterations = 6, NCyclesPerIteration = 30, Seed = 3 };

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void A_seed_gives_the_same_front_on_any_number_of_threads(int threads)
    {
        var table = SearchTables.Of(300, 3, x => Math.Sin(x[0]) * x[1] + 0.3 * x[2] * x[2]);
        var one = Evolution.Run(table, Small with { Threads = 1 });
        var many = Evolution.Run(table, Small with { Threads = threads });
        many.ToString().ShouldBe(one.ToString());
        many.Evaluations.ShouldBe(one.Evaluations);
    }

    [Fact]
    public void An_exact_law_is_found_and_ends_the_search_early()
    {
        var table = SearchTables.Of(200, 3, x => 2.5 * x[0] * x[1] + x[2]);
        var front = Evolution.Run(table, new EvolveOptions { Timeout = 60, Seed = 1, Operators = [Operators.Add, Operators.Multiply, Operators.Sin] });
        front.Best.Loss.ShouldBeLessThan(1e-20);
        front.Best.Complexity.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public void A_cancelled_search_hands_back_a_front()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var front = Evolution.Run(SearchTables.Of(50, 2, x => x[0] / x[1]), new(), cancellation: cancelled.Token);
        front.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_search_cancelled_at_once_makes_no_whole_population()
    {
        Calls(4000).ShouldBe(Calls(40));

        static int Calls(int populationSize)
        {
            var calls = 0;
            var counted = new Counted(() => Interlocked.Increment(ref calls));
            var options = new EvolveOptions { Populations = 2, PopulationSize = populationSize, Operators = [counted, Operators.Add] };
            Evolution.Run(SearchTables.Of(8, 1, x => x[0] * x[0]), options, cancellation: new CancellationToken(true)).Count.ShouldBeGreaterThan(0);
            return calls;
        }
    }

    // Half, told of every value.
    private sealed class Counted(Action called) : Operator
    {
        public override string Name => "counted";

        public override int Arity => 1;

        public override double Evaluate(ReadOnlySpan<double> arguments)
        {
            called();
            return arguments[0] / 2;
        }

        public override Expr Partial(int index, System.Collections.Immutable.ImmutableArray<Expr> arguments) => 0.5;

        public override Core.Interval Bounds(ReadOnlySpan<Core.Interval> arguments) => arguments[0];
    }
}
