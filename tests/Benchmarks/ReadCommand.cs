using System.Diagnostics;
using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Benchmarks;

/// <summary>Reads a CSV file of random numbers, and for scale only cuts the same file into lines.</summary>
internal static class ReadCommand
{
    private const int Features = 16;
    private const double Megabyte = 1 << 20;

    public static int Run(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var format = args.Length > 1 ? args[1] : "G6";
        var file = Path.Combine(Path.GetTempPath(), $"srrepl-read-{rows}-{format}.csv");
        try
        {
            WriteNumbers(file, rows, format);
            Report(file, rows);
        }
        finally
        {
            File.Delete(file);
        }
        return 0;
    }

    private static void Report(string file, int rows)
    {
        var size = new FileInfo(file).Length / Megabyte;
        // The reader goes first: the peak of memory is then its own.
        var (read, dataset) = Time(() => DatasetFile.Read(file));
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte;
        var held = dataset.Columns.Sum(column => column.Bytes) / Megabyte;
        // An array holds 2 GB at most.
        var split = size < 2000 ? Time(() => CutIntoLines(file)).Seconds : double.NaN;
        var table = new TextTable(">rows", ">file MB", ">read CPU s", ">MB/s", ">lines only CPU s", ">ratio", ">held MB", ">peak MB");
        table.Add(Number(rows), Number(size), $"{read:F2}", Number(size / read), $"{split:F2}", $"{read / split:F1}", Number(held), Number(peak));
        Console.WriteLine(table);
    }

    private static int CutIntoLines(string file)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(file);
        var lines = 0;
        for (; rest.Length > 0; lines++)
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        return lines;
    }

    private static void WriteNumbers(string file, int rows, string format)
    {
        var random = new Xoshiro256(1);
        using var writer = new StreamWriter(file, append: false, Encoding.ASCII, 1 << 20);
        writer.WriteLine(string.Join(',', Enumerable.Range(0, Features).Select(i => $"x{i}")));
        // One stretch of numbers over and over: to make them is slower than to read them.
        var stretch = Enumerable.Range(0, Math.Min(rows, 20_000))
            .Select(_ => string.Join(',', Enumerable.Range(0, Features).Select(_ => random.NextGaussian().ToString(format, CultureInfo.InvariantCulture))))
            .ToArray();
        for (var row = 0; row < rows; row++)
            writer.Write(stretch[row % stretch.Length] + "\n");
    }

    private static (double Seconds, T Result) Time<T>(Func<T> work)
    {
        // Processor time: what else the machine does then weighs less.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var result = work();
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, result);
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
