using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls.Tests;

namespace SrRepl.Verilog.Tests;

/// <summary>The text of modules.</summary>
public class ModuleTests
{
    [Fact]
    public void EveryKindThatKnowsItsBitsHasARow() =>
        Enum.GetValues<OperationKind>().Where(kind => kind != OperationKind.MathCall && !Emission.Knows(kind)).ShouldBeEmpty();

    [Fact]
    public void TheVendorsFunctionsAreRefusedWithAWayOut()
    {
        var refusal = Should.Throw<DiagnosticException>(() => new VerilogModule(SampleKernels.Of("math"), "top")).Diagnostic;
        refusal.Number.ShouldBe(5022);
        refusal.Message.ShouldContain("hls::exp, hls::sqrt");
        refusal.Hint!.ShouldContain("mathLibrary = \"own\"");
    }

    [Fact]
    public void PortsAreNamesThatVerilogTakes()
    {
        var type = new FixedType(8, 4);
        Expr sum = new[] { "x", "a b", "a-b", "wire", "clk", "t1_s0", "λ", "in_valid", "*/ endmodule" }.Select(name => (Expr)new Variable(name)).Aggregate((a, b) => a + b);
        var module = new VerilogModule(Lowering.Lower([sum], type, new OneTypePrecision(type), MathLibrary.Own), "top");
        module.Inputs.ShouldBe(["x", "a_b", "a_b_2", "wire_", "clk_2", "x_t1_s0", "x_2", "in_valid_2", "endmodule_"]);
        module.Outputs.ShouldBe(["y0"]);
    }

    [Fact]
    public void TheStagesFollowTheClock()
    {
        var kernel = SampleKernels.Of("wide");
        var slow = new VerilogModule(kernel, "top", new() { Clock = 20 });
        var fast = new VerilogModule(kernel, "top", new() { Clock = 2.5 });
        slow.Latency.ShouldBe(CostModel.Estimate(kernel, new() { Clock = 20 }).Cycles);
        fast.Latency.ShouldBe(CostModel.Estimate(kernel, new() { Clock = 2.5 }).Cycles);
        fast.Latency.ShouldBeGreaterThan(slow.Latency);
    }
}
