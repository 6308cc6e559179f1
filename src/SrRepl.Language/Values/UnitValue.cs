namespace SrRepl.Language;

/// <summary>The value of what is run for its effect.</summary>
public sealed class UnitValue
{
    private UnitValue()
    {
    }

    /// <summary>The only one.</summary>
    public static UnitValue Value { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "()";
}
