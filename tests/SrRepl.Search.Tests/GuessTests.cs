using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class GuessTests
{
    private static readonly Expr X0 = new Variable("x0"), X1 = new Variable("x1"), X2 = new Variable("x2");
    private static readonly TemplatePart F = new("f", 2), G = new("g", 1);

    private static readonly Dataset Waves = SearchTables.Of(100, 3, x => Math.Sin(Math.Sin(x[0]) + x[1] * x[1]) + Math.Exp(x[0] / x[1]));
    private static readonly Dataset Formed = SearchTables.Of(100, 3, x => Math.Sin(Math.Sin(x[0] - x[1]) + 1.3) * (x[2] * x[2] - Math.Sin(3 * x[2])));
    private static readonly Expr First = Operators.Sin.Of(Operators.Sin.Of(X0 - X1) + 1.3), Second = X2 * X2 - Operators.Sin.Of(3 * X2);

    private static EvolveOptions AtOnce => new() { NIterations = 1, Populations = 2, NCyclesPerIteration = 1, Seed = 2, MaxSize = 20 };

    private static EvolveOptions OfForm => AtOnce with { Template = new(F.Of(X0, X1) * G.Of(X2)), Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Sin] };

    [Fact]
    public void A_guess_is_where_the_search_begins()
    {
        Expr law = Operators.Sin.Of(Operators.Sin.Of(X0) + X1 * X1) + Operators.Exp.Of(X0 / X1);
        var options = AtOnce with { Guesses = [law] };
        Evolution.Run(Waves, options).By("accuracy").Loss.ShouldBeLessThan(1e-25);
        Evolution.Run(Waves, options with { Guesses = [] }).By("accuracy").Loss.ShouldBeGreaterThan(1e-6);
        Number(Waves, options with { Operators = [Operators.Add] }).ShouldBe(3014);
        Number(Waves, options with { MaxSize = 5 }).ShouldBe(3015);
    }

    [Fact]
    public void Parts_of_a_template_are_guessed_over_the_variables_they_are_applied_to()
    {
        var options = OfForm with { Guesses = [Parts(("f", First), ("g", Second))] };
        var best = Evolution.Run(Formed, options).By("accuracy");
        best.Loss.ShouldBeLessThan(1e-20);
        best.Complexity.ShouldBe(First.Nodes + Second.Nodes);
        Evolution.Run(Formed, options with { Guesses = [] }).By("accuracy").Loss.ShouldBeGreaterThan(1e-4);
    }

    [Fact]
    public void Parts_that_are_functions_take_arguments_by_place()
    {
        // The names are those of the columns, the other way round.
        var swapped = new Dictionary<string, Expr> { ["x0"] = X1, ["x1"] = X0 };
        var first = new Function(["x1", "x0"], First.Substitute(swapped));
        var second = new Function(["t"], Second.Substitute(new Dictionary<string, Expr> { ["x2"] = new Variable("t") }));
        Evolution.Run(Formed, OfForm with { Guesses = [Parts(("f", first), ("g", second))] }).By("accuracy").Loss.ShouldBeLessThan(1e-20);
    }

    [Fact]
    public void The_parts_that_one_search_found_are_a_guess_for_another()
    {
        var found = Evolution.Run(Formed, OfForm with { Guesses = [Parts(("f", First), ("g", Second))] }).By("accuracy").Parts!;
        var again = new Guess(found.ToDictionary(part => part.Key, part => (IFormula)part.Value));
        Evolution.Run(Formed, OfForm with { Guesses = [again] }).By("accuracy").Loss.ShouldBeLessThan(1e-20);
    }

    [Fact]
    public void A_guessed_number_is_where_its_fit_begins()
    {
        // From a start near 0 the sine's frequency is not found by its derivative.
        var data = SearchTables.Of(200, 1, x => Math.Sin(40.5 * x[0]));
        var options = OfForm with { Template = new(G.Of(X0 * new Variable("c")), ["c"]), MaxSize = 3, Guesses = [Parts(("g", Operators.Sin.Of(new Variable("x1"))), ("c", new Constant(40.4)))] };
        var best = Evolution.Run(data, options).By("accuracy");
        best.Loss.ShouldBeLessThan(1e-18);
        best.Parts!["c"].ShouldBeOfType<Constant>().Value.ShouldBe(40.5, 1e-9);
    }

    [Fact]
    public void A_guess_for_a_chip_keeps_to_the_template_and_to_the_bounds()
    {
        var chip = new GridChip(1.0 / 1024);
        var options = OfForm with { Precision = chip, Bounds = new Core.Interval(-20, 20), ShapeCheck = ShapeCheck.Data, Guesses = [Parts(("f", First), ("g", Second))] };
        Evolution.Run(Formed, options).By("accuracy").Loss.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void What_is_no_guess_of_the_template_is_refused()
    {
        Refused(X0, "record of its parts: { f = ...; g = ... }");
        Refused(Parts(("f", First)), "part `g` is not given");
        Refused(Parts(("f", First), ("g", Second), ("h", X0)), "no part `h`, only f, g");
        Refused(Parts(("f", X2), ("g", Second)), "`f` is a formula of x0, x1; there is no `x2`");
        Refused(Parts(("f", new Function(["a"], new Variable("a"))), ("g", Second)), "`f` is a function of 2 arguments, not of 1");
        Number(Formed, OfForm with { Guesses = [Parts(("f", Operators.Exp.Of(X0)), ("g", Second))] }).ShouldBe(3014);
        Number(Formed, OfForm with { MaxSize = 9, Guesses = [Parts(("f", First), ("g", Second))] }).ShouldBe(3015);
        Number(Formed, AtOnce with { Guesses = [Parts(("f", First))] }).ShouldBe(3008);

        static void Refused(Guess guess, string why)
        {
            var diagnostic = Should.Throw<DiagnosticException>(() => Evolution.Run(Formed, OfForm with { Guesses = [guess] })).Diagnostic;
            diagnostic.Number.ShouldBe(3008);
            diagnostic.Message.ShouldContain(why);
        }
    }

    private static Guess Parts(params (string Name, IFormula Formula)[] parts) => new(parts.ToDictionary(part => part.Name, part => part.Formula));

    private static int Number(Dataset data, EvolveOptions options) => Should.Throw<DiagnosticException>(() => Evolution.Run(data, options)).Diagnostic.Number;

    private sealed record Function(ImmutableArray<string> Parameters, Expr Formula) : IFormula
    {
        public bool IsFunction => true;
    }
}
