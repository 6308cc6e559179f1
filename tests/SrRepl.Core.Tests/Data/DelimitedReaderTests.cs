using System.Text;

namespace SrRepl.Core.Tests;

public sealed class DelimitedReaderTests
{
    [Fact]
    public void Reads_names_and_numbers()
    {
        var data = Read("a,b\n1,2.5\n-3e2,0.1\n");
        data.Columns.Select(column => column.Name).ShouldBe(["a", "b"]);
        data["a"].ToArray().ShouldBe([1, -300]);
        data["b"].ToArray().ShouldBe([2.5, 0.1]);
        data.Features.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("t.csv", "a,b\n1,2\n")]
    [InlineData("t.csv", "a,b\r\n1,2\r\n")]
    [InlineData("t.csv", "a,b\r1,2\r")]
    [InlineData("t.csv", "a,b\n1,2")]
    [InlineData("t.csv", "a,b\n1,2\n\n  \n")]
    [InlineData("t.csv", "\uFEFFa,b\n1,2\n")]
    [InlineData("t.csv", "a;b\n1;2\n")]
    [InlineData("t.csv", "\"a\",\"b\"\n\"1\",\"2\"\n")]
    [InlineData("t.csv", "a, b\n 1 , 2 \n")]
    [InlineData("t.tsv", "a\tb\n1\t2\n")]
    [InlineData("t.txt", "a|b\n1|2\n")]
    [InlineData("t.dat", "  a   b\n  1   2  \n")]
    public void Reads_every_dialect(string name, string text)
    {
        var data = Read(text, name);
        data.Columns.Select(column => column.Name).ShouldBe(["a", "b"]);
        data["a"].ToArray().ShouldBe([1]);
        data["b"].ToArray().ShouldBe([2]);
    }

    [Fact]
    public void A_first_line_of_numbers_is_no_header()
    {
        var data = Read("1,2\n3,4\n");
        data.Columns.Select(column => column.Name).ShouldBe(["x0", "x1"]);
        data["x1"].ToArray().ShouldBe([2, 4]);
    }

    [Fact]
    public void A_header_of_numbers_is_one_when_the_user_says_so() =>
        Read("1,2\n3,4\n", options: new() { Header = true })["2"].ToArray().ShouldBe([4]);

    [Fact]
    public void Quoted_names_keep_separators_quotes_and_line_breaks() =>
        Read("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\n1,2,3\n").Columns.Select(column => column.Name).ShouldBe(["a,b", "say \"x\"", "two\nlines"]);

    [Fact]
    public void Reads_gzip()
    {
        using var file = new ScratchFile("t.csv.gz", ScratchFile.Gzip(Encoding.UTF8.GetBytes("a\n1\n2\n")));
        DatasetFile.Read(file.Path)["a"].ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void A_column_of_text_is_left_out_and_remembered()
    {
        var data = Read("name,x\nfoo,1\nbar,2\n");
        data.Columns.Select(column => column.Name).ShouldBe(["x"]);
        data.TextColumns.ShouldBe(["name"]);
        data.ToString().ShouldContain("text, left out: name");
    }

    [Fact]
    public void Classes_become_columns_that_are_no_features()
    {
        var data = Read("x,class\n1,w\n2,g\n3,w\n", options: new() { Classes = "class" });
        data["is_g"].ToArray().ShouldBe([-1, 1, -1]);
        data["is_w"].ToArray().ShouldBe([1, -1, 1]);
        data.Features.ShouldBe(["x"]);
    }

    [Fact]
    public void Long_numbers_take_half_the_memory_when_rounded()
    {
        const string Text = "a\n0.12345678901234567\n1e10\n";
        Read(Text)["a"].Bytes.ShouldBe(16);
        var rounded = Read(Text, options: new() { Single = true })["a"];
        rounded.Bytes.ShouldBe(8);
        rounded[0].ShouldBe(0.12345678901234567f);
        Should.Throw<DiagnosticException>(() => Read("a\n1e40\n", options: new() { Single = true })).Diagnostic.Message
            .ShouldBe("the number `1e40` is too large: the largest is about 3.4e38");
    }

    [Fact]
    public void Chosen_columns_come_in_the_order_asked_for() =>
        Read("a,b,c\n1,NA,3\n", options: new() { Columns = ["c", "a"] }).Columns.Select(column => column.Name).ShouldBe(["c", "a"]);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.1")]
    [InlineData("28.7967")]
    [InlineData("54.7055")]
    [InlineData("0.996580862")]
    [InlineData("0.00123491882")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("9007199254740993")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("4.9e-324")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("1e23")]
    [InlineData("8.41e21")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+7E-3")]
    [InlineData("0.000000000000000000000000000000123")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    public void Every_number_is_read_to_the_nearest_double(string text)
    {
        var expected = text switch
        {
            "inf" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        };
        BitConverter.DoubleToInt64Bits(Read($"a\n{text}\n")["a"][0]).ShouldBe(BitConverter.DoubleToInt64Bits(expected));
    }

    private static Dataset Read(string text, string name = "t.csv", ReadOptions? options = null)
    {
        using var file = new ScratchFile(name, text);
        return DatasetFile.Read(file.Path, options);
    }
}
