namespace SrRepl.Rewriting;

/// <summary>Classes of a graph as the atoms of a polynomial: an atom is the number of the class's leader.</summary>
internal sealed class GraphAtoms(EGraph graph) : AtomFacts
{
    /// <inheritdoc/>
    public override Facts Facts(int atom) => graph.Facts(atom);
}
