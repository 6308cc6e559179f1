using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SrRepl.Hardware;
using SrRepl.Verilog;

namespace SrRepl.Benchmarks;

/// <summary>What an open synthesis made of a module.</summary>
internal sealed record Synthesised(int Lut, int Dsp, int Bram18);

/// <summary>Runs yosys (synth_xilinx for UltraScale+) on the Verilog that is exported of Kernels, all of them in one process.</summary>
internal static partial class Yosys
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The program on the path, or null where it is not installed.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "yosys")).FirstOrDefault(File.Exists);

    /// <summary>Synthesises Kernels that call no function of the vendor's library; results in their order.</summary>
    public static IReadOnlyList<Synthesised> Run(IReadOnlyList<Kernel> kernels)
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-yosys-");
        try
        {
            var script = new StringBuilder("read_verilog -sv all.v\ndesign -save all\n");
            var source = new StringBuilder();
            for (var i = 0; i < kernels.Count; i++)
            {
                source.Append(new VerilogModule(kernels[i], $"m{i}").Text);
                script.Append(CultureInfo.InvariantCulture, $"design -load all\nsynth_xilinx -family xcup -noiopad -noclkbuf -flatten -top m{i}\ntee -o m{i}.txt stat\n");
            }
            File.WriteAllText(Path.Combine(folder.FullName, "all.v"), source.ToString());
            File.WriteAllText(Path.Combine(folder.FullName, "all.ys"), script.ToString());
            Execute(folder.FullName);
            return [.. kernels.Select((_, i) => Parse(File.ReadAllText(Path.Combine(folder.FullName, $"m{i}.txt"))))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Execute(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, ["-q", "-s", "all.ys"]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        if (!process.WaitForExit(Patience) || process.ExitCode != 0)
            throw new InvalidOperationException($"yosys failed: {errors}{output.Result}");
    }

    // Cells by type, a line each: a carry chain's LUTs count as LUTs, an RAMB36 as two blocks of 18 kilobits.
    private static Synthesised Parse(string statistics)
    {
        var (lut, dsp, bram) = (0, 0, 0);
        foreach (Match match in CellLine().Matches(statistics))
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            var cell = match.Groups["cell"].Value;
            lut += cell.StartsWith("LUT", StringComparison.Ordinal) || cell is "INV" ? count : 0;
            dsp += cell.StartsWith("DSP48", StringComparison.Ordinal) ? count : 0;
            bram += cell.StartsWith("RAMB18", StringComparison.Ordinal) ? count : cell.StartsWith("RAMB36", StringComparison.Ordinal) ? 2 * count : 0;
        }
        return new(lut, dsp, bram);
    }

    [GeneratedRegex(@"^\s+(?<cell>[A-Z][A-Z0-9_]+)\s+(?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex CellLine();
}
