namespace SrRepl.Core.Tests;

/// <summary>Every complaint about a table, with its exact place. The file is called t.csv in the expected text.</summary>
public sealed class DelimitedDiagnosticsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,oops\n", """
        t.csv(3,3): error SR1014: `oops` is no number, and column `b` holds numbers
          3,oops
            ^^^^
        """)]
    [InlineData("a,b\n1,2\n3,1;5\n", """
        t.csv(3,3): error SR1014: `1;5` is no number, and column `b` holds numbers
          3,1;5
            ^^^
        """)]
    [InlineData("a,b\n1,red\n2,3\n", """
        t.csv(2,3): error SR1014: `red` is no number, and column `b` holds numbers
          1,red
            ^^^
        """)]
    [InlineData("a,b\n1,2\n3,\n", """
        t.csv(3,3): error SR1013: a value is missing in column `b`
          3,
            ^
          hint: remove the row, fill in a value, or read only the columns you need: read { columns = [...] }
        """)]
    [InlineData("a,b\n1, NaN\n", """
        t.csv(2,4): error SR1013: a value is missing in column `b`
          1, NaN
             ^^^
          hint: remove the row, fill in a value, or read only the columns you need: read { columns = [...] }
        """)]
    [InlineData("a,b\n?,2\n1,2\n", """
        t.csv(2,1): error SR1013: a value is missing in column `a`
          ?,2
          ^
          hint: remove the row, fill in a value, or read only the columns you need: read { columns = [...] }
        """)]
    [InlineData("a,b\n1,2\n3\n", """
        t.csv(3,1): error SR1011: this row has 1 cell, the first line 2
          3
          ^
        """)]
    [InlineData("a,b\n1,2,33,4\n", """
        t.csv(2,5): error SR1011: this row has 4 cells, the first line 2
          1,2,33,4
              ^^^^
        """)]
    [InlineData("a,b,a\n1,2,3\n", """
        t.csv(1,5): error SR1018: there are two columns `a`
          a,b,a
              ^
          hint: rename one of them
        """)]
    [InlineData(",b\n1,2\n", """
        t.csv(1,1): error SR1017: column 1 has no name
          ,b
          ^
          hint: name it in the file's first line; an index that a program wrote can be left out there
        """)]
    [InlineData("a\n1\n\n2\n", """
        t.csv(3,1): error SR1012: an empty line, and rows below it
          hint: remove the line, or what follows it
        """)]
    [InlineData("a,b\n1,\"2\n3,4\n", """
        t.csv(2,3): error SR1020: a quote opens here and never closes
          1,"2
            ^
        """)]
    [InlineData("a,b\n1,2e999\n", """
        t.csv(2,3): error SR1016: the number `2e999` is too large: the largest is about 1.8e308
          1,2e999
            ^^^^^
        """)]
    [InlineData("a;b\n1,5;2\n", """
        t.csv(2,1): error SR1015: column `a` holds numbers with a decimal comma, such as `1,5`
          1,5;2
          ^^^
          hint: numbers are written with a decimal point
        """)]
    [InlineData("a;b\n1;2\n3,5;2\n", """
        t.csv(3,1): error SR1014: `3,5` is no number, and column `a` holds numbers
          3,5;2
          ^^^
          hint: numbers are written with a decimal point
        """)]
    [InlineData("größe,b\nü,2\n1,2\n", """
        t.csv(2,1): error SR1014: `ü` is no number, and column `größe` holds numbers
          ü,2
          ^
        """)]
    [InlineData("\"two\nlines\",b\n1,x\n2,1\n", """
        t.csv(3,3): error SR1014: `x` is no number, and column `b` holds numbers
          1,x
            ^
        """)]
    [InlineData("", "error SR1008: `t.csv` is empty")]
    [InlineData("a,b\n", "error SR1009: `t.csv` has a header and no rows")]
    [InlineData("a,b\nx,y\n", """
        error SR1010: `t.csv` has no column of numbers
          hint: if cells are not separated by commas, say read { separator = ";" }
        """)]
    [InlineData("a\0b\n1\n", """
        error SR1006: `t.csv` is not a table of text
          hint: it holds zero bytes; tables are CSV, TSV, ARFF, .npy or .npz, each also packed as .gz
        """)]
    [InlineData("PAR1\u0001\u0002", """
        error SR1006: `t.csv` is not a table of text
          hint: it looks like a Parquet file
        """)]
    public void A_bad_table_is_refused_with_its_place(string text, string expected) => Complaint(text).ShouldBe(Normal(expected));

    [Fact]
    public void An_unknown_column_suggests_the_nearest() =>
        Complaint("mass,pt\n1,2\n", new() { Columns = ["mas"] }).ShouldBe("error SR1001: there is no column `mas`\n  hint: did you mean `mass`?");

    [Fact]
    public void An_unknown_separator_lists_the_known_ones() =>
        Complaint("a\n1\n", new() { Separator = "#" }).ShouldBe("error SR1021: `#` is no separator\n  hint: separators are \",\" \";\" \"|\" \"tab\" \" \"");

    [Fact]
    public void A_column_of_text_asked_for_by_name_says_so()
    {
        using var file = new ScratchFile("t.csv", "name,x\nfoo,1\n");
        var data = DatasetFile.Read(file.Path);
        Should.Throw<DiagnosticException>(() => data["name"]).Diagnostic.ToString()
            .ShouldBe("error SR1023: column `name` holds text, not numbers\n  hint: read { classes = \"name\" } makes columns of 1 and -1 of it");
    }

    [Fact]
    public void A_line_of_a_megabyte_is_shown_around_its_fault()
    {
        var complaint = Complaint(string.Join(",", Enumerable.Range(0, 150_000).Select(i => $"x{i}")) + "\n"
            + string.Join(",", Enumerable.Repeat("1", 150_000)) + "\n"
            + string.Join(",", Enumerable.Repeat("1", 149_999)) + ",z\n");
        complaint.ShouldStartWith("t.csv(3,299999): error SR1014: `z` is no number, and column `x149999` holds numbers\n");
        complaint.Length.ShouldBeLessThan(400);
        complaint.Split('\n')[1].ShouldEndWith(",z");
        complaint.Split('\n')[2].Length.ShouldBe(complaint.Split('\n')[1].Length);
    }

    [Fact]
    public void Names_in_another_encoding_are_refused()
    {
        using var file = new ScratchFile("t.csv", [.. "gr"u8, 0xF6, .. "sse,b\n1,2\n"u8]);
        Complaint(file).ShouldStartWith("t.csv(1,1): error SR1019: this is not UTF-8 text");
    }

    [Fact]
    public void Text_in_UTF16_is_named()
    {
        using var file = new ScratchFile("t.csv", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("a,b\n1,2\n")]);
        Complaint(file).ShouldBe("error SR1006: `t.csv` is not a table of text\n  hint: it looks like text in UTF-16: save it as UTF-8");
    }

    [Fact]
    public void A_missing_file_suggests_its_neighbour()
    {
        using var file = new ScratchFile("jets.csv", "a\n1\n");
        var missing = file.Path.Replace("jets.csv", "jet.csv");
        Should.Throw<DiagnosticException>(() => DatasetFile.Read(missing)).Diagnostic.ToString()
            .ShouldBe($"error SR1002: there is no file `{missing}`\n  hint: did you mean `jets.csv`?");
    }

    [Fact]
    public void A_directory_is_no_file()
    {
        using var file = new ScratchFile("t.csv", "a\n1\n");
        var folder = Path.GetDirectoryName(file.Path)!;
        Should.Throw<DiagnosticException>(() => DatasetFile.Read(folder)).Diagnostic.Message.ShouldBe($"`{folder}` is a directory, not a file");
    }

    [UnprivilegedFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_file_without_permission_says_so()
    {
        using var file = new ScratchFile("t.csv", "a\n1\n");
        File.SetUnixFileMode(file.Path, UnixFileMode.None);
        Complaint(file).ShouldBe("error SR1004: no permission for `t.csv`");
    }

    [Fact]
    public void What_is_not_packed_cannot_be_unpacked()
    {
        using var file = new ScratchFile("t.csv.gz", "a\n1\n");
        Complaint(file).ShouldBe("error SR1007: `t.csv.gz` cannot be unpacked: it is no gzip or zip file, or it is damaged");
    }

    [Fact]
    public void A_packed_file_cut_short_is_damaged()
    {
        var text = string.Join("\n", Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 10007}"));
        var packed = ScratchFile.Gzip(System.Text.Encoding.UTF8.GetBytes($"a\n{text}\n"));
        using var file = new ScratchFile("t.csv.gz", packed[..(packed.Length / 2)]);
        Complaint(file).ShouldBe("error SR1007: `t.csv.gz` cannot be unpacked: it is no gzip or zip file, or it is damaged");
    }

    private static string Complaint(string text, ReadOptions? options = null)
    {
        using var file = new ScratchFile("t.csv", text);
        return Complaint(file, options);
    }

    private static string Complaint(ScratchFile file, ReadOptions? options = null) =>
        Should.Throw<DiagnosticException>(() => DatasetFile.Read(file.Path, options)).Diagnostic.ToString()
            .Replace(Path.GetDirectoryName(file.Path) + "/", "");

    private static string Normal(string expected) => expected.ReplaceLineEndings("\n");
}
