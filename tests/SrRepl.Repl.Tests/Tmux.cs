using System.Diagnostics;

namespace SrRepl.Repl.Tests;

/// <summary>A test that types at a real terminal, and is skipped with a reason where tmux is missing.</summary>
public sealed class TmuxFactAttribute : FactAttribute
{
    /// <summary>Skips when there is no tmux.</summary>
    public TmuxFactAttribute()
    {
        if (!Tmux.IsThere)
            Skip = "tmux is not installed";
    }
}

/// <summary>The program in a terminal of tmux: keys go in, the screen is read back.</summary>
public sealed class Tmux : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What stands still is drawn to its end.
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(0.25);
    private readonly string _socket = "sr-" + Path.GetRandomFileName();

    /// <summary>Starts the program in a folder, with its own history.</summary>
    public Tmux(string folder)
    {
        Ask("-f", "/dev/null", "new-session", "-d", "-s", "sr", "-x", "110", "-y", "45", "-c", folder,
            $"env XDG_STATE_HOME={folder}/state TERM=xterm-256color dotnet exec {SrProcess.Program}; echo left with $?; cat");
        AwaitPrompt();
    }

    /// <summary>Whether tmux can be started here.</summary>
    public static bool IsThere { get; } = Find();

    /// <summary>What the terminal shows, without the empty lines below.</summary>
    public string Screen => Ask("capture-pane", "-p", "-t", "sr").TrimEnd();

    /// <summary>Types a text as it is, and waits until the line shows it.</summary>
    public void Type(string text)
    {
        Ask("send-keys", "-t", "sr", "-l", "--", text);
        AwaitStill(screen => screen.Contains(text.TrimEnd(), StringComparison.Ordinal), text);
    }

    /// <summary>Presses keys by tmux's names: Enter, Tab, Up, C-c, C-d.</summary>
    public void Press(params string[] keys)
    {
        foreach (var key in keys)
            Ask("send-keys", "-t", "sr", key);
    }

    /// <summary>Types a line at a fresh prompt, runs it, and waits until the screen shows something new.</summary>
    public void Enter(string line, string expected)
    {
        AwaitPrompt();
        Ask("send-keys", "-t", "sr", "-l", "--", line);
        Press("Enter");
        Await(expected);
    }

    /// <summary>Presses keys all at once, faster than anything reads them: texts are typed, tmux's names are keys.</summary>
    public void Burst(params string[] keys) => Ask(["send-keys", "-t", "sr", .. keys]);

    /// <summary>Waits until an empty prompt is the last line and stands still.</summary>
    public void AwaitPrompt() => AwaitStill(screen => screen.Split('\n')[^1] == "sr>", "an empty prompt");

    /// <summary>Waits until the screen shows a text.</summary>
    public void Await(string text) => Await(screen => screen.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Waits until the screen is as wanted.</summary>
    public void Await(Func<string, bool> wanted, string described)
    {
        var clock = Stopwatch.StartNew();
        while (!wanted(Screen))
        {
            if (clock.Elapsed > Patience)
                throw new TimeoutException($"waited for: {described}\nthe screen shows:\n{Screen}");
            Thread.Sleep(20);
        }
    }

    private void AwaitStill(Func<string, bool> wanted, string described)
    {
        var since = Stopwatch.StartNew();
        var last = "";
        Await(screen =>
        {
            if (screen != last || !wanted(screen))
                since.Restart();
            last = screen;
            return since.Elapsed >= Stillness;
        }, described);
    }

    /// <inheritdoc/>
    public void Dispose() => Ask("kill-server");

    private static bool Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("tmux", "-V") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private string Ask(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tmux", ["-L", _socket, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
