using System.Runtime.InteropServices;

namespace SrRepl.Repl;

/// <summary>
/// Ctrl-C. The first one asks what runs to stop, and a search then hands back its front; the second one leaves behind what did not
/// listen; one more than its patience ends the program.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration _registration;
    private readonly int _patience;
    private CancellationTokenSource? _running;
    private CancellationTokenSource? _waiting;
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

    /// <summary>Starts a run: a token that the next Ctrl-C cancels, and one that the Ctrl-C behind it does.</summary>
    public (CancellationToken Stop, CancellationToken Leave) Begin()
    {
        lock (_lock)
        {
            _pressed = 0;
            _running = new CancellationTokenSource();
            _waiting = new CancellationTokenSource();
            return (_running.Token, _waiting.Token);
        }
    }

    /// <summary>The run is over; Ctrl-C means nothing to it any more.</summary>
    public void End()
    {
        lock (_lock)
            _running = _waiting = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        CancellationTokenSource? pressed;
        lock (_lock)
        {
            if (_running is not null && ++_pressed > _patience)
                Environment.Exit(ExitCode.Interrupted);
            pressed = _pressed > 1 ? _waiting : _running;
        }
        pressed?.Cancel();
    }
}
