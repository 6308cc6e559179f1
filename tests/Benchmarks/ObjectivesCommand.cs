using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>
/// What multi-objective searching costs in time, and what it gains: the same search plain and by loss, LUT and latency, on
/// one thread, in CPU time; then the least loss that each front offers within budgets of LUTs.
/// </summary>
internal static class ObjectivesCommand
{
    private const int Rows = 1_000;
    private const int Repeats = 3;
    private static readonly FixedType Type = new(16, 6);
    private static readonly int[] Budgets = [50, 100, 200, 400, 800];

    private static readonly (string Name, Func<double[], double> Law)[] Laws =
    [
        ("sin(x0)*x1 + 0.3*x2**2", x => Math.Sin(x[0]) * x[1] + 0.3 * x[2] * x[2]),
        ("x0*x1 + x1*x2 - x3/2", x => x[0] * x[1] + x[1] * x[2] - x[3] / 2),
        ("exp(-x0**2)*cos(3*x1)", x => Math.Exp(-x[0] * x[0]) * Math.Cos(3 * x[1])),
    ];

    /// <summary>Runs both searches on each law.</summary>
    public static int Run(string[] args)
    {
        var iterations = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
        var times = new TextTable("law", ">plain s", ">objectives s", ">ratio", ">plain front", ">objectives front");
        var losses = new TextTable(["law", "search", .. Budgets.Select(budget => $">loss within {budget} LUT")]);
        foreach (var (name, law) in Laws)
        {
            var data = Table(law);
            var options = new EvolveOptions
            {
                Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Sin, Operators.Cos, Operators.Exp],
                MaxSize = 25,
                NIterations = iterations,
                Threads = 1,
                Seed = 1,
                MathLibrary = "hls_math",
            };
            var many = options with { Objectives = [Objective.Loss, new("lut") { Format = Type }, new("latency")] };
            Evolution.Run(data, many with { NIterations = 1 });
            var (plainTime, plain) = Best(() => Evolution.Run(data, options));
            var (manyTime, front) = Best(() => Evolution.Run(data, many));
            times.Add(name, Seconds(plainTime), Seconds(manyTime), (manyTime / plainTime).ToString("0.00", CultureInfo.InvariantCulture), Text(plain.Count), Text(front.Count));
            losses.Add([name, "plain", .. Budgets.Select(budget => LeastLoss(plain, budget, many))]);
            losses.Add(["", "objectives", .. Budgets.Select(budget => LeastLoss(front, budget, many))]);
        }
        Console.WriteLine(times);
        Console.WriteLine();
        Console.WriteLine(losses);
        return 0;
    }

    private static string LeastLoss(ParetoFront front, int budget, EvolveOptions options)
    {
        try
        {
            return FrontPicker.Pick(front, new() { Lut = Bound.AtMost(budget), MathLibrary = options.MathLibrary }, Type).Loss.ToString("G3", CultureInfo.InvariantCulture);
        }
        catch (DiagnosticException)
        {
            return "-";
        }
    }

    private static (double Seconds, ParetoFront Front) Best(Func<ParetoFront> run)
    {
        var best = double.PositiveInfinity;
        ParetoFront? front = null;
        for (var i = 0; i < Repeats; i++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            front = run();
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }
        return (best, front!);
    }

    private static Dataset Table(Func<double[], double> law)
    {
        var rng = new Xoshiro256(1, 0);
        var columns = Enumerable.Range(0, 5).Select(_ => new double[Rows]).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            var point = new double[4];
            for (var i = 0; i < 4; i++)
                columns[i][row] = point[i] = 4 * rng.NextDouble() - 2;
            columns[4][row] = law(point);
        }
        string[] names = ["x0", "x1", "x2", "x3", "y"];
        return new Dataset([.. names.Select((name, i) => new Column(name, columns[i]))]) { Features = [.. names[..^1]], Target = "y" };
    }

    private static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
