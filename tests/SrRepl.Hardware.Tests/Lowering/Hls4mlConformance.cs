using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Our Kernel gives what hls4ml's compiled project gave: every case, every row, every output.</summary>
public class Hls4mlConformance
{
    public static TheoryData<string> Cases => new(Hls4mlCase.Names);

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void EmulationEqualsTheCompiledProject(string name)
    {
        var reference = new Hls4mlCase(name);
        var kernel = reference.Kernel;
        Emulator.IsFast(kernel).ShouldBeTrue();
        foreach (var outputs in new[] { Emulator.Run(kernel, reference.Data), Emulator.RunWide(kernel, reference.Data) })
        {
            outputs.Rows.ShouldBe(256);
            foreach (var output in kernel.Outputs)
                outputs[output.Name].ToArray().ShouldBe(reference.Data[output.Name].ToArray(), output.Name);
        }
    }
}
