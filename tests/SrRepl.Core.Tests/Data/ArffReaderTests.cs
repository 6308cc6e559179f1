namespace SrRepl.Core.Tests;

public sealed class ArffReaderTests
{
    private const string Jets = """
        % a comment
        @RELATION jets

        @ATTRIBUTE zlogz REAL
        @attribute 'mass mmdt' numeric
        @ATTRIBUTE class {g, q, 'w or z'}

        @DATA
        % another
        -2.5,80.4,g
        -1.5, 91.2, 'w or z'

        """;

    [Fact]
    public void Numbers_become_columns_and_text_is_left_out()
    {
        var data = Read(Jets);
        data["zlogz"].ToArray().ShouldBe([-2.5, -1.5]);
        data["mass mmdt"].ToArray().ShouldBe([80.4, 91.2]);
        data.TextColumns.ShouldBe(["class"]);
    }

    [Fact]
    public void Classes_become_columns() =>
        Read(Jets, new() { Classes = "class" })["is_w or z"].ToArray().ShouldBe([-1, 1]);

    [Theory]
    [InlineData("@relation a\n@attribute x real\n@data\n1\n?\n", "t.arff(5,1): error SR1013: a value is missing in column `x`")]
    [InlineData("@relation a\n@attribute x real\n@data\n1,2\n", "t.arff(4,3): error SR1011: this row has 2 cells, the first line 1")]
    [InlineData("@relation a\n@attributes\n@data\n1\n", "t.arff(2,1): error SR1024: this is no ARFF header: an attribute needs a name and a type")]
    [InlineData("@relation a\n@data\n1\n", "t.arff(2,1): error SR1024: this is no ARFF header: no @attribute before @data")]
    [InlineData("@relation a\n@attribute x real\n@attribute x real\n", "t.arff(3,1): error SR1018: there are two columns `x`")]
    [InlineData("@relation a\n@attribute x real\n", "t.arff(2,1): error SR1024: this is no ARFF header: there is no @data")]
    [InlineData("x,y\n1,2\n", "t.arff(1,1): error SR1024: this is no ARFF header: @relation, @attribute or @data is expected")]
    [InlineData("", "error SR1008: `t.arff` is empty")]
    public void A_bad_file_is_refused_with_its_place(string text, string expected)
    {
        using var file = new ScratchFile("t.arff", text);
        Should.Throw<DiagnosticException>(() => DatasetFile.Read(file.Path)).Diagnostic.ToString()
            .Replace(Path.GetDirectoryName(file.Path) + "/", "").ShouldStartWith(expected);
    }

    private static Dataset Read(string text, ReadOptions? options = null)
    {
        using var file = new ScratchFile("t.arff", text);
        return DatasetFile.Read(file.Path, options);
    }
}
