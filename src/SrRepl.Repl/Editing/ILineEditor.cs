namespace SrRepl.Repl;

/// <summary>Hands over one input after another, from a person or a pipe.</summary>
internal interface ILineEditor
{
    /// <summary>What was entered in this and earlier sessions, oldest first; empty where nothing is kept.</summary>
    IReadOnlyList<string> History { get; }

    /// <summary>Waits for the next input.</summary>
    LineRead Read();
}

/// <summary>What came of waiting for an input.</summary>
internal abstract record LineRead
{
    private LineRead()
    {
    }

    /// <summary>An input, over one line or several.</summary>
    /// <param name="Text">Its text, without the last line break.</param>
    /// <param name="Line">The line it starts on, counted from 1 where the whole input is one text, else always 1.</param>
    public sealed record Input(string Text, int Line) : LineRead;

    /// <summary>The user gave the line up.</summary>
    public sealed record Cleared : LineRead;

    /// <summary>There is no more.</summary>
    public sealed record End : LineRead;
}
