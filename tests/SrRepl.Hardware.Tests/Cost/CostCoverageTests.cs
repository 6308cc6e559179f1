using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Nothing that can be lowered is without a cost.</summary>
public class CostCoverageTests
{
    [Fact]
    public void EveryKindOfOperationIsElaborated() =>
        Elaboration.Kinds.Order().ShouldBe(Enum.GetValues<OperationKind>().Order());

    public static TheoryData<string> Buildable => [.. Operators.All.Where(Lowering.CanBuild).Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(Buildable))]
    public void EveryOperatorThatCanBeBuiltHasACost(string name)
    {
        var report = CostModel.Estimate(Kernels.OfOperator(name, new(16, 6)));
        report.Cycles.ShouldBeGreaterThan(0);
        report.EstimatedClock.ShouldBeLessThanOrEqualTo(report.Target.UsableNs);
        report.Rows.Length.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("digamma")]
    public void AnOperatorWithoutAFormInHardwareIsRefused(string name) =>
        Should.Throw<DiagnosticException>(() => new OperatorCost(new(16, 6), CostMeasure.Latency, CostTarget.Of(null))[name])
            .Diagnostic.Number.ShouldBe(4006);
}
