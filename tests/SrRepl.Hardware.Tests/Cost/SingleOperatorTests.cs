using System.Text.Json;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Kernels of one operator against the cycles that the paper's authors synthesised.</summary>
public class SingleOperatorTests
{
    private static readonly string[] Exact = ["+", "-", "*", "square", "exp", "log", "sin", "cos"];

    /// <summary>W, I and the cycles by operator name.</summary>
    private static IEnumerable<(string Name, FixedType Type, int Cycles)> Facts()
    {
        var root = JsonDocument.Parse(File.ReadAllText(ReferenceData.File("paper/operator-cycles.json"))).RootElement;
        foreach (var group in new[] { "subset", "full_op_list" })
            foreach (var precision in root.GetProperty(group).EnumerateObject())
                foreach (var fact in precision.Value.EnumerateObject())
                    yield return (fact.Name, FixedType.Parse(group == "subset" ? precision.Name : $"ap_fixed<{precision.Name}>"), fact.Value.GetInt32());
    }

    [ReferenceFact]
    public void LatencyOfATypeGivesEveryMeasuredCycle()
    {
        var count = 0;
        foreach (var (name, type, cycles) in Facts())
        {
            count++;
            new OperatorCost(type, CostMeasure.Latency, CostTarget.Of(null))[name].ShouldBe(cycles, $"{name} at {type}");
        }
        count.ShouldBeGreaterThan(300);
    }

    [ReferenceFact]
    public void KernelsOfTheCommonOperatorsTakeTheMeasuredCycles()
    {
        foreach (var (name, type, cycles) in Facts().Where(fact => Exact.Contains(fact.Name) || fact.Name is "/" or "log_abs" or "sqrt_abs" or "tan" or "cosh" or "sinh" or "tanh"))
            CostModel.Estimate(Kernels.OfOperator(name, type)).Cycles.ShouldBe(cycles, $"{name} at {type}");
    }

    [ReferenceFact]
    public void KernelsOfAllOperatorsAreWithinACycleNearlyAlways()
    {
        var off = Facts().Select(fact => (Fact: fact, Off: Math.Abs(CostModel.Estimate(Kernels.OfOperator(fact.Name, fact.Type)).Cycles - fact.Cycles))).ToArray();
        var far = off.Where(one => one.Off > 1).Select(one => $"{one.Fact.Name} at {one.Fact.Type}: {one.Off} cycles off").ToArray();
        far.Length.ShouldBeLessThanOrEqualTo(off.Length / 20, string.Join(", ", far));
    }

    [ReferenceFact]
    public void TheLawsAloneGiveTheMeasuredCyclesNearlyAlways()
    {
        var off = Facts().Where(fact => FunctionFigures.Find(fact.Name) is { Cycles.Measured.Length: > 0 })
            .Select(fact => Math.Abs(FunctionFigures.Find(fact.Name)!.Latency(fact.Type, (_, _) => true).Cycles - fact.Cycles)).ToArray();
        off.Length.ShouldBeGreaterThan(150);
        off.Count(cycles => cycles > 0).ShouldBeLessThanOrEqualTo(off.Length / 20);
        off.Max().ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("ap_fixed<15,7>")]
    [InlineData("ap_fixed<24,10>")]
    [InlineData("ap_fixed<8,6>")]
    public void OtherPrecisionsAreOfTheSameOrder(string text)
    {
        var type = FixedType.Parse(text);
        var latency = new OperatorCost(type, CostMeasure.Latency, CostTarget.Of(null));
        latency["+"].ShouldBe(1);
        latency["*"].ShouldBe(1);
        latency["sin"].ShouldBeInRange(6, 11);
        latency["/"].ShouldBe(type.Width + type.Fraction + 3);
    }
}
