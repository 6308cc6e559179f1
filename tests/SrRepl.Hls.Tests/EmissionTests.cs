using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Hls.Tests;

/// <summary>The text of the firmware.</summary>
public class EmissionTests
{
    [Fact]
    public void EveryKindOfOperationHasARow() =>
        Enum.GetValues<OperationKind>().Where(kind => !Emission.Knows(kind)).ShouldBeEmpty();

    [Fact]
    public void ALineComputesOneOperationAndSaysWhich()
    {
        new Firmware(SampleKernels.Of("poly"), "top").Statements.ShouldBe("""
                const fixed16_6_t t0 = x[0]; // x
                const fixed16_6_t t1 = x[1]; // y
                const fixed32_12_t t2 = t0 * t0; // x*x
                const fixed16_6_t t3 = 2.5; // 2.5
                const fixed32_12_t t4 = t3 * t1; // 2.5*y
                const fixed33_13_t t5 = t2 + t4; // x*x + 2.5*y
                const fixed16_6_t t6 = 0.5; // 0.5
                const fixed34_14_t t7 = t5 - t6; // x*x + 2.5*y - 0.5
                const fixed16_6_t t8 = t7; // x*x + 2.5*y - 0.5
                const fixed32_12_t t9 = t0 * t1; // x*y
                const fixed33_13_t t10 = t9 - t2; // x*y - x*x
                const fixed16_6_t t11 = t10; // x*y - x*x
                y[0] = t8; // y0
                y[1] = t11; // y1
            """.Replace("\r", ""));
    }

    [Fact]
    public void EveryLineSaysItsFormula()
    {
        foreach (var sample in new[] { "tables", "octants", "math", "constant" })
            new Firmware(SampleKernels.Of(sample), "top").Statements.Split('\n').Where(line => !line.Contains(" // ")).ShouldBeEmpty(sample);
        new Firmware(SampleKernels.Of("tables"), "top").Statements.ShouldMatch(@"t\d+_offset = t\d+ - sin_table_from; // offset of sin\(x \+ y\)");
    }

    [Fact]
    public void ANameCannotLeaveItsComment()
    {
        var type = FixedType.Parse("ap_fixed<8,4>");
        var name = "a\nsystem(\"rm\");\\??/";
        var kernel = Lowering.Lower([new Variable(name)], type, new OneTypePrecision(type), MathLibrary.HlsMath);
        new Firmware(kernel, "top").Statements.Split('\n')[0].ShouldBe("    const fixed8_4_t t0 = x[0]; // a system(\"rm\"); ?? /");
    }

    [Fact]
    public void TablesOfOneNameOrAProjectsNameStayApart()
    {
        var type = FixedType.Parse("ap_fixed<8,4>");
        var x = new Variable("x");
        Expr sum = new TableOperator("f", Operators.Sin, -1, 1, 8).Of(x) + new TableOperator("f", Operators.Cos, -1, 1, 8).Of(x);
        var kernel = Lowering.Lower([sum], type, new OneTypePrecision(type), MathLibrary.HlsMath);
        var tables = new Firmware(kernel, "f_table").Tables;
        tables.ShouldContain(" f_table_2[8] = {");
        tables.ShouldContain(" f_table_3[8] = {");
    }
}
