using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Language;

namespace SrRepl.Benchmarks;

/// <summary>
/// Types per node beside the cheapest one type that keeps the same error: cost, error on rows that were held back, proven error, time.
/// </summary>
internal static class WidthsCommand
{
    private const double LutsPerDsp = 100;
    private const double LutsPerBram = 150;
    private const double LutsPerFlipFlop = 0.25;

    private static readonly (string Formula, double Error)[] Formulas =
    [
        ("x*x + 2.5*y - 0.5", 0.01),
        ("0.34*y - exp(-(x - 0.9)**2)", 0.01),
        ("x/(y*y + 1)", 0.01),
        ("sin(x)*tanh(y)/3", 0.005),
        ("log(x*x + 1) + sqrt(abs(y))", 0.02),
        ("0.17*x**3 - 0.4*x*y + 0.91", 0.02),
        ("sin(2*x + 0.3*y)", 0.01),
        ("1.3*tanh(0.7*x - 0.2*y + 0.1)", 0.01),
        ("max(x, 0.5*y) - min(x*y, 1)", 0.02),
        ("x*y*z + 0.1*z", 0.05),
        ("(x + y)*(x - y)*0.25", 0.05),
        ("cos(x)**2 + cos(y)", 0.01),
        ("exp(0.3*x)*z", 0.05),
        ("sqrt(x*x + y*y)", 0.01),
        ("atan(x*y)", 0.01),
        ("1/(1 + exp(-x - z))", 0.005),
        ("0.05*x + 0.013*y - 0.78*z", 0.001),
        ("abs(x - y) + 0.5*z*z", 0.02),
        ("3.7*x*x*y - 2.2*z", 0.1),
        ("sin(x)*sin(y)*sin(z)", 0.01),
    ];

    public static int Run(string[] args)
    {
        var (train, test) = (Rows(1000, 1), Rows(5000, 2));
        var failed = 0;
        Console.WriteLine("formula                            maxError  held out    proven   cost  one type                            its cost  seconds");
        foreach (var (text, maxError) in Formulas)
        {
            var formula = FormulaReader.Read(text);
            var watch = Stopwatch.StartNew();
            var kernel = Quantizer.Quantize([formula], new() { On = train, MaxError = maxError });
            var seconds = watch.Elapsed.TotalSeconds;
            var error = Agreement.Worst(kernel, [formula], test).Error;
            var bound = Explanation.Of(kernel, train).Errors[0];
            var (type, cost) = OneType(formula, train, maxError);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{text,-34} {maxError,8} {error,9:G3} {(bound.IsProven ? bound.Worst : double.NaN),9:G3} {Cost(kernel),6:F0}  {type,-34} {cost,9:F0} {seconds,8:F2}"));
            failed += error > maxError || Cost(kernel) > cost ? 1 : 0;
        }
        Console.WriteLine($"{failed} of {Formulas.Length} exceed the error on rows held back, or cost more than one type");
        return 0;
    }

    private static Dataset Rows(int rows, ulong seed)
    {
        var random = new Xoshiro256(seed);
        ImmutableArray<string> names = ["x", "y", "z"];
        return new([.. names.Select(name => new Column(name, Enumerable.Range(0, rows).Select(_ => random.NextDouble(-3, 3)).ToArray()))]);
    }

    private static (string Type, double Cost) OneType(Expr formula, Dataset data, double maxError)
    {
        var best = ("none", double.PositiveInfinity);
        foreach (var (rounding, overflow) in ((Rounding, Overflow)[])[(Rounding.Trn, Overflow.Wrap), (Rounding.Rnd, Overflow.Sat)])
            for (var integer = 2; integer <= 9; integer++)
                for (var fraction = 3; fraction <= 16; fraction++)
                {
                    var type = new FixedType(integer + fraction, integer, true, rounding, overflow);
                    try
                    {
                        var kernel = Quantizer.Quantize([formula], new() { Type = type });
                        if (Agreement.Worst(kernel, [formula], data).Error > maxError)
                            continue;
                        if (Cost(kernel) is var cost && cost < best.Item2)
                            best = (type.ToString(), cost);
                        break;
                    }
                    catch (DiagnosticException)
                    {
                        // A constant divisor that is 0, or a division by zero on the data: not this type.
                    }
                }
        return best;
    }

    private static double Cost(Kernel kernel)
    {
        var report = CostModel.Estimate(kernel);
        return report.Lut + LutsPerFlipFlop * report.Ff + LutsPerDsp * report.Dsp + LutsPerBram * report.Bram;
    }
}
