namespace SrRepl.Search;

/// <summary>A search's time: most of it to search in, a little at the end to write the front down.</summary>
internal sealed class TimeLimit : IDisposable
{
    private const double FinishingShare = 0.05;
    private const double MostFinishing = 0.4;

    // Who interrupts a search waits for its front.
    private static readonly TimeSpan Hurried = TimeSpan.FromMilliseconds(60);

    // Beyond this a timer cannot be set, and no search goes on.
    private const double Longest = 1e6;

    private readonly CancellationTokenSource _searching = new();
    private readonly CancellationTokenSource _finishing = new();

    /// <summary>Starts the clock; null for no limit.</summary>
    public TimeLimit(double? seconds)
    {
        if (seconds is not { } limit || limit > Longest)
            return;
        _searching.CancelAfter(TimeSpan.FromSeconds(limit - Math.Min(MostFinishing, FinishingShare * limit)));
        _finishing.CancelAfter(TimeSpan.FromSeconds(limit));
    }

    /// <summary>Ends the search.</summary>
    public CancellationToken Searching => _searching.Token;

    /// <summary>Ends what follows the search.</summary>
    public CancellationToken Finishing => _finishing.Token;

    /// <summary>Leaves a moment for what follows the search, whose end somebody waits for.</summary>
    public void Hurry() => _finishing.CancelAfter(Hurried);

    /// <inheritdoc/>
    public void Dispose()
    {
        _searching.Dispose();
        _finishing.Dispose();
    }
}
