using System.Collections.Immutable;
using SrRepl.Export;

namespace SrRepl.Verilog;

/// <summary>A module as written to disk.</summary>
/// <param name="Directory">The folder, as the user gave it.</param>
/// <param name="Name">The top module's name.</param>
/// <param name="Files">Every file, relative to the folder, in order.</param>
/// <param name="Vectors">How many rows the test bench runs.</param>
/// <param name="Cycles">Clock cycles from an input to its output, as <c>cost</c> predicts them.</param>
public sealed record VerilogProject(string Directory, string Name, ImmutableArray<string> Files, int Vectors, int Cycles)
{
    /// <summary>What was written and how to run it.</summary>
    public override string ToString() =>
        $"wrote {Directory}: {Name}, {Files.Length} files, latency {Cycles} cycle{(Cycles == 1 ? "" : "s")}, {Vectors} test vectors; run the test bench with: {Shell.Bash(Directory, "run_test.sh")}";
}
