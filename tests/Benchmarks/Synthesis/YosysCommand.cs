using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Benchmarks;

/// <summary>The cost model beside yosys on single operators and small kernels: what the operators take, without the module around them.</summary>
internal static class YosysCommand
{
    /// <summary>Prints one line a kernel.</summary>
    public static int Run(string[] args)
    {
        if (Yosys.Program is null)
        {
            Console.Error.WriteLine("yosys is not on the path (Debian: apt-get install yosys)");
            return 2;
        }
        var cases = YosysCases.All;
        var made = Yosys.Run([.. cases.Select(one => one.Kernel)]);
        var table = new TextTable("kernel", "type", ">LUT", ">yosys", ">DSP", ">yosys", ">BRAM18", ">yosys", "why, where more than 30 % apart");
        for (var i = 0; i < cases.Length; i++)
        {
            var report = CostModel.Estimate(cases[i].Kernel);
            table.Add(
                cases[i].Name, cases[i].Kernel.Type.ToString(), Text(YosysCases.OperatorLut(report)), Text(made[i].Lut),
                Text(report.Dsp), Text(made[i].Dsp), Text(report.Bram), Text(made[i].Bram18),
                Differ(YosysCases.OperatorLut(report), made[i].Lut) || Differ(report.Dsp, made[i].Dsp) || Differ(report.Bram, made[i].Bram18) ? cases[i].Why : "");
        }
        Console.WriteLine(table);
        Console.WriteLine("the model says what Vivado HLS estimates before mapping, yosys what it mapped of the exported Verilog");
        return 0;
    }

    private static bool Differ(int model, int made) => Math.Abs(model - made) > 0.3 * Math.Max(model, made);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
