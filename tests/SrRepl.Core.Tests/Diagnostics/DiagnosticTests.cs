using System.Reflection;

namespace SrRepl.Core.Tests;

public sealed class DiagnosticTests
{
    [Fact]
    public void Shows_code_place_line_carets_and_hint()
    {
        var source = new SourceText("let a = 1\nlet b = aa\n", "s.sr");
        var diagnostic = new Diagnostic(12, "unknown name `aa`") { Hint = "did you mean `a`?" }.At(source.PlaceOf(new Span(18, 2)));
        diagnostic.ToString().ShouldBe("s.sr(2,9): error SR0012: unknown name `aa`\n  let b = aa\n          ^^\n  hint: did you mean `a`?");
    }

    [Theory]
    [InlineData(0, 3, 1, 1, "abc", 3)]
    [InlineData(4, 9, 2, 1, "de", 2)]
    [InlineData(6, 1, 2, 3, "de", 1)]
    [InlineData(8, 5, 3, 1, "", 1)]
    [InlineData(99, 1, 3, 1, "", 1)]
    public void A_span_has_a_place(int start, int length, int line, int column, string text, int width) =>
        new SourceText("abc\nde\r\n", "s").PlaceOf(new Span(start, length)).ShouldBe(new Place("s", line, column, text, width));

    [Fact]
    public void Tabs_keep_the_carets_below_what_they_mark()
    {
        var source = new SourceText("\tx\ty", "s");
        new Diagnostic(1, "m").At(source.PlaceOf(new Span(3, 1))).ToString().ShouldBe("s(1,4): error SR0001: m\n  \tx\ty\n  \t \t^");
    }

    [Fact]
    public void Control_characters_do_not_reach_the_terminal() =>
        new Diagnostic(1, "m").At(new Place("s", 1, 1, "\u001b[31mred")).ToString().ShouldNotContain("\u001b");

    [Theory]
    [InlineData("mas", "mass")]
    [InlineData("msas", "mass")]
    [InlineData("MASS", "mass")]
    [InlineData("max_size", "maxSize")]
    [InlineData("zzz", null)]
    public void The_nearest_name_is_near(string typed, string? expected) =>
        Nearest.To(typed, ["mass", "maxSize", "pt"]).ShouldBe(expected);

    [Fact]
    public void Every_error_has_a_code_of_its_own()
    {
        var codes = typeof(Errors).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Diagnostic))
            .Select(method => ((Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!, method.Name))
            .GroupBy(pair => pair.Item1.Number)
            .Where(group => group.Count() > 1)
            .Select(group => $"SR{group.Key:D4}: {string.Join(", ", group.Select(pair => pair.Name))}");
        codes.ShouldBeEmpty();
    }

    // Some value of a parameter's type; lists hold two names, since hints speak of the first ones.
    private static object? Sample(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(string) ? "name"
            : type.IsAssignableFrom(typeof(string[])) ? new[] { "a", "b" }
            : type.IsAssignableFrom(typeof(int[])) ? new[] { 1, 2 }
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
    }
}
