using System.Collections.Concurrent;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Rewriting.Tests;

/// <summary>What people type, and the simplest form that they expect, one a line of a file; beyond the domain after a tilde.</summary>
public sealed class SimplestFormsTests
{
    private const string Kept = " => ";
    private const string Changed = " ~> ";

    private static readonly string[] Lines =
        [.. File.ReadLines(Path.Combine(ReferenceData.Root, "tests", "SrRepl.Rewriting.Tests", "simplest.txt")).Where(line => !line.StartsWith('#'))];

    [Fact]
    public void No_result_is_larger_than_the_form_expected()
    {
        Lines.Length.ShouldBeGreaterThanOrEqualTo(150);
        var wrong = new ConcurrentBag<string>();
        Parallel.ForEach(Lines, line =>
        {
            var changed = line.Contains(Changed);
            var sides = line.Split(changed ? Changed : Kept);
            var (given, expected) = (FormulaReader.Read(sides[0]), FormulaReader.Read(sides[1]));
            var simple = Simplifier.Simplify(given, new() { ChangeDomain = changed }).Formula;
            if (simple.Nodes > expected.Nodes || !Equivalence.Compare(simple, expected).Holds || !Equivalence.Compare(simple, given).Holds)
                wrong.Add($"{line}: {simple}");
        });
        wrong.Order().ShouldBeEmpty();
    }

    [Fact]
    public void What_only_a_change_of_domain_makes_simple_says_so()
    {
        foreach (var line in Lines.Where(line => line.Contains(Changed)))
        {
            var given = FormulaReader.Read(line.Split(Changed)[0]);
            Simplifier.Simplify(given, new() { ChangeDomain = true }).Rules.ShouldContain(rule => rule.Contains("-anywhere"), $"{given}");
        }
    }
}
