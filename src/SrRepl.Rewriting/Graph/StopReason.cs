namespace SrRepl.Rewriting;

/// <summary>Why a saturation stopped. There is no clock among the reasons: a result never depends on the machine's speed.</summary>
public enum StopReason
{
    /// <summary>No rule has anything left to say: every form that the rules reach was considered.</summary>
    Saturated,

    /// <summary>The number of iterations was used up.</summary>
    Iterations,

    /// <summary>What was looked for has been found.</summary>
    Reached,

    /// <summary>The graph has as many nodes as it may have.</summary>
    Nodes,
}
