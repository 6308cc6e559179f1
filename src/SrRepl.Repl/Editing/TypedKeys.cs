using PrettyPrompt.Consoles;

namespace SrRepl.Repl;

/// <summary>
/// The terminal's keys, handed to the editor in the portions it should take at once. The editor puts whatever waits together
/// into one piece of pasted text, Enter included; but an Enter at the end of a paste is meant to run it, and keys that were typed
/// ahead while something ran are keys and no paste.
/// </summary>
internal sealed class TypedKeys : SystemConsole, IConsole
{
    // A long paste comes in pieces; what follows within this time belongs to it.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);

    private readonly List<ConsoleKeyInfo> _waiting = [];
    private int _next;
    private bool _typedAhead;

    /// <summary>Whether the next key belongs to the text that the last one was part of.</summary>
    bool IConsole.KeyAvailable => KeyGroups.Joined(_waiting, _next, _typedAhead);

    /// <summary>Begins an input: what waits now was typed before its prompt was there.</summary>
    public void Begin()
    {
        Drain();
        _typedAhead = _next < _waiting.Count;
    }

    /// <inheritdoc/>
    public override ConsoleKeyInfo ReadKey(bool intercept)
    {
        if (_next == _waiting.Count)
            Wait();
        return _waiting[_next++];
    }

    private void Wait()
    {
        _waiting.Clear();
        _next = 0;
        _typedAhead = false;
        _waiting.Add(base.ReadKey(intercept: true));
        Drain();
        while (_waiting.Count > 1 && KeyGroups.IsBreak(_waiting[^1]))
        {
            var before = _waiting.Count;
            Thread.Sleep(Gap);
            Drain();
            if (_waiting.Count == before)
                break;
        }
    }

    private void Drain()
    {
        while (Console.KeyAvailable)
            _waiting.Add(base.ReadKey(intercept: true));
    }
}
