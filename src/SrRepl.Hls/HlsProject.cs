using System.Collections.Immutable;
using SrRepl.Export;

namespace SrRepl.Hls;

/// <summary>A project as written to disk.</summary>
/// <param name="Directory">The folder, as the user gave it.</param>
/// <param name="Name">The top function's name.</param>
/// <param name="Files">Every file, relative to the folder, in order.</param>
/// <param name="Vectors">How many rows the test bench runs.</param>
public sealed record HlsProject(string Directory, string Name, ImmutableArray<string> Files, int Vectors)
{
    /// <summary>What was written and how to compile it.</summary>
    public override string ToString() =>
        $"wrote {Directory}: {Name}, {Files.Length} files, {Vectors} test vectors; compile and check with: {Shell.Bash(Directory, "build_lib.sh")} --test";
}
