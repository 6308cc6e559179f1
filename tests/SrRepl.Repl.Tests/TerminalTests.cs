namespace SrRepl.Repl.Tests;

/// <summary>A session as a person has one, in a real terminal; alone on the machine, as a person would be.</summary>
[Collection(nameof(Alone))]
public class TerminalTests
{
    [TmuxFact]
    public void A_session_from_the_first_key_to_the_saved_script()
    {
        using var folder = new TemporaryFolder();
        using (var terminal = new Tmux(folder.Path))
        {
            terminal.Enter("let jets = sample \"jets\" { rows = 500; seed = 1 }", "}\nsr>");

            terminal.AwaitPrompt();

            // A formula over several lines: Enter goes on by itself while it is unfinished, already indented.
            terminal.Type("let shape x =");
            terminal.Press("Enter");
            terminal.Type("let wide = 2 * x");
            terminal.Press("Enter");
            terminal.Type("exp (-wide * wide)");
            terminal.Press("Enter");
            terminal.Enter("shape 0", "\n1\n");

            // A slip is shown with its place and a suggestion, and the session lives on.
            terminal.Enter("shpae 1", "did you mean `shape`?");
            terminal.Await("error SR");

            // What is recalled stands on the line again, and Ctrl-C clears it.
            terminal.AwaitPrompt();
            terminal.Press("Up");
            terminal.Await(screen => screen.Split('\n')[^1].EndsWith("sr> shpae 1"), "the last line recalled");
            terminal.Press("C-c");
            terminal.AwaitPrompt();

            // A search without end hands back its front when it is interrupted.
            terminal.Enter("let front = jets |> target \"is_t\" |> features [\"zlogz\"] |> evolve { maxSize = 9; populations = 2; enumeratedTerms = 0; timeout = 10<min> }", "formulas/s");
            terminal.Press("C-c");
            terminal.Await("interrupted");
            terminal.Enter("front", "Complexity");

            terminal.Enter("#ls", "shape");
            terminal.Enter("#save \"session\"", "sr> #save \"session\"\nsr>");
            terminal.AwaitPrompt();
            terminal.Press("C-d");
            terminal.Await("left with 0");
        }

        var saved = File.ReadAllText(Path.Combine(folder.Path, "session.sr"));
        saved.ShouldContain("let shape x =\n");
        saved.ShouldNotContain("shpae");
        var quick = saved.Replace("10<min>", "0.2<s>");
        SrProcess.Run("run", folder.Write("again.sr", quick)).ExitCode.ShouldBe(0);
    }

    [TmuxFact]
    public void Ctrl_C_clears_the_line_and_keeps_the_session()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new Tmux(folder.Path);
        terminal.Type("1 + ");
        terminal.Await("sr> 1 +");
        terminal.Press("C-c");
        terminal.Enter("40 + 2", "\n42\n");
    }

    [TmuxFact]
    public void Keys_typed_ahead_run_line_by_line()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new Tmux(folder.Path);
        terminal.Burst("let n = [for i in [1 .. 300000] -> sin i].length", "Enter", "let f x =", "Enter", "    x + n", "Enter", "f 1", "Enter");
        terminal.Await("\n300001\n");
    }

    [TmuxFact]
    public void Tab_completes_and_lists()
    {
        using var folder = new TemporaryFolder();
        using var terminal = new Tmux(folder.Path);
        terminal.Type("#hi");
        terminal.Press("Tab");
        terminal.Await("sr> #history");
        terminal.Press("C-c");
        terminal.AwaitPrompt();
        terminal.Type("1 |> si");
        terminal.Press("Tab");
        terminal.Await("-1, 0 or 1");
        terminal.Press("Down", "Down", "Tab");
        terminal.Await("sr> 1 |> sin");
        terminal.Press("Enter");
        terminal.Await("0.8414709848078965");
        // In an unfinished line Enter takes what is marked, as everywhere, and begins a new line only without a list.
        terminal.AwaitPrompt();
        terminal.Type("2 |> (si");
        terminal.Press("Tab");
        terminal.Await("-1, 0 or 1");
        terminal.Press("Enter");
        terminal.Await("sr> 2 |> (sign");
    }
}

/// <summary>Tests that run while no other test of the project does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
