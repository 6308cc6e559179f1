using System.Globalization;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>Real tables with a time budget: showers of the MAGIC telescope (AUC on a third held out), invariant masses of dimuons from transverse momenta and angles.</summary>
internal static class BlackboxCommand
{
    public static int Run(string[] args)
    {
        var folder = args[0];
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 60;
        var showers = DatasetFile.Read(Path.Combine(folder, "magic", "magic.tsv.gz")).WithTarget("target");
        var (train, test) = Splitting.Split(showers, new() { Fraction = 2.0 / 3, Seed = 1 });
        var front = FrontScorer.On(Evolution.Run(train, new() { Timeout = seconds }), test);
        foreach (var candidate in front.Where(candidate => candidate.Complexity is 10 or 15 or 20 or 25 or 30))
            Print("MAGIC", candidate, candidate.Auc!.Value, "AUC");

        var masses = DatasetFile.Read(Path.Combine(folder, "cms", "Zmumu_Run2011A_masses.csv")).WithTarget("M").WithFeatures(["pt1", "eta1", "phi1", "pt2", "eta2", "phi2"]);
        (train, test) = Splitting.Split(masses, new() { Fraction = 2.0 / 3, Seed = 1 });
        front = FrontScorer.On(Evolution.Run(train, new()
        {
            Timeout = seconds,
            Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Sqrt, Operators.Cos, Operators.Cosh],
        }), test);
        var y = test["M"].ToArray();
        var variance = y.Average(v => (v - y.Average()) * (v - y.Average()));
        Print("dimuon mass", front.Candidates[^1], 1 - front.Candidates[^1].TestLoss!.Value / variance, "R2");
        return 0;
    }

    private static void Print(string table, Candidate candidate, double figure, string name) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table,-12} complexity {candidate.Complexity,2}  {name} {figure:F6}  {candidate}"));
}
