namespace SrRepl.Search;

/// <summary>A member of an island; its program's memory is reused when it dies.</summary>
internal sealed class Individual
{
    /// <summary>What it is.</summary>
    public Program Program { get; } = new();

    /// <summary>Its loss relative to the baseline, with the best offset and scale the size limit leaves room for.</summary>
    public double Loss { get; set; }

    /// <summary>Its complexity.</summary>
    public int Complexity { get; set; }

    /// <summary>When it was born, in events of its island.</summary>
    public long Birth { get; set; }

    /// <summary>Makes this a copy.</summary>
    public void CopyFrom(Individual other)
    {
        Program.CopyFrom(other.Program);
        Loss = other.Loss;
        Complexity = other.Complexity;
        Birth = other.Birth;
    }
}
