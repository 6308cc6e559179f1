using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>Node-evaluations per second on one core, loss included, beside a plain vector add in the same run.</summary>
internal static unsafe class EvalCommand
{
    private const int Rows = 1000, Trees = 1000, Features = 10;

    public static int Run(string[] args)
    {
        var add = AddsPerSecond();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain vector add                    {add / 1e9,6:F2} G elements/s"));
        Measure("+ - * /", [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide], add);
        Measure("+ - * / sin exp log", [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Sin, Operators.Exp, Operators.Log], add);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sin alone {One(Operators.Sin) / 1e9:F2}, exp {One(Operators.Exp) / 1e9:F2}, log {One(Operators.Log) / 1e9:F2} G elements/s"));
        return 0;
    }

    private static void Measure(string name, Operator[] operators, double add)
    {
        var table = RandomTable();
        var problem = new SearchProblem(table, new EvolveOptions { Operators = operators, MaxSize = 61 });
        var rng = new Xoshiro256(1, 1);
        var breeder = new Breeder(problem);
        using var scorer = new Scorer(problem);
        var programs = new List<Search.Program>();
        // Only trees that are finite everywhere: an abandoned tree would count nodes that were not run.
        while (programs.Count < Trees)
        {
            var program = new Search.Program();
            breeder.Grow(program, 1 + rng.NextInt(61), rng);
            if (double.IsFinite(scorer.Loss(program)))
                programs.Add(program);
        }
        var nodes = programs.Sum(program => (long)program.Count);
        var best = 0.0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 15; repeat++)
        {
            var clock = Stopwatch.GetTimestamp();
            foreach (var program in programs)
                scorer.Loss(program);
            best = Math.Max(best, nodes * (double)Rows / Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-24} mean {(double)nodes / Trees:F0} nodes {best / 1e9,6:F2} G nodes/s, {best / add:F2} of the add, {allocated / 15.0 / Trees:F0} bytes allocated an evaluation"));
    }

    private static double One(Operator op)
    {
        var problem = new SearchProblem(RandomTable(), new EvolveOptions { Operators = [op] });
        var program = Compiler.ToProgram(op.Of(new Variable("x0")), problem.Operators, problem.Features);
        using var scorer = new Scorer(problem);
        var best = 0.0;
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var clock = Stopwatch.GetTimestamp();
            for (var i = 0; i < 100; i++)
                scorer.Loss(program);
            best = Math.Max(best, 100.0 * Rows / Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }
        return best;
    }

    private static double AddsPerSecond()
    {
        var memory = (float*)NativeMemory.AlignedAlloc(3 * 512 * sizeof(float), 64);
        new Span<float>(memory, 3 * 512).Fill(1);
        var best = 0.0;
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var clock = Stopwatch.GetTimestamp();
            for (var pass = 0; pass < 2000; pass++)
                Add(memory, memory + 512, memory + 1024, 512);
            best = Math.Max(best, 2000.0 * 512 / Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }
        NativeMemory.AlignedFree(memory);
        return best;
    }

    private static void Add(float* a, float* b, float* c, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
            (Vector256.Load(a + i) + Vector256.Load(b + i)).Store(c + i);
    }

    private static Dataset RandomTable()
    {
        var rng = new Xoshiro256(7, 0);
        var names = Enumerable.Range(0, Features).Select(i => $"x{i}").Append("y").ToArray();
        return new Dataset([.. names.Select(name => new Column(name, [.. Enumerable.Range(0, Rows).Select(_ => 0.5 + 2 * rng.NextDouble())]))])
        {
            Features = [.. names[..^1]],
            Target = "y",
        };
    }
}
