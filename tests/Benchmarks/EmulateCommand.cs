using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;

namespace SrRepl.Benchmarks;

/// <summary>The emulator on doubles, one core, beside the same kernel exported and compiled by g++ -O3 with our simulation headers; the outputs must be equal.</summary>
internal static class EmulateCommand
{
    private const int Repeats = 10;

    public static int Run(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var native = args.Length < 2 || args[1] != "alone";
        foreach (var (name, kernel) in Kernels())
        {
            var data = Data(kernel, rows);
            var outputs = Emulator.Run(kernel, data);
            var ours = Time(() => Emulator.Run(kernel, data)) / rows;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} emulate {ours,8:F1} ns of processor time a row"));
            if (!native)
                continue;
            var (theirs, values) = Compiled(name, kernel, data);
            var same = outputs.Columns.Select((column, i) => column.ToArray().SequenceEqual(values.Where((_, k) => k % outputs.Columns.Length == i))).All(equal => equal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} g++ -O3 {theirs,8:F1} ns a row, {theirs / ours:F1} times as long; outputs {(same ? "equal" : "DIFFER")}"));
            if (!same)
                return 1;
        }
        return 0;
    }

    // The cases poly and tutorial_lut of hls4ml's reference runs, and a function of our own.
    private static IEnumerable<(string Name, Kernel Kernel)> Kernels()
    {
        var type = new FixedType(16, 6);
        var x = Enumerable.Range(0, 16).Select(i => (Expr)new Variable(string.Create(CultureInfo.InvariantCulture, $"x{i}"))).ToArray();
        var sinTable = new TableOperator("sin_lut", Operators.Sin, -8, 8, 256);
        var cosTable = new TableOperator("cos_lut", Operators.Cos, -8, 8, 256);
        Expr Sin(Expr a) => sinTable.Of(a);
        Expr Cos(Expr a) => cosTable.Of(a);
        Expr Both(Expr a) => Cos(a) * Sin(a);
        var options = new QuantizeOptions { Type = type, Simplify = false };
        yield return ("poly", Quantizer.Quantize([x[0] * x[0] + 2.5 * x[1] + -0.5], options with { Name = "poly" }));
        Expr a = 2 * x[14] + -1.03665108;
        var shifted = x[14] - 0.3923645 * x[15] + x[3] + 0.51168373;
        var inner = x[15] + 0.76784414 * x[3];
        Expr[] tutorial =
        [
            (-(Expr)0.1630426 * Cos(-0.75052315) * Sin(-0.75052315) + 0.137417204340556) * Cos(a) * Sin(a)
                - Sin(x[14] - (0.9237657 - 0.11933863 * x[3]) * (-x[15] + 2 * x[2] + -0.3817056) + 1.761264957),
            ((-(Expr)0.5822144 * Cos(0.83811 * x[14]) * Sin(0.83811 * x[14]) + 0.5324657) * (Both(0.3923645 * x[2]) + -0.63548696) + Both(shifted))
                * (0.561041303633489 * Sin(x[15]) + -0.47277835) + -0.84055585,
            (0.49239117 * Cos(x[3]) * Sin(x[3]) + 0.49239117 * Cos(inner) * Sin(inner)) * (Both(-0.13417026) + Both(0.5180547) + Both(x[2]))
                - Sin(x[14] + 0.25715914 * x[15] * x[3] - x[2] - x[3] + 0.66443527),
        ];
        yield return ("tutorial_lut", Quantizer.Quantize([.. tutorial.Select(formula => new OfAll(formula, [.. x.Select(e => ((Variable)e).Name)]))], options with { Name = "tutorial_lut" }));
        yield return ("own_functions", Quantizer.Quantize([Operators.Sin.Of(x[0]) * Operators.Exp.Of(-(x[1] * x[1]))], options with { Name = "own_functions" }));
    }

    private static Dataset Data(Kernel kernel, int rows)
    {
        var random = new Xoshiro256(1);
        return new([.. kernel.InputNames.Select(name =>
        {
            var values = new double[rows];
            for (var i = 0; i < rows; i++)
                values[i] = random.NextDouble() * 4 - 2;
            return new Column(name, values);
        })]);
    }

    // Processor time on both sides, so that a busy machine does not count; the system counts it in coarse ticks.
    private static double Time(Action action)
    {
        action();
        var before = Environment.CpuUsage.UserTime;
        for (var i = 0; i < Repeats; i++)
            action();
        return (Environment.CpuUsage.UserTime - before).TotalNanoseconds / Repeats;
    }

    private static (double Ns, double[] Values) Compiled(string name, Kernel kernel, Dataset data)
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-emulate-").FullName;
        try
        {
            var project = Path.Combine(folder, name);
            ProjectWriter.Write(kernel, new() { Dir = project, Name = name });
            var inputs = kernel.InputNames.Select(input => data[input]).ToArray();
            var packed = new double[data.Rows * inputs.Length];
            for (var row = 0; row < data.Rows; row++)
                for (var i = 0; i < inputs.Length; i++)
                    packed[row * inputs.Length + i] = inputs[i][row];
            File.WriteAllBytes(Path.Combine(folder, "x.bin"), MemoryMarshal.AsBytes(packed.AsSpan()));
            File.WriteAllText(Path.Combine(folder, "main.cpp"), Driver(name, data.Rows, inputs.Length, kernel.Outputs.Length));
            Shell(folder, "g++", $"-O3 -std=c++14 -I{name}/sim -I{name}/firmware -o main main.cpp {name}/firmware/{name}.cpp {name}/{name}_bridge.cpp");
            var ns = double.Parse(Shell(folder, Path.Combine(folder, "main"), ""), CultureInfo.InvariantCulture);
            return (ns, MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(Path.Combine(folder, "y.bin"))).ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Driver(string name, int rows, int inputs, int outputs) => string.Create(CultureInfo.InvariantCulture, $$"""
        #include <cstdio>
        #include <ctime>
        #include <vector>
        extern "C" void {{name}}_double(double *x, double *y);
        int main() {
            std::vector<double> x({{rows}}L * {{inputs}}), y({{rows}}L * {{outputs}});
            FILE *in = fopen("x.bin", "rb");
            if (!in || fread(x.data(), sizeof(double), x.size(), in) != x.size()) return 1;
            double best = 1e300;
            for (int repeat = 0; repeat < {{Repeats}}; repeat++) {
                std::clock_t start = std::clock();
                for (long i = 0; i < {{rows}}; i++) {{name}}_double(&x[i * {{inputs}}], &y[i * {{outputs}}]);
                double ns = 1e9 * (std::clock() - start) / CLOCKS_PER_SEC;
                if (ns < best) best = ns;
            }
            FILE *out = fopen("y.bin", "wb");
            if (!out || fwrite(y.data(), sizeof(double), y.size(), out) != y.size()) return 1;
            fclose(out);
            printf("%f\n", best / {{rows}});
        }
        """);

    private static string Shell(string folder, string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}");
    }

    private sealed record OfAll(Expr Formula, System.Collections.Immutable.ImmutableArray<string> Parameters) : IFormula;
}
