using SrRepl.Benchmarks;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Verilog.Tests;

/// <summary>A test that needs yosys, and is skipped with a reason where it is not installed.</summary>
public sealed class YosysFactAttribute : FactAttribute
{
    /// <summary>Skips when there is no yosys.</summary>
    public YosysFactAttribute()
    {
        if (Yosys.Program is null)
            Skip = "yosys is not on the path (Debian: apt-get install yosys)";
    }
}

/// <summary>The cost model against an open synthesis of the exported Verilog that anyone can run; `yosys` among the benchmarks prints the whole page.</summary>
public class YosysTests
{
    [YosysFact]
    public void MacrosAndMemoriesAgreeAndAnAdderIsSevenLutsDearer()
    {
        // One kernel of several outputs, so that yosys starts once.
        var type = new FixedType(16, 6);
        var (x, y, z) = (new Variable("x0"), new Variable("x1"), new Variable("x2"));
        var kernel = Lowering.Lower([x + y, x * y, z * z, new TableOperator("sin_lut", Operators.Sin, -8, 8, 1024).Of(z)], type, new OneTypePrecision(type), MathLibrary.Own);
        var report = CostModel.Estimate(kernel);
        var made = Yosys.Run([kernel])[0];
        report.Dsp.ShouldBe(made.Dsp);
        report.Bram.ShouldBe(made.Bram18);
        var table = report.Rows.Single(row => row.Core == "table").Lut;
        report.Rows.Single(row => row.Core == "add").Lut.ShouldBe(type.Width + 7);
        made.Lut.ShouldBeInRange(type.Width, type.Width + table);
    }
}
