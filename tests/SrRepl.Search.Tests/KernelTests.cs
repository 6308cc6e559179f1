using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Every row of the operator table through the evaluator: values against the scalar rule, derivatives against differences.</summary>
public unsafe class KernelTests
{
    public static TheoryData<string> Names => [.. Operators.All.Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_gives_the_operators_value_in_both_precisions(string name)
    {
        var op = Operators.Find(name)!;
        foreach (var constants in Enumerable.Range(0, 1 << op.Arity))
        {
            var formula = op.Of([.. Enumerable.Range(0, op.Arity).Select(i => (constants >> i & 1) == 1 ? new Constant(0.75 + i) : (Expr)new Variable($"x{i}"))]);
            var table = Table();
            var single = Run<float>(formula, table);
            var precise = Run<double>(formula, table);
            for (var row = 0; row < table.Rows; row++)
            {
                var wanted = formula.Evaluate(table.Features.ToDictionary(f => f, f => table[f][row]));
                if (double.IsNaN(wanted))
                    precise[row].ShouldBe(double.NaN);
                else
                    precise[row].ShouldBe(wanted, 4e-15 * Math.Abs(wanted) + 1e-300);
                var narrow = formula.Evaluate(table.Features.ToDictionary(f => f, f => (double)(float)table[f][row]));
                if (double.IsFinite(narrow) && !IsStep(name))
                    ((double)single[row]).ShouldBe(narrow, 2e-5 * Math.Max(1, Math.Abs(narrow)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_gives_the_exact_derivative_by_every_constant(string name)
    {
        var op = Operators.Find(name)!;
        for (var index = 0; index < op.Arity; index++)
        {
            var table = Table();
            Expr At(double c) => op.Of([.. Enumerable.Range(0, op.Arity).Select(i => i == index ? new Constant(c) * new Variable("x3") : (Expr)new Variable($"x{i}"))]);
            const double Constant = 0.8125, Step = 1e-6;
            var gradient = Gradient(At(Constant), table);
            var (above, below) = (Run<double>(At(Constant + Step), table), Run<double>(At(Constant - Step), table));
            for (var row = 0; row < table.Rows; row++)
            {
                var difference = (above[row] - below[row]) / (2 * Step);
                // Near a divisor of 0 the steps of mod lie within the reach of the difference that is compared with.
                if (IsStep(name) && table.Features.Any(feature => Math.Abs(table[feature][row]) < 0.05))
                    continue;
                // Steps have no derivative where the difference crosses one.
                if (double.IsFinite(difference) && Math.Abs(difference) < 1e5)
                    gradient[row].ShouldBe(difference, 1e-4 * Math.Max(1, Math.Abs(difference)), $"{name} row {row}");
            }
        }
    }

    [Fact]
    public void The_remainders_slope_is_exact_beside_a_divisor_of_zero()
    {
        var table = SearchTables.Of(64, 4, x => x[0], -1e-4, 1e-4, seed: 5);
        var gradient = Gradient(Operators.Mod.Of(new Variable("x1"), new Constant(2) * new Variable("x3")), table);
        for (var row = 0; row < table.Rows; row++)
        {
            var divisor = 2 * table["x3"][row];
            gradient[row].ShouldBe(-Math.Floor(table["x1"][row] / divisor) * divisor / 2, 1e-15);
        }
    }

    [Fact]
    public void A_users_function_and_a_table_like_operator_run_and_derive()
    {
        var bell = new DefinedOperator("bell", ["a", "b"], Operators.Exp.Of(-(new Variable("a") * new Variable("a"))) * new Variable("b"));
        var formula = bell.Of(new Constant(0.7) * new Variable("x0"), new Variable("x1"));
        var table = Table();
        var values = Run<double>(formula, table);
        var gradient = Gradient(formula, table);
        for (var row = 0; row < table.Rows; row++)
        {
            var (x, y) = (table["x0"][row], table["x1"][row]);
            values[row].ShouldBe(Math.Exp(-0.49 * x * x) * y, 1e-12);
            gradient[row].ShouldBe(-1.4 * x * x * Math.Exp(-0.49 * x * x) * y, 1e-10);
        }
    }

    [Fact]
    public void Tiles_and_padding_do_not_show()
    {
        var table = SearchTables.Of(1301, 2, x => x[0], -4, 4);
        Expr formula = Operators.Sin.Of(new Variable("x0")) * new Variable("x1") - 0.5;
        var values = Run<double>(formula, table);
        for (var row = 0; row < table.Rows; row++)
            values[row].ShouldBe(Math.Sin(table["x0"][row]) * table["x1"][row] - 0.5, 1e-15);
    }

    private static bool IsStep(string name) => name is "mod" or "round" or "floor" or "ceil" or "equal" or "not_equal" or "gamma" or "digamma" or "cot" or "tan" or "atanh_clip";

    private static Dataset Table() => SearchTables.Of(97, 4, x => x[0], -2.5, 2.5, seed: 11);

    private static double[] Run<T>(Expr formula, Dataset table) where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var operators = new OperatorSet(Compiler.OperatorsOf(formula));
        var program = Compiler.ToProgram(formula, operators, table.Features);
        using var data = SearchData<T>.From(table, table.Features, "y", [.. Enumerable.Range(0, table.Rows)]);
        using var evaluator = new Evaluator<T>();
        var values = new T[data.PaddedRows];
        fixed (T* output = values)
            for (var start = 0; start < data.PaddedRows; start += Evaluator<T>.TileRows)
                evaluator.RunTile(program, operators, data, start, Math.Min(Evaluator<T>.TileRows, data.PaddedRows - start), output + start);
        return [.. values.Take(table.Rows).Select(double.CreateChecked)];
    }

    private static double[] Gradient(Expr formula, Dataset table)
    {
        var operators = new OperatorSet(Compiler.OperatorsOf(formula));
        var program = Compiler.ToProgram(formula, operators, table.Features);
        using var data = SearchData<double>.From(table, table.Features, "y", [.. Enumerable.Range(0, table.Rows)]);
        using var evaluator = new Evaluator<double>();
        var columns = stackalloc double*[4];
        evaluator.RunGradient(program, operators, data, 0, data.PaddedRows, columns);
        return new Span<double>(columns[0], table.Rows).ToArray();
    }
}
