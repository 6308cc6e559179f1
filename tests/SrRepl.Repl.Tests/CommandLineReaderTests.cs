using SrRepl.Core;

namespace SrRepl.Repl.Tests;

public class CommandLineReaderTests
{
    [Fact]
    public void No_arguments_are_the_prompt() => Read().ShouldBe(new Invocation.Prompt());

    [Fact]
    public void Run_takes_a_script_and_what_follows_the_dashes()
    {
        var script = Read("run", "a.sr", "--", "-i", "--", "x y").ShouldBeOfType<Invocation.Script>();
        script.Path.ShouldBe("a.sr");
        script.Stay.ShouldBeFalse();
        script.Arguments.ShouldBe(["-i", "--", "x y"]);
    }

    [Theory]
    [InlineData("-i", "run", "a.sr")]
    [InlineData("run", "-i", "a.sr")]
    [InlineData("run", "a.sr", "-i")]
    public void Staying_can_be_asked_for_anywhere_before_the_dashes(params string[] arguments) =>
        Read(arguments).ShouldBeOfType<Invocation.Script>().Stay.ShouldBeTrue();

    [Fact]
    public void Code_is_taken_as_it_is() => Read("-e", "run").ShouldBeOfType<Invocation.Code>().Text.ShouldBe("run");

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("help", "evolve")]
    [InlineData("check", "a.sr")]
    public void The_rest_of_the_usage_is_known(params string[] arguments) => Read(arguments).ShouldNotBeNull();

    [Theory]
    [InlineData(9011, "run")]
    [InlineData(9011, "-e")]
    [InlineData(9011, "check")]
    [InlineData(9012, "jets.sr")]
    [InlineData(9013, "run", "a.sr", "data.csv")]
    [InlineData(9010, "--verison")]
    [InlineData(9010, "--version", "-i")]
    [InlineData(9010, "--version", "--", "x")]
    [InlineData(9010, "--", "x")]
    [InlineData(9010, "-e", "1", "2")]
    public void Anything_else_is_wrong_usage(int number, params string[] arguments) =>
        Should.Throw<DiagnosticException>(() => Read(arguments)).Diagnostic.Number.ShouldBe(number);

    [Fact]
    public void A_slip_is_told_what_was_meant() =>
        Should.Throw<DiagnosticException>(() => Read("--verison")).Diagnostic.Hint.ShouldBe("did you mean `--version`?");

    [Fact]
    public void A_script_without_run_is_told_what_was_meant() =>
        Should.Throw<DiagnosticException>(() => Read("jets.sr")).Diagnostic.Hint.ShouldBe("did you mean `sr run jets.sr`?");

    private static Invocation Read(params string[] arguments) => CommandLineReader.Read(arguments);
}
