namespace SrRepl.Rewriting;

/// <summary>What algebra did to get a form.</summary>
[Flags]
internal enum AlgebraicRule
{
    /// <summary>Products and powers of sums were multiplied out.</summary>
    Expand = 0,

    /// <summary>A sum was written as a product.</summary>
    Factor = 1,

    /// <summary>Quotients were brought over one divisor and common factors cancelled.</summary>
    Cancel = 2,

    /// <summary>The form is defined at points where the formula was not.</summary>
    Anywhere = 4,
}

/// <summary>The names of what algebra does.</summary>
internal static class AlgebraicRules
{
    /// <summary>How many combinations there are.</summary>
    public const int Count = 8;

    /// <summary>What a derivation calls it.</summary>
    public static string Name(this AlgebraicRule rule)
    {
        var name = (rule & ~AlgebraicRule.Anywhere).ToString().ToLowerInvariant();
        return rule.HasFlag(AlgebraicRule.Anywhere) ? $"{name}-anywhere" : name;
    }
}
