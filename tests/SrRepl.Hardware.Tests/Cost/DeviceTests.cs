using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Devices by name, by board, by file.</summary>
public class DeviceTests
{
    [Theory]
    [InlineData("xcvu9p", "xcvu9p")]
    [InlineData("XCVU9P-FLGA2577-2-E", "xcvu9p")]
    [InlineData("pynq-z2", "xc7z020")]
    [InlineData("xc7z020-clg400-1", "xc7z020")]
    [InlineData("xc7a100t", "xc7a100t")]
    [InlineData("xcvu9p-flgb2104-2-i", "xcvu9p")]
    [InlineData("xc7z020clg484-1", "xc7z020")]
    [InlineData("xcku115-flvb2104-2-i", "xcku115")]
    [InlineData("vu13p", "xcvu13p")]
    [InlineData("zu9eg", "xczu9eg")]
    [InlineData("ku040", "xcku040")]
    [InlineData("vu37p", "xcvu37p")]
    [InlineData("alveo-u250", "xcu250")]
    [InlineData("u200", "xcu200")]
    [InlineData("alveo-u50", "xcu50")]
    [InlineData("u280", "xcu280")]
    [InlineData("zcu102", "xczu9eg")]
    [InlineData("zcu104", "xczu7ev")]
    [InlineData("zcu111", "xczu28dr")]
    [InlineData("PYNQ_Z2", "xc7z020")]
    [InlineData("xck26-sfvc784-2LV-c", "xczu5ev")]
    public void ADeviceIsFoundByNamePartOrBoard(string asked, string name) => Device.Find(asked).Name.ShouldBe(name);

    [Fact]
    public void EveryDeviceHasAFamilyASourceAndItsCounts() =>
        Device.All.ShouldAllBe(device => device.Figures.Source.Length > 0 && device.Source.Length > 0 && device.Lut > 0 && device.Ff > device.Lut && device.Dsp > 0);

    [Fact]
    public void NamesAndBoardsAreNotShared() =>
        Device.All.SelectMany(device => device.Boards.Append(device.Name).Append(device.Part)).ShouldBeUnique();

    [Fact]
    public void AnUnknownDeviceIsAnErrorWithASuggestion() =>
        Should.Throw<DiagnosticException>(() => Device.Find("xcvu9")).Diagnostic.Hint.ShouldBe("did you mean `xcvu9p`?");

    [Fact]
    public void ADeviceComesFromAUsersFile()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(file, """
            { "name": "mine", "part": "xcmine-1", "boards": [], "family": "ultrascale_plus",
              "lut": 1000, "ff": 2000, "dsp": 10, "bram18": 20, "delayScale": 1.5, "source": "a test" }
            """);
        try
        {
            CostModel.Estimate(Kernels.OfOperator("+", new(16, 6)), new() { Device = file }).ToString().ShouldContain("mine (xcmine-1)");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("{ \"name\": \"mine\" }")]
    [InlineData("not json")]
    [InlineData("{ \"family\": \"series7\", \"lut\": 1, \"ff\": 1, \"dsp\": 1, \"bram18\": 1, \"delayScale\": 1 }")]
    [InlineData("{ \"name\": \"mine\", \"part\": \"p\", \"boards\": [], \"family\": \"none\", \"lut\": 1, \"ff\": 1, \"dsp\": 1, \"bram18\": 1, \"delayScale\": 1, \"source\": \"\" }")]
    public void AFileThatIsNoDeviceIsAnError(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllText(file, text);
        try
        {
            Should.Throw<DiagnosticException>(() => Device.Find(file)).Diagnostic.Number.ShouldBe(4202);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(0.5, null, 4203)]
    [InlineData(double.NaN, null, 4203)]
    [InlineData(5.0, -1.0, 4204)]
    [InlineData(5.0, 95.0, 4204)]
    public void AnImpossibleClockIsAnError(double clock, double? uncertainty, int code) =>
        Should.Throw<DiagnosticException>(() => CostTarget.Of(new() { Clock = clock, Uncertainty = uncertainty })).Diagnostic.Number.ShouldBe(code);

    [Fact]
    public void VitisHoldsBackMoreOfTheClock() =>
        CostTarget.Of(new() { Backend = SynthesisTool.Vitis }).UsableNs.ShouldBe(5 * 0.73, 1e-9);
}
