namespace SrRepl.Search;

/// <summary>What the formulas of a search must be beside small and simple. One thread at a time.</summary>
internal interface IProgramConstraint : IDisposable
{
    /// <summary>0 where a program meets it, infinity where it must not be; between, what is added to its mean loss.</summary>
    double Penalty(Program program);
}
