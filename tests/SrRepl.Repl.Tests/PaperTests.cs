using System.Globalization;
using System.Text;
using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>The paper's study on the LHC jets in each form that they are handed on in, and after an interruption.</summary>
public sealed class PaperTests : IDisposable
{
    private const int Rows = 120;
    private const string Classes = "gqtwz";

    private static readonly string Script = Path.Combine(ReferenceData.Root, "scripts", "paper.sr");
    private static readonly string[] Names = "zlogz c1_b0_mmdt c1_b1_mmdt c1_b2_mmdt c2_b1_mmdt c2_b2_mmdt d2_b1_mmdt d2_b2_mmdt d2_a1_b1_mmdt d2_a1_b2_mmdt m2_b1_mmdt m2_b2_mmdt n2_b1_mmdt n2_b2_mmdt mass_mmdt multiplicity".Split();

    private readonly TemporaryFolder _folder = new();

    /// <summary>OpenML's ARFF and a CSV with a column of letters, hls4ml's arrays with a column a class.</summary>
    [Fact]
    public async Task The_same_jets_give_the_same_table_from_every_form()
    {
        var (jets, classes) = Draw();
        var lines = jets.Select((jet, row) => string.Join(',', jet.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "," + Classes[classes[row]]).ToArray();
        _folder.Write("jets.csv", string.Join(',', Names) + ",class\n" + string.Join('\n', lines) + "\n");
        _folder.Write("jets.arff", $"@RELATION hls4ml_lhc_jets_hlf\n\n{string.Concat(Names.Select(name => $"@ATTRIBUTE {name} REAL\n"))}@ATTRIBUTE class {{g, q, w, z, t}}\n\n@DATA\n{string.Join('\n', lines)}\n");
        WriteArray("X_train_val.npy", "<f8", Names.Length, jets.SelectMany(jet => jet).SelectMany(BitConverter.GetBytes));
        WriteArray("y_train_val.npy", "<f4", Classes.Length, classes.SelectMany(of => Classes.Select((_, i) => i == of ? 1f : 0f)).SelectMany(BitConverter.GetBytes));

        var tables = await Task.WhenAll(new[] { "jets.csv", "jets.arff", "X_train_val.npy y_train_val.npy" }.Select(files => Task.Run(() => Table(files.Split()))));
        tables[0].ShouldContain("polynomial       20  latency    18");
        tables[1].ShouldBe(tables[0]);
        // Inputs by number are the places of one port, and have their registers even where no formula needs them.
        Judged(tables[2]).ShouldBe(Judged(tables[0]));

        // The same study again, killed once it has begun and taken up.
        Directory.Delete(Path.Combine(_folder.Path, "build"), recursive: true);
        using (var process = SrProcess.Start(_folder.Path, Arguments("jets.csv")))
        {
            process.StandardInput.Close();
            while (process.StandardOutput.ReadLine() is { } line && !line.StartsWith("searched", StringComparison.Ordinal))
            {
            }
            process.Kill();
            process.WaitForExit();
        }
        File.Exists(Path.Combine(_folder.Path, "build", "paper-quick-jets.csv", "polynomial-20-plain", "tag_z", "state.bin")).ShouldBeTrue();
        Table("jets.csv").ShouldBe(tables[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private string Table(params string[] files)
    {
        var ran = SrProcess.RunIn(_folder.Path, "", Arguments(files));
        ran.ExitCode.ShouldBe(0, ran.Error);
        return ran.Output[..ran.Output.IndexOf("wrote", StringComparison.Ordinal)];
    }

    private static string[] Arguments(params string[] files) => ["run", Script, "--", "--quick", "polynomial", "20", .. files];

    // The columns up to the AUC of the last tagger.
    private static string[] Judged(string table) => [.. table.Split('\n').Select(line => line[..Math.Min(line.Length, "functions   maxSize  form     bits  accuracy       g       q       t       w       z".Length)])];

    private static (double[][] Jets, int[] Classes) Draw()
    {
        var random = new Random(3);
        var classes = Enumerable.Range(0, Rows).Select(_ => random.Next(Classes.Length)).ToArray();
        return ([.. classes.Select(of => Names.Select((_, i) => of * (i % 3 - 1) + 4 * random.NextDouble()).ToArray())], classes);
    }

    // Version 1.0 of the format: a header of a multiple of 64 bytes, then the rows.
    private void WriteArray(string name, string type, int columns, IEnumerable<byte> values)
    {
        var header = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({Rows}, {columns}), }}").PadRight(117) + "\n";
        File.WriteAllBytes(Path.Combine(_folder.Path, name), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. values]);
    }
}
