namespace SrRepl.Core;

/// <summary>Carries a <see cref="Core.Diagnostic"/> from where it was noticed to where it is shown.</summary>
public sealed class DiagnosticException(Diagnostic diagnostic, Exception? inner = null)
    : Exception(diagnostic.Message, inner)
{
    /// <summary>What to show the user.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
