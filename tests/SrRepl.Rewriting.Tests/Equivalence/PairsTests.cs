using System.Collections.Concurrent;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Rewriting.Tests;

/// <summary>Pairs that are equal wherever both are defined, and pairs that only look it, one a line of a file.</summary>
public sealed class PairsTests
{
    private const string Equal = " == ";
    private const string Unequal = " != ";

    private static readonly string[] Lines =
        [.. File.ReadLines(Path.Combine(ReferenceData.Root, "tests", "SrRepl.Rewriting.Tests", "Equivalence", "pairs.txt")).Where(line => !line.StartsWith('#'))];

    [Fact]
    public void Equal_ones_hold_and_others_do_not()
    {
        Lines.Count(line => line.Contains(Equal)).ShouldBeGreaterThanOrEqualTo(150);
        Lines.Count(line => line.Contains(Unequal)).ShouldBeGreaterThanOrEqualTo(100);
        var wrong = new ConcurrentBag<string>();
        Parallel.ForEach(Lines, line =>
        {
            var equal = line.Contains(Equal);
            var sides = line.Split(equal ? Equal : Unequal);
            var result = Equivalence.Compare(FormulaReader.Read(sides[0]), FormulaReader.Read(sides[1]));
            if (result.Holds != equal)
                wrong.Add($"{line}: {result}");
        });
        wrong.Order().ShouldBeEmpty();
    }
}
