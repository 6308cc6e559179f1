namespace SrRepl.Repl.Tests;

/// <summary>The program from outside: what it writes where, and the code it ends with.</summary>
public class ProgramTests
{
    [Fact]
    public void Values_go_to_standard_output_and_nothing_else_does() =>
        SrProcess.Run("-e", "1 + 1").ShouldBe(new Ran(0, "2\n", ""));

    [Fact]
    public void Diagnostics_go_to_standard_error_and_the_code_tells()
    {
        var ran = SrProcess.Run("-e", "1 + unknown_name");
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("");
        ran.Error.ShouldStartWith("-e(1,5): error SR");
    }

    [Fact]
    public void Wrong_usage_ends_with_2()
    {
        var ran = SrProcess.Run("rnu");
        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain("did you mean `run`?");
    }

    [Fact]
    public void The_version_names_the_commit_it_was_built_from() =>
        SrProcess.Run("--version").Output.ShouldMatch(@"^sr \d+\.\d+\.\d+( \([0-9a-f]{10}\))?\n$");

    [Fact]
    public void Code_on_standard_input_runs_without_prompt_or_escapes() =>
        SrProcess.Pipe("let x = 20\nx\n  * 2\n|> fun y -> y + 2\n").ShouldBe(new Ran(0, "42\n", ""));

    [Fact]
    public void Standard_input_goes_on_after_an_error_and_ends_with_1()
    {
        var ran = SrProcess.Pipe("1\n\nnope\n3\n");
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("1\n3\n");
        ran.Error.ShouldStartWith("input(3,1): error SR");
    }

    [Fact]
    public void A_script_gets_its_arguments()
    {
        using var folder = new TemporaryFolder();
        SrProcess.Run("run", folder.Write("a.sr", "args.[1]\n"), "--", "one", "two").Output.ShouldContain("two");
        SrProcess.Run("run", folder.Write("a.csx", "Args[1]\n"), "--", "one", "two").Output.ShouldContain("two");
    }

    [Fact]
    public void A_device_beside_a_script_is_found_from_any_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("board.json", """
            { "name": "my-board", "part": "xcmine-1", "boards": [], "family": "series7",
              "lut": 1000, "ff": 2000, "dsp": 10, "bram18": 20, "delayScale": 2, "source": "a test" }
            """);
        var script = folder.Write("a.sr", string.Concat(new[] { "board.json", "board" }.Select(device => $"expr \"x*y\" |> quantize ap_fixed<12,6> |> cost \"{device}\"\n")));
        var ran = SrProcess.Run("run", script);
        ran.Output.Split("my-board (xcmine-1) at 5 ns: LUT 3.8%").Length.ShouldBe(3, ran.Error);
        ran.Output.ShouldContain("scaled");
        SrProcess.RunIn(folder.Path, "", "run", "a.sr").ShouldBe(ran);
    }

    [Fact]
    public void An_exported_folder_writes_itself_anew_wherever_its_script_is_run_from()
    {
        using var folder = new TemporaryFolder();
        SrProcess.RunIn(folder.Path, "", "-e", "expr \"x*x + 2.5\" |> quantize ap_fixed<12,5> |> verilog \"top\"").Output.ShouldStartWith("wrote top:");
        var script = Path.Combine(folder.Path, "top", "formula.sr");
        File.WriteAllText(script, File.ReadAllText(script).Replace("2.5", "1.25"));
        var ran = SrProcess.RunIn(folder.Path, "", "run", "top/formula.sr");
        ran.ShouldBe(new Ran(0, SrProcess.RunIn(Path.GetDirectoryName(script)!, "", "run", "formula.sr").Output, ""));
        ran.Output.ShouldEndWith($"bash {Path.Combine(folder.Path, "top", "run_test.sh")}\n");
        File.ReadAllText(Path.Combine(folder.Path, "top", "formula.v")).ShouldContain("// 1.25");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Staying_gives_the_prompt_the_names_of_the_script()
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("a.sr", "let x = 6\n");
        SrProcess.Pipe("x * 7\n", "run", script, "-i").ShouldBe(new Ran(0, "42\n", ""));
    }

    [Fact]
    public void An_error_in_C_sharp_of_the_prompt_is_shown_where_it_was_typed() =>
        SrProcess.Pipe("let x = 1\n\n#cs x + nope\n").Error.ShouldBe("input(3,9): error SR9030: CS0103: The name 'nope' does not exist in the current context\n      x + nope\n          ^^^^\n");

    [Fact]
    public void A_thread_of_C_sharp_that_fails_does_not_end_the_prompt()
    {
        var ran = SrProcess.Pipe("#cs var thread = new System.Threading.Thread(() => int.Parse(\"x\"));\n#cs thread.Start(); thread.Join();\n1 + 1\n");
        ran.Output.ShouldBe("2\n");
        ran.Error.ShouldStartWith("input(1,52): error SR9031: FormatException");
    }

    [Fact]
    public void Check_runs_nothing_and_tells_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        SrProcess.Run("check", folder.Write("good.sr", "print 1\n")).ShouldBe(new Ran(0, "", ""));
        var ran = SrProcess.Run("check", folder.Write("bad.sr", "print 1\nprint unknown_name\n"));
        (ran.ExitCode, ran.Output).ShouldBe((1, ""));
        ran.Error.ShouldContain("bad.sr(2,7): error SR");
    }

    [Theory]
    [InlineData("missing.sr", "there is no file")]
    [InlineData(".", "is a directory")]
    [InlineData("binary.sr", "binary.sr(1,5): error SR9004: `binary.sr` is not UTF-8 text")]
    [InlineData("latin1.sr", "latin1.sr(2,4): error SR9004: `latin1.sr` is not UTF-8 text")]
    [InlineData("wide.sr", "it looks like UTF-16; save it as UTF-8")]
    [InlineData("text.txt", "is neither a .sr nor a .csx script")]
    public void What_is_no_script_is_told_so(string name, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "binary.sr"), [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 1]);
        File.WriteAllBytes(Path.Combine(folder.Path, "latin1.sr"), [.. "1\n\"ä "u8, 0xe9, (byte)'"']);
        File.WriteAllBytes(Path.Combine(folder.Path, "wide.sr"), [0xff, 0xfe, (byte)'1', 0]);
        folder.Write("text.txt", "1");
        var ran = SrProcess.RunIn(folder.Path, "", "run", name);
        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain(message);
        ran.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_no_trouble()
    {
        using var folder = new TemporaryFolder();
        SrProcess.Run("run", folder.Write("a.sr", "\uFEFFlet x = 1\r\nx + 1\r\n")).ShouldBe(new Ran(0, "2\n", ""));
    }

    [Fact]
    public void A_closed_pipe_ends_the_script()
    {
        using var process = SrProcess.Start(Directory.GetCurrentDirectory(), "run", EndlessScript());
        process.StandardOutput.ReadLine().ShouldNotBeNull();
        process.StandardOutput.Close();
        process.StandardError.ReadToEnd().ShouldContain("SR9014");
        process.WaitForExit();
        process.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void An_interrupt_ends_a_script_with_130()
    {
        var ran = SrProcess.Interrupt(TimeSpan.Zero, "run", EndlessScript());
        ran.ExitCode.ShouldBe(130);
        ran.Error.ShouldBe("interrupted\n");
    }

    [Fact]
    public void An_interrupted_search_shows_what_it_had_found()
    {
        using var folder = new TemporaryFolder();
        var ran = SrProcess.Interrupt(TimeSpan.FromSeconds(3), "run", folder.Write("a.sr", """
            let jets = sample "jets" { rows = 200; seed = 1 } |> target "is_t"
            print "searching"
            let front = jets |> evolve { timeout = 10<min>; maxSize = 7; verbosity = 0; seed = 1 }
            print "never said"
            """));
        ran.ExitCode.ShouldBe(130);
        ran.Output.ShouldStartWith("searching\nfront, as far as the search came:\nComplexity");
        ran.Output.ShouldNotContain("never said");
        ran.Error.ShouldEndWith("interrupted\n");
    }

    // A loop in C# that never ends by itself, and says that it is running.
    private static string EndlessScript()
    {
        var path = Path.Combine(Path.GetTempPath(), "sr-endless.csx");
        File.WriteAllText(path, "while (true) { RunContext.Current.Output.WriteLine(\"on and on\"); Thread.Sleep(1); }\n".Replace("Thread", "System.Threading.Thread"));
        return path;
    }
}
