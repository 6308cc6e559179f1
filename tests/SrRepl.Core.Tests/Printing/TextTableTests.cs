namespace SrRepl.Core.Tests;

public sealed class TextTableTests
{
    [Fact]
    public void Aligns_columns_and_draws_rules() =>
        new TextTable("name", ">number").Add("a", "1").Add("longer", "22").AddRule().Add("sum", "23").ToString().ShouldBe(
            """
            name    number
            ------  ------
            a            1
            longer      22
            ------  ------
            sum         23
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_row_has_a_cell_for_every_column() =>
        Should.Throw<ArgumentException>(() => new TextTable("a", "b").Add("1"));
}
