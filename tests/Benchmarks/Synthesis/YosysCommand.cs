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
        var table = new TextTable("kernel", "type", ">LUT", ">yosys", ">DSP", ">yosys", ">BRAM18", ">yosys");
        for (var i = 0; i < cases.Length; i++)
        {
            var report = CostModel.Estimate(cases[i].Kernel);
            table.Add(
                cases[i].Name, cases[i].Kernel.Type.ToString(), Text(YosysCases.OperatorLut(report)), Text(made[i].Lut),
                Text(report.Dsp), Text(made[i].Dsp), Text(report.Bram), Text(made[i].Bram18));
        }
        Console.WriteLine(table);
        Console.WriteLine("the model says what Vivado HLS estimates before mapping, yosys what it mapped: adders are 7 LUTs apart, and yosys knows neither pre-adders nor constants as digits");
        return 0;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
