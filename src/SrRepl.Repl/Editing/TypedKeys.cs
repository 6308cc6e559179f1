using PrettyPrompt.Consoles;

namespace SrRepl.Repl;

/// <summary>
/// The terminal's keys, handed to the editor in the portions it should take at once. The editor makes one pasted text of whatever
/// waits together, Enter included; but keys typed ahead while something ran are keys, and the Enter behind a pasted line is
/// meant to run it.
/// </summary>
internal sealed class TypedKeys : SystemConsole, IConsole
{
    // A long paste comes in pieces; what follows within this time belongs to it.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);

    private readonly List<ConsoleKeyInfo> _arrived = [];
    private int _next;

    /// <summary>Whether the next key belongs to the text that the last one was part of.</summary>
    bool IConsole.KeyAvailable => KeyGroups.Joined(_arrived, _next);

    /// <inheritdoc/>
    public override ConsoleKeyInfo ReadKey(bool intercept)
    {
        if (_next == _arrived.Count)
            Wait();
        return _arrived[_next++];
    }

    private void Wait()
    {
        _arrived.Clear();
        _next = 0;
        _arrived.Add(base.ReadKey(intercept: true));
        for (var before = 0; Drain() > before && KeyGroups.IsOpen(_arrived[^1]) && _arrived.Count > 1;)
        {
            before = _arrived.Count;
            Thread.Sleep(Gap);
        }
    }

    private int Drain()
    {
        while (Console.KeyAvailable)
            _arrived.Add(base.ReadKey(intercept: true));
        return _arrived.Count;
    }
}
