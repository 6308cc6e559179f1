using System.Numerics;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Casts and operations computed with the vendor's open ap_types headers, every row.</summary>
public class VendorVectors
{
    [ReferenceFact]
    public void EveryCastIsReproduced()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(ReferenceData.File("apfixed/casts.csv")).Skip(1))
        {
            count++;
            var cell = line.Split(',');
            var source = new FixedValue(BigInteger.Parse(cell[3]), Type(cell, 0));
            var target = FixedType.Parse($"{(cell[6] == "1" ? "ap_fixed" : "ap_ufixed")}<{cell[4]},{cell[5]},{cell[7]},{cell[8]}>");
            if (source.Cast(target).Raw != BigInteger.Parse(cell[9]))
                wrong.Add($"{line}: got {source.Cast(target).Raw}");
        }
        count.ShouldBe(20288);
        wrong.ShouldBeEmpty();
    }

    [ReferenceFact]
    public void EveryOperationIsReproducedInTypeAndValue()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(ReferenceData.File("apfixed/arithmetic.csv")).Skip(1))
        {
            count++;
            var cell = line.Split(',');
            var a = new FixedValue(BigInteger.Parse(cell[3]), Type(cell, 0));
            var b = new FixedValue(BigInteger.Parse(cell[7]), Type(cell, 4));
            var result = cell[8] switch
            {
                "add" => a + b,
                "sub" => a - b,
                "mul" => a * b,
                "div" => a / b,
                "neg" => -a,
                _ => throw new InvalidDataException(line),
            };
            if (result != new FixedValue(BigInteger.Parse(cell[12]), Type(cell, 9)))
                wrong.Add($"{line}: got {result.Raw} as {result.Type}");
        }
        count.ShouldBe(1199);
        wrong.ShouldBeEmpty();
    }

    private static FixedType Type(string[] cell, int at) =>
        new(int.Parse(cell[at]), int.Parse(cell[at + 1]), cell[at + 2] == "1");
}
