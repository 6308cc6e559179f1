using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using static SrRepl.Core.Operators;

namespace SrRepl.Core.Tests;

public sealed class FigureTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_front_prints_as_steps_on_a_logarithmic_axis()
    {
        double[] complexities = [1, 3, 5, 7], losses = [1, 0.5, 0.01, 0.001];
        var figure = new Figure { XLabel = "complexity", YLabel = "loss", LogY = true }.Steps("", complexities, losses).Points("found", complexities, losses);
        figure.ToString().ShouldBe(
            """
            loss
                1 ┤  ⣠⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡀
                  │  ⠈                   ⡇
                  │                     ⠐⠗⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⢲
                  │                                         ⢸
                  │                                         ⢸
                  │                                         ⢸
              0.1 ┤                                         ⢸
                  │                                         ⢸
                  │                                         ⢸
                  │                                         ⢸
                  │                                         ⢸
             0.01 ┤                                         ⢼⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⡄
                  │                                                             ⡇
                  │                                                             ⡇
                  │                                                             ⡇
                  │                                                             ⡇
                  │                                                             ⡇
            0.001 ┤                                                            ⠈⠋
                  └──┬─────────┬─────────┬─────────┬────────┬─────────┬─────────┬──
                     1         2         3         4        5         6         7
                                              complexity
                   ⠠⠂⠁ found
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Formulas_are_told_apart_by_their_strokes()
    {
        var text = FormulaFigure.Of(Sin.Of(X), new() { With = [Cos.Of(X)] }).ToString();
        text.ShouldContain("⠒⠒⠒ sin(x)\n");
        text.ShouldEndWith("⠒ ⠒ cos(x)");
    }

    [Fact]
    public void A_second_variable_gives_a_curve_for_some_of_its_values()
    {
        var figure = FormulaFigure.Of(X * new Variable("y"), new() { From = 0, To = 4 });
        figure.Series.Select(series => series.Name).ShouldBe(["x*y, y = 0", "x*y, y = 1", "x*y, y = 2", "x*y, y = 3", "x*y, y = 4"]);
        figure.Series[3].Y[^1].ShouldBe(12);
    }

    [Fact]
    public void A_pole_does_not_press_the_rest_flat()
    {
        var axis = FormulaFigure.Of(1 / X, new()).YAxis;
        axis.High.ShouldBeLessThan(100);
        axis.Low.ShouldBeGreaterThan(-100);
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-5, 5, "-4 -2 0 2 4")]
    [InlineData(-0.0003, 0.0012, "0 0.0005 0.0010")]
    [InlineData(1e7, 3e7, "1e7 1.5e7 2e7 2.5e7 3e7")]
    [InlineData(3, 3, "1.5 2.0 2.5 3.0 3.5 4.0 4.5")]
    [InlineData(12, 16, "12 13 14 15 16")]
    [InlineData(1000000001, 1000000002.5, "1.000000001e9 1.0000000015e9 1.000000002e9 1.0000000025e9")]
    [InlineData(1, 1.0000000000000002, "0.6 0.8 1.0 1.2 1.4")]
    [InlineData(-1.7e308, 1.7e308, "-1e307 -5e306 0 5e306 1e307")]
    [InlineData(0, 5e-324, "-0.4 -0.2 0 0.2 0.4")]
    public void Ticks_are_round(double low, double high, string expected) =>
        string.Join(' ', Axis.Over([low, high], logarithmic: false).Ticks(5).Select(tick => tick.Label)).ShouldBe(expected);

    [Theory]
    [InlineData(0.01, 1000, "0.01 0.1 1 10 100 1000")]
    [InlineData(1e-12, 1, "1e-12 1e-9 1e-6 0.001 1")]
    [InlineData(2, 6, "2 3 4 5 6")]
    [InlineData(0, 0, "0.1 0.2 0.5 1")]
    [InlineData(1, 1.0000000000000002, "0.5 1 2")]
    [InlineData(1e-300, 1e300, "1e-206 1e-103 1 1e103 1e206")]
    public void Ticks_of_ratios_are_powers_of_ten(double low, double high, string expected) =>
        string.Join(' ', Axis.Over([low, high], logarithmic: true).Ticks(6).Select(tick => tick.Label)).ShouldBe(expected);

    [Fact]
    public void An_axis_shows_all_its_values()
    {
        var random = new Xoshiro256(2);
        for (var trial = 0; trial < 200; trial++)
        {
            double[] values = [.. Enumerable.Range(0, 10).Select(_ => random.NextDouble(-1, 1) * Math.Pow(10, random.NextInt(12) - 6))];
            var axis = Axis.Over(values, logarithmic: false);
            foreach (var value in values)
                axis.Position(value).ShouldBeInRange(0, 1);
            axis.Ticks(6).Length.ShouldBeInRange(2, 9);
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_gaps()
    {
        var figure = FormulaFigure.Of(Sqrt.Of(X), new());
        var line = Document(figure).Descendants(Svg + "polyline").ShouldHaveSingleItem();
        var first = line.Attribute("points")!.Value.Split(' ')[0].Split(',')[0];
        // The root begins at 0, the middle of the range, not at its left end.
        double.Parse(first, CultureInfo.InvariantCulture).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void What_a_logarithmic_axis_cannot_show_is_a_gap()
    {
        var figure = new Figure { LogX = true, LogY = true }.Line("", [0, 1, 10, 100], [0, 1, -10, 100]);
        Document(figure).Descendants(Svg + "polyline").ShouldBeEmpty();
        Document(figure).Descendants(Svg + "circle").Count().ShouldBe(2, "the two points, each between gaps");
    }

    [Fact]
    public void A_frame_without_a_point_says_so()
    {
        var lost = new Figure().Line("", [1, 2], [double.NaN, double.PositiveInfinity]);
        lost.ToString().ShouldContain("no finite point to show");
        Document(lost).Descendants(Svg + "text").Select(text => text.Value).ShouldContain("no finite point to show");
        (lost with { LogY = true }).Line("", [1], [-1]).ToString().ShouldContain("no finite, positive point to show");
        lost.Points("", [1], [1]).ToString().ShouldNotContain("no finite");
    }

    [Fact]
    public void Texts_that_are_longer_than_the_picture_are_cut()
    {
        var text = string.Concat(Enumerable.Repeat("long ", 60));
        var figure = new Figure { Title = text, XLabel = text, YLabel = text }.Line(text, [1e9, 1e9 + 1], [1e9, 1e9 + 1]);
        foreach (var shown in Document(figure).Descendants(Svg + "text").Where(shown => shown.Value.StartsWith("long")))
        {
            shown.Value.ShouldEndWith("…");
            shown.Value.Length.ShouldBeLessThan(90);
        }
    }

    [Fact]
    public void Labels_keep_clear_of_each_other()
    {
        var document = Document(new Figure().Line("", [1e9 + 1, 1e9 + 1.7], [1e9 + 1, 1e9 + 1.7]));
        var frame = document.Descendants(Svg + "rect").Single(rect => (string?)rect.Attribute("fill") == "none");
        var labels = document.Descendants(Svg + "text").Select(text => (Value: text.Value, X: (double)text.Attribute("x")!, Anchor: (string?)text.Attribute("text-anchor"))).ToArray();
        foreach (var (value, x, _) in labels.Where(label => label.Anchor == "end"))
            (x - SvgText.WidthOf(value)).ShouldBeGreaterThan(16, "clear of the axis' name");
        var across = labels.Where(label => label.Anchor == "middle").ToArray();
        across.Length.ShouldBeGreaterThan(1);
        for (var i = 1; i < across.Length; i++)
            (across[i].X - across[i - 1].X).ShouldBeGreaterThan(SvgText.WidthOf(across[i].Value));
        ((double)frame.Attribute("x")!).ShouldBeGreaterThan(72);
    }

    [Fact]
    public void Names_may_hold_anything()
    {
        var name = "<&>\"' \u0001 \ud800 \U0001F600";
        Document(new Figure { Title = name }.Line(name, [0, 1], [0, 1])).Descendants(Svg + "text").Last().Value.ShouldStartWith("<&>\"'");
    }

    [Fact]
    public void A_legend_names_no_more_than_there_is_room_for()
    {
        var figure = Enumerable.Range(0, 1000).Aggregate(new Figure(), (figure, i) => figure.Line($"series {i}", [0, 1], [i, i]));
        figure.ToString().ShouldEndWith("and 976 more");
        Document(figure).Descendants(Svg + "text").Last().Value.ShouldBe("and 976 more");
        ((double)Document(figure).Root!.Attribute("height")!).ShouldBeLessThan(700);
    }

    [Fact]
    public void A_picture_holds_its_lines_labels_and_legend()
    {
        var figure = new Figure { Title = "a < b & c", XLabel = "across", YLabel = "up" }.Line("one", [0, 1, 2], [0, 1, 0]).Points("two", [0, 1], [1, 1]);
        var document = Document(figure);
        document.Descendants(Svg + "text").Select(text => text.Value).ShouldContain("a < b & c");
        document.Descendants(Svg + "text").Select(text => text.Value).ShouldContain("two");
        document.Descendants(Svg + "circle").Count().ShouldBe(3, "two points, and the one in the legend");
        document.Descendants(Svg + "polyline").Single().Attribute("points")!.Value.Split(' ').Length.ShouldBe(3);
    }

    [Fact]
    public void A_formula_against_the_truth_lies_on_the_diagonal_where_it_is_right()
    {
        var data = new Dataset([new Column("x", [1.0, 2, 3]), new Column("y", [2.0, 4, 6])]).WithTarget("y");
        var figure = FormulaFigure.Of(X * 2, new() { On = data });
        figure.Series[0].Mark.ShouldBe(Mark.Points);
        figure.Series[0].X.ShouldBe(figure.Series[0].Y);
    }

    [Fact]
    public void A_target_of_two_values_gives_the_curve_of_a_classifier()
    {
        var data = new Dataset([new Column("x", [1.0, 2, 3, 4]), new Column("y", [-1.0, 1, -1, 1])]).WithTarget("y");
        var figure = FormulaFigure.Of(X, new() { On = data });
        figure.Series[0].Name.ShouldBe("x (AUC 0.750)");
        figure.Series[0].X.ShouldBe([0, 0, 0.5, 0.5, 1]);
        figure.Series[0].Y.ShouldBe([0, 0.5, 0.5, 1, 1]);
    }

    [Fact]
    public void What_cannot_be_drawn_is_a_diagnostic()
    {
        var data = new Dataset([new Column("x", [1.0, 2])]);
        Complaint(() => FormulaFigure.Of(X + new Variable("y") + new Variable("z"), new())).ShouldStartWith("error SR1051: a plot shows two variables at most, and here are x, y, z\n  hint: substitute { z = 1 }");
        Complaint(() => FormulaFigure.Of(X, new() { From = 1, To = 1 })).ShouldBe("error SR1052: there is nothing between 1 and 1");
        Complaint(() => FormulaFigure.Of(X, new() { Kind = PlotKind.Roc })).ShouldStartWith("error SR1053: a plot of kind `roc` needs a dataset");
        Complaint(() => FormulaFigure.Of(X, new() { On = data })).ShouldStartWith("error SR1054: the dataset has no target to compare with");
        Complaint(() => FormulaFigure.Of(X, new() { On = data.TakeRows([0]).WithTarget("x"), Kind = PlotKind.Roc })).ShouldBe("error SR1055: all rows of the target `x` are of one class");
        Complaint(() => FormulaFigure.Of(X, new()).SavedAs("x.png")).ShouldStartWith("error SR1050: `x.png` names no format for pictures");
    }

    [Fact]
    public void Is_saved_whole()
    {
        using var file = new ScratchFile("f.svg", "old");
        var figure = FormulaFigure.Of(X, new()).SavedAs(file.Path);
        figure.ToString().ShouldBe($"wrote {file.Path}");
        File.ReadAllText(file.Path).ShouldBe(figure.ToSvg());
    }

    [Fact]
    public void A_tree_prints_labels_notes_and_bars_in_columns()
    {
        var tree = new TreePicture([new("+", [new("x", []) { Note = "ap_fixed<8,4>" }, new("table", []) { Note = "t", Detail = "117 LUT", Share = 0.5 }])]);
        tree.ToString().ShouldBe(
            """
            +
            ├─ x      ap_fixed<8,4>
            └─ table  t              117 LUT  ⠿⠿⠿⠿⠿⠿
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_drawn_tree_holds_a_box_a_node_none_over_another()
    {
        var document = XDocument.Parse(TreePicture.Of(Sin.Of(X * 2 + 1) + Max.Of(X, Cos.Of(X) * X)).ToSvg());
        var boxes = document.Descendants(Svg + "rect").Where(box => ((string?)box.Attribute("class"))?.StartsWith("box") == true)
            .Select(box => (X: Side(box, "x"), Y: Side(box, "y"), Width: Side(box, "width"), Height: Side(box, "height"))).ToArray();
        boxes.Length.ShouldBe(13);
        for (var i = 0; i < boxes.Length; i++)
            for (var j = 0; j < i; j++)
                (boxes[i].X + boxes[i].Width <= boxes[j].X || boxes[j].X + boxes[j].Width <= boxes[i].X
                    || boxes[i].Y + boxes[i].Height <= boxes[j].Y || boxes[j].Y + boxes[j].Height <= boxes[i].Y).ShouldBeTrue($"{boxes[i]} {boxes[j]}");
        static double Side(XElement box, string name) => double.Parse(box.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_sheet_tells_names_that_all_figures_share_once()
    {
        Figure Panel(params string[] names) => names.Aggregate(new Figure(), (figure, name) => figure.Line(name, [0, 1], [0, 1]));
        Texts(new Sheet([Panel("one", "two"), Panel("one", "two", "three")])).Count(text => text == "one").ShouldBe(1);
        Texts(new Sheet([Panel("one", "two"), Panel("two", "one")])).Count(text => text == "one").ShouldBe(2);
        new Sheet([Panel("one"), Panel("one")]).ToString().Split("one").Length.ShouldBe(2);
        new Sheet([Panel("one", "two"), Panel("one")]).ToString().ShouldContain("two");
        static IEnumerable<string> Texts(Sheet sheet) => XDocument.Parse(sheet.ToSvg()).Descendants(Svg + "text").Select(text => text.Value);
    }

    [Fact]
    public void A_legend_stands_below_the_frame()
    {
        var document = Document(new Figure().Line("a line of a long name that would cover the picture", [0, 1], [0, 1]));
        var frame = document.Descendants(Svg + "rect").Single(rect => (string?)rect.Attribute("fill") == "none");
        var bottom = (double)frame.Attribute("y")! + (double)frame.Attribute("height")!;
        var legend = document.Descendants(Svg + "text").Single(text => text.Value.StartsWith("a line"));
        ((double)legend.Attribute("y")!).ShouldBeGreaterThan(bottom);
    }

    public static TheoryData<string, Picture> Pictures => new()
    {
        { "curves", FormulaFigure.Of(Tan.Of(X), new() { With = [Sin.Of(X)] }) },
        { "tree", TreePicture.Of(Sin.Of(X * 2 + 1)) },
        { "sheet", new Sheet([FormulaFigure.Of(X, new()), FormulaFigure.Of(Sin.Of(X), new())]) { Title = "a & b" } },
        { "points", new Figure { LogY = true }.Points("", [1, 2, 3], [1, 10, 1000]) },
    };

    [RendererTheory]
    [MemberData(nameof(Pictures))]
    public void Renders(string name, Picture drawn)
    {
        using var file = new ScratchFile(name + ".svg", "");
        drawn.SavedAs(file.Path);
        var picture = Path.ChangeExtension(file.Path, ".png");
        using var renderer = Process.Start("rsvg-convert", [file.Path, "-o", picture]);
        renderer.WaitForExit();
        renderer.ExitCode.ShouldBe(0);
        new FileInfo(picture).Length.ShouldBeGreaterThan(1500);
    }

    private static XDocument Document(Figure figure) => XDocument.Parse(figure.ToSvg());

    private static string Complaint(Action action) => Should.Throw<DiagnosticException>(action).Diagnostic.ToString();

    private sealed class RendererTheoryAttribute : TheoryAttribute
    {
        public RendererTheoryAttribute()
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, "rsvg-convert"))))
                Skip = "rsvg-convert is not installed";
        }
    }
}
