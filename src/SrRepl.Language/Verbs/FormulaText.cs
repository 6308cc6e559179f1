namespace SrRepl.Language;

/// <summary>A formula written for somebody else's reader (LaTeX, SymPy, the eye): shown as it is, without quotes, ready to be copied.</summary>
/// <param name="Text">The text.</param>
public sealed record FormulaText(string Text)
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Text;
}
