using System.IO.Compression;
using System.Text;

namespace SrRepl.Core.Tests;

public sealed class NumpyReaderTests
{
    [Theory]
    [InlineData("<f8")]
    [InlineData(">f8")]
    [InlineData("<f4")]
    [InlineData(">f4")]
    [InlineData("<f2")]
    [InlineData("<i8")]
    [InlineData(">i4")]
    [InlineData("<i2")]
    [InlineData("|i1")]
    public void Reads_every_type(string type)
    {
        var data = Read("a.npy", Array(type, "(3,)", false, 1, -2, 100));
        data.Columns.ShouldHaveSingleItem().Name.ShouldBe("x0");
        data["x0"].ToArray().ShouldBe([1, -2, 100]);
    }

    [Fact]
    public void Reads_rows_and_columns() =>
        Read("a.npy", Array("<f4", "(2, 3)", false, 1, 2, 3, 4, 5, 6))["x1"].ToArray().ShouldBe([2, 5]);

    [Fact]
    public void Reads_columns_first() =>
        Read("a.npy", Array("<f4", "(2, 3)", true, 1, 4, 2, 5, 3, 6))["x1"].ToArray().ShouldBe([2, 5]);

    [Fact]
    public void Reads_more_rows_than_it_takes_at_once()
    {
        var values = Enumerable.Range(0, 5000).Select(i => (double)i).ToArray();
        Read("a.npy", Array("<f8", "(2500, 2)", false, values))["x1"].ToArray().ShouldBe(values.Where(v => v % 2 == 1));
    }

    [Fact]
    public void A_record_type_names_its_columns()
    {
        var data = Read("a.npy", [.. Header("[('pt', '<f4'), ('n', '|u1'), ('id', '|S2')]", "(2,)", false), .. Bytes("<f4", 1.5), 7, (byte)'a', (byte)'b', .. Bytes("<f4", 2.5), 9, (byte)'c', (byte)'d']);
        data["pt"].ToArray().ShouldBe([1.5, 2.5]);
        data["n"].ToArray().ShouldBe([7, 9]);
        data.TextColumns.ShouldBe(["id"]);
    }

    [Fact]
    public void Reads_gzip() =>
        Read("a.npy.gz", ScratchFile.Gzip(Array("<f4", "(2,)", false, 1, 2)))["x0"].ToArray().ShouldBe([1, 2]);

    [Fact]
    public void An_archive_names_columns_by_array()
    {
        var data = Read("a.npz", Archive(("X", Array("<f4", "(2, 2)", false, 1, 2, 3, 4)), ("y", Array("<i8", "(2, 1)", false, 5, 6))));
        data.Columns.Select(column => column.Name).ShouldBe(["X_0", "X_1", "y"]);
        data["X_1"].ToArray().ShouldBe([2, 4]);
        data["y"].ToArray().ShouldBe([5, 6]);
    }

    [Fact]
    public void An_archive_of_different_lengths_is_refused() =>
        Complaint("a.npz", Archive(("a", Array("<f4", "(2,)", false, 1, 2)), ("b", Array("<f4", "(1,)", false, 1))))
            .ShouldBe("error SR1028: the arrays of `a.npz` differ in length: `a` has 2 rows, `b` 1");

    [Fact]
    public void NaN_is_a_missing_value() =>
        Complaint("a.npy", Array("<f4", "(2, 2)", false, 1, 2, 3, double.NaN)).ShouldBe("error SR1029: `a.npy`: a value is missing in column `x1`, row 1 (counted from 0)");

    [Fact]
    public void Three_axes_are_no_table() =>
        Complaint("a.npy", Array("<f4", "(1, 1, 1)", false, 1)).ShouldBe("error SR1027: `a.npy` has the shape (1, 1, 1), and a table has one axis or two");

    [Fact]
    public void Objects_are_no_numbers() =>
        Complaint("a.npy", Header("'|O'", "(1,)", false)).ShouldStartWith("error SR1026: `a.npy` holds values of NumPy type `|O`, which are no numbers");

    [Fact]
    public void A_short_array_is_damaged() =>
        Complaint("a.npy", Array("<f4", "(3,)", false, 1, 2)).ShouldBe("error SR1025: `a.npy` is no NumPy array: it ends too early");

    [Fact]
    public void Text_is_no_array() =>
        Complaint("a.npy", "x,y\n1,2\n3,4\n"u8.ToArray()).ShouldBe("error SR1025: `a.npy` is no NumPy array: it does not begin as a NumPy array does");

    private static Dataset Read(string name, byte[] bytes)
    {
        using var file = new ScratchFile(name, bytes);
        return DatasetFile.Read(file.Path);
    }

    private static string Complaint(string name, byte[] bytes)
    {
        using var file = new ScratchFile(name, bytes);
        return Should.Throw<DiagnosticException>(() => DatasetFile.Read(file.Path)).Diagnostic.ToString().Replace(Path.GetDirectoryName(file.Path) + "/", "");
    }

    private static byte[] Array(string type, string shape, bool columnMajor, params double[] values) =>
        [.. Header($"'{type}'", shape, columnMajor), .. values.SelectMany(value => Bytes(type, value))];

    private static byte[] Header(string type, string shape, bool columnMajor)
    {
        var text = $"{{'descr': {type}, 'fortran_order': {(columnMajor ? "True" : "False")}, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static byte[] Bytes(string type, double value)
    {
        byte[] little = type[1..] switch
        {
            "f8" => BitConverter.GetBytes(value),
            "f4" => BitConverter.GetBytes((float)value),
            "f2" => BitConverter.GetBytes((Half)value),
            "i8" => BitConverter.GetBytes((long)value),
            "i4" => BitConverter.GetBytes((int)value),
            "i2" => BitConverter.GetBytes((short)value),
            _ => [(byte)(sbyte)value],
        };
        return type[0] == '>' ? [.. little.Reverse()] : little;
    }

    private static byte[] Archive(params (string Name, byte[] Bytes)[] arrays)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in arrays)
                using (var entry = archive.CreateEntry($"{name}.npy").Open())
                    entry.Write(content);
        return bytes.ToArray();
    }
}
