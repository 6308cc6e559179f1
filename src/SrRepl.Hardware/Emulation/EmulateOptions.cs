using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What <c>emulate</c> runs on.</summary>
public sealed record EmulateOptions
{
    /// <summary>The rows; its columns are matched to the Kernel's inputs by name.</summary>
    [Option("the dataset to run on; its columns are matched to the inputs by name", Bare = true)]
    public Dataset? On { get; init; }
}
