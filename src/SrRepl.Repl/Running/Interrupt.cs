using System.Runtime.InteropServices;

namespace SrRepl.Repl;

/// <summary>
/// Ctrl-C. The first one asks what runs to stop, and a search then hands back its front; one more than
/// its patience ends the program, for code that does not listen.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration _registration;
    private readonly int _patience;
    private CancellationTokenSource? _running;
    private int _pressed;

    /// <summary>Listens to SIGINT.</summary>
    /// <param name="patience">How many times it may come during one run before the program ends.</param>
    public Interrupt(int patience)
    {
        _patience = patience;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    }

    /// <summary>Whether the last run was asked to stop.</summary>
    public bool Raised => _pressed > 0;

    /// <summary>Starts a run: a token that the next Ctrl-C cancels.</summary>
    public CancellationToken Begin()
    {
        lock (_lock)
        {
            _pressed = 0;
            _running = new CancellationTokenSource();
            return _running.Token;
        }
    }

    /// <summary>The run is over; Ctrl-C means nothing to it any more.</summary>
    public void End()
    {
        lock (_lock)
            _running = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        CancellationTokenSource? running;
        lock (_lock)
        {
            running = _running;
            if (running is not null && ++_pressed > _patience)
                Environment.Exit(ExitCode.Interrupted);
        }
        running?.Cancel();
    }
}
