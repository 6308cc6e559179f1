using System.Security.Cryptography;

namespace SrRepl.Core.Tests;

public sealed class JetSampleTests
{
    private static readonly Dataset Jets = Samples.Of("jets", new() { Rows = 3000, Seed = 11 });

    [Fact]
    public void Holds_the_observables_as_features_and_a_label_for_each_class()
    {
        Jets.Columns.Select(column => column.Name).ShouldBe(
        [
            "zlogz", "c1_b0", "c1_b1", "c1_b2", "c2_b1", "c2_b2", "d2_b1", "d2_b2", "d2_a1_b1", "d2_a1_b2", "m2_b1", "m2_b2",
            "n2_b1", "n2_b2", "mass_mmdt", "multiplicity", "is_g", "is_q", "is_t", "is_w", "is_z",
        ]);
        Jets.Features.Length.ShouldBe(16);
        for (var row = 0; row < Jets.Rows; row++)
            new[] { "is_g", "is_q", "is_t", "is_w", "is_z" }.Sum(label => Jets[label][row]).ShouldBe(-3);
    }

    [Theory]
    [InlineData("is_w", 80.4)]
    [InlineData("is_z", 91.2)]
    [InlineData("is_t", 172.8)]
    public void The_groomed_mass_peaks_at_the_mass_of_what_decays(string label, double mass)
    {
        const double Bin = 8;
        var masses = Of(label)["mass_mmdt"].ToArray();
        var peak = masses.Where(m => m > 30).GroupBy(m => Math.Floor(m / Bin)).MaxBy(bin => bin.Count())!.Average();
        peak.ShouldBe(mass, mass * 0.06);
    }

    [Fact]
    public void Gluons_make_more_and_wider_radiation_than_quarks()
    {
        var (gluons, quarks) = (Of("is_g"), Of("is_q"));
        gluons["multiplicity"].Summary.Mean.ShouldBeGreaterThan(1.5 * quarks["multiplicity"].Summary.Mean);
        gluons["c1_b1"].Summary.Mean.ShouldBeGreaterThan(1.2 * quarks["c1_b1"].Summary.Mean);
    }

    [Fact]
    public void A_simple_formula_tags_tops()
    {
        // Heavy, with many particles: the two facts that name a top here.
        var mass = new Variable("mass_mmdt");
        var score = new Variable("multiplicity") - Operators.Abs.Of(mass - 172) * 0.4;
        Roc.Auc(score.Evaluate(Jets).ToArray(), Jets["is_t"].ToArray()).ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void Two_prongs_have_a_lower_D2_and_N2_than_one_at_the_same_mass()
    {
        var window = Filtering.Where(Jets, new() { Predicate = Operators.Less.Of(Operators.Abs.Of(new Variable("mass_mmdt") - 80), 15) });
        var bosons = Filtering.Where(window, new() { Predicate = Operators.Greater.Of(new Variable("is_w"), 0) });
        var gluons = Filtering.Where(window, new() { Predicate = Operators.Greater.Of(new Variable("is_g"), 0) });
        bosons["d2_b1"].Summary.Mean.ShouldBeLessThan(0.8 * gluons["d2_b1"].Summary.Mean);
        bosons["n2_b1"].Summary.Mean.ShouldBeLessThan(0.8 * gluons["n2_b1"].Summary.Mean);
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_whatever_their_number()
    {
        var fewer = Samples.Of("jets", new() { Rows = 50, Seed = 11 });
        foreach (var column in fewer.Columns)
            column.ToArray().ShouldBe(Jets[column.Name].ToArray()[..50]);
        Samples.Of("jets", new() { Rows = 50, Seed = 12 })["zlogz"].ToArray().ShouldNotBe(fewer["zlogz"].ToArray());
    }

    [Fact]
    public void The_bytes_of_a_seed_are_fixed()
    {
        using var file = new ScratchFile("jets.csv", "");
        DelimitedWriter.Write(Samples.Of("jets", new() { Rows = 100, Seed = 1 }), new() { File = file.Path });
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.Path)))[..16].ShouldBe("8F151BBA502A8B1F");
    }

    [Fact]
    public void An_unknown_sample_suggests_the_nearest() =>
        Should.Throw<DiagnosticException>(() => Samples.Of("jet", new())).Diagnostic.ToString().ShouldBe("error SR1042: there is no sample `jet`\n  hint: did you mean `jets`?");

    private static Dataset Of(string label) =>
        Filtering.Where(Jets, new() { Predicate = Operators.Greater.Of(new Variable(label), 0) });
}
