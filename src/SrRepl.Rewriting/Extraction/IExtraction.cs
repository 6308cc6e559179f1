namespace SrRepl.Rewriting;

/// <summary>A choice of the form that a class of a graph is written in.</summary>
internal interface IExtraction
{
    /// <summary>What the form of a node's class costs.</summary>
    double Cost(int node);

    /// <summary>The form as a node of its own.</summary>
    int Extract(int node);
}
