using System.Diagnostics;
using System.Text;
using SrRepl.Language;

namespace SrRepl.Benchmarks;

/// <summary>How much processor time reading a formula takes: 10 kB warm, and twice the text over and over up to 1 MB.</summary>
internal static class ParseCommand
{
    private const int Smallest = 10_000;
    private const int Largest = 1_000_000;
    private const int Rounds = 200;
    private const int FewestRounds = 15;

    public static int Run(string[] arguments)
    {
        Console.WriteLine($"10 kB warm: {Best(Formula(Smallest), Rounds):0.00} ms (best of {Rounds})");
        var before = 0.0;
        for (var size = Largest / 64; size <= Largest; size *= 2)
        {
            var time = Best(Formula(size), Math.Max(FewestRounds, Rounds * Smallest / size));
            Console.WriteLine($"{size,9:N0} B: {time,8:0.00} ms{(before > 0 ? $", {time / before:0.00} times the half" : "")}");
            before = time;
        }
        return 0;
    }

    private static string Formula(int size)
    {
        var text = new StringBuilder("x0");
        while (text.Length < size)
            text.Append(" + 2.5*cos(x1)**2 - 0.5");
        return text.ToString();
    }

    private static double Best(string text, int rounds)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < rounds; i++)
        {
            // Each round starts from the same heap.
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            FormulaReader.Read(text);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }
        return best;
    }
}
