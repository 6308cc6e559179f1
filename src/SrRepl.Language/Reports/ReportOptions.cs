using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>How a report is written.</summary>
public sealed record ReportOptions
{
    /// <summary>The page, .html.</summary>
    [Option("the page to write, .html", Bare = true)]
    public string File { get; init; } = "report.html";

    /// <summary>What stands above.</summary>
    [Option("what stands above")]
    public string Title { get; init; } = "SrRepl";

    /// <summary>The fixed-point type that formulas are costed in.</summary>
    [Option("the fixed-point type that formulas are costed in")]
    public FixedType Type { get; init; } = new(16, 6);

    /// <summary>The device they are costed for.</summary>
    [Option("the device they are costed for")]
    public string Device { get; init; } = Hardware.Device.Default;

    /// <summary>The clock period they are costed at.</summary>
    [Option("the clock they are costed at, as a period or a frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The rows that ranges are observed on.</summary>
    [Option("the dataset that ranges are observed on")]
    public Dataset? On { get; init; }
}

/// <summary>A report that was written.</summary>
/// <param name="File">The page.</param>
/// <param name="Formulas">How many formulas it shows.</param>
public sealed record Report(string File, int Formulas)
{
    /// <summary>Where it is and what is in it.</summary>
    public override string ToString() => $"wrote {File}: {Formulas} formula{(Formulas == 1 ? "" : "s")}";
}
