using FsCheck.Fluent;
using static SrRepl.Core.Operators;

namespace SrRepl.Core.Tests;

public sealed class DatasetTests
{
    private static readonly Dataset Table = new(
    [
        new Column("a", [1.0, 2, 3, 4]),
        new Column("b", [0.5f, 0.25f, -1, 8]),
        new Column("y", [1.0, 1, 0, 0]),
    ]);

    [Fact]
    public void A_target_is_no_feature()
    {
        var data = Table.WithTarget("y");
        data.Target.ShouldBe("y");
        data.Features.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_second_target_does_not_make_the_first_a_feature() =>
        Table.WithTarget("y").WithTarget("b").Features.ShouldBe(["a"]);

    [Fact]
    public void Weights_are_no_feature_and_never_negative()
    {
        Table.WithWeights("a").Features.ShouldBe(["b", "y"]);
        Complaint(() => Table.WithWeights("b")).ShouldBe("error SR1031: weights cannot be negative, and `b` falls to -1");
        Complaint(() => Table.WithTarget("y").WithWeights("y")).ShouldBe("error SR1030: column `y` is the target already");
    }

    [Fact]
    public void Features_are_chosen_by_name()
    {
        Table.WithFeatures(["b", "a"]).Features.ShouldBe(["b", "a"]);
        Complaint(() => Table.WithFeatures(["a", "a"])).ShouldBe("error SR1032: the feature `a` is named twice");
        Complaint(() => Table.WithFeatures([])).ShouldBe("error SR1033: a dataset needs at least one feature");
        Complaint(() => Table.WithTarget("y").WithFeatures(["y"])).ShouldBe("error SR1030: column `y` is the target already");
        Complaint(() => Table.WithFeatures(["c"])).ShouldStartWith("error SR1001: there is no column `c`");
    }

    [Fact]
    public void A_split_shares_no_row_and_loses_none() => Prop.ForAll(
        Gen.Choose(2, 300).Select(rows => rows).ToArbitrary(),
        Gen.Choose(1, 99).ToArbitrary(),
        Gen.Choose(0, 1000).ToArbitrary(),
        (rows, percent, seed) =>
        {
            var data = new Dataset([new Column("i", [.. Enumerable.Range(0, rows).Select(i => (double)i)])]);
            var (first, second) = Splitting.Split(data, new() { Fraction = percent / 100.0, Seed = seed });
            var (a, b) = (first["i"].ToArray(), second["i"].ToArray());
            a.Concat(b).Order().ShouldBe(data["i"].ToArray());
            a.ShouldBe(a.Order());
            // Either neighbour of a half is the nearest.
            ((double)a.Length).ShouldBe(Math.Clamp(rows * percent / 100.0, 1, rows - 1), 0.5 + 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_split_is_random_and_repeats_by_its_seed()
    {
        var data = new Dataset([new Column("i", [.. Enumerable.Range(0, 1000).Select(i => (double)i)])]);
        double[] First(long seed) => Splitting.Split(data, new() { Rows = 100, Seed = seed }).First["i"].ToArray();
        First(1).ShouldBe(First(1));
        First(1).ShouldNotBe(First(2));
        First(1).Length.ShouldBe(100);
        First(1).Average().ShouldBe(500, 150);
    }

    [Theory]
    [InlineData(0.0, null, "error SR1035: the fraction is 0, and must lie between 0 and 1\n  hint: for a number of rows say split { rows = 1000 }")]
    [InlineData(1.5, null, "error SR1035: the fraction is 1.5, and must lie between 0 and 1\n  hint: for a number of rows say split { rows = 1000 }")]
    [InlineData(0.5, 4, "error SR1034: 4 of 4 rows leave one part empty")]
    public void A_split_needs_two_parts(double fraction, int? rows, string expected) =>
        Complaint(() => Splitting.Split(Table, new() { Fraction = fraction, Rows = rows })).ShouldBe(expected);

    [Fact]
    public void One_row_cannot_be_split() =>
        Complaint(() => Splitting.Split(Table.TakeRows([0]), new())).ShouldBe("error SR1036: the dataset has 1 row, and at least 2 are needed");

    [Fact]
    public void Standardizes_the_features_by_their_own_or_other_rows()
    {
        var data = Table.WithTarget("y");
        var scaled = Standardizing.Standardize(data, new());
        scaled["a"].Summary.Mean.ShouldBe(0, 1e-15);
        scaled["a"].Summary.Deviation.ShouldBe(1, 1e-15);
        scaled["y"].ToArray().ShouldBe(data["y"].ToArray());
        Standardizing.Standardize(data.TakeRows([3]), new() { By = data })["a"][0].ShouldBe(scaled["a"][3]);
    }

    [Fact]
    public void A_constant_column_standardizes_to_zero() =>
        Standardizing.Standardize(new Dataset([new Column("c", [0.1, 0.1, 0.1])]), new())["c"].ToArray().ShouldBe([0, 0, 0]);

    [Fact]
    public void Keeps_rows_where_a_formula_is_above_zero()
    {
        Filtering.Where(Table, new() { Predicate = Greater.Of(new Variable("a"), 2) })["a"].ToArray().ShouldBe([3, 4]);
        Filtering.Where(Table, new() { Predicate = new Variable("b") })["a"].ToArray().ShouldBe([1, 2, 4]);
        Complaint(() => Filtering.Where(Table, new() { Predicate = Greater.Of(new Variable("a"), 9) })).ShouldBe("error SR1038: no row is left: `a > 9` is nowhere above 0");
    }

    [Fact]
    public void Prints_itself_as_its_columns() =>
        Table.WithTarget("y").ToString().ShouldBe(
            """
            4 rows, 3 columns
            name  role     min  max    mean  deviation
            ----  -------  ---  ---  ------  ---------
            a     feature    1    4     2.5    1.11803
            b     feature   -1    8  1.9375    3.54601
            y     target     0    1     0.5        0.5
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Shows_its_first_rows() =>
        new Excerpt(Table, new() { Rows = 2 }).ToString().ShouldBe(
            """
            a     b  y
            -  ----  -
            1   0.5  1
            2  0.25  1
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Shows_as_many_columns_as_a_screen_holds()
    {
        var wide = new Dataset([.. Enumerable.Range(0, 100).Select(i => new Column($"column{i}", new double[3]))]);
        var text = new Excerpt(wide, new()).ToString();
        text.ShouldEndWith(" more columns");
        text.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(160);
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.tsv")]
    [InlineData("t.csv.gz")]
    public void What_is_written_reads_back_the_same(string name) => Prop.ForAll(
        ArbMap.Default.ArbFor<double[]>(),
        numbers =>
        {
            double[] values = [.. numbers.Where(value => !double.IsNaN(value)), 0.1, -0.0, 28.7967, 1e300];
            var data = new Dataset([new Column("x, \"y\"", values), new Column(" z", [.. values.Select(value => (float)value)])]);
            using var file = new ScratchFile(name, "old");
            DelimitedWriter.Write(data, new() { File = file.Path });
            var read = DatasetFile.Read(file.Path);
            foreach (var column in data.Columns)
                read[column.Name.Trim()].ToArray().Select(BitConverter.DoubleToInt64Bits).ShouldBe(column.ToArray().Select(BitConverter.DoubleToInt64Bits));
            Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldBe([file.Path]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_stays_as_it_was_when_writing_fails()
    {
        using var file = new ScratchFile("t.csv", "old");
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(file.Path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        File.ReadAllText(file.Path).ShouldBe("old");
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldBe([file.Path]);
    }

    [Theory]
    [InlineData(null, "error SR1040: no file is named\n  hint: write \"y.csv\"")]
    [InlineData("y.xlsx", "error SR1039: `y.xlsx` names no format for tables\n  hint: write to .csv or .tsv, or to .csv.gz")]
    public void Writes_only_what_it_can_read(string? file, string expected) =>
        Complaint(() => DelimitedWriter.Write(Table, new() { File = file })).ShouldBe(expected);

    private static string Complaint(Action action) => Should.Throw<DiagnosticException>(action).Diagnostic.ToString();
}
