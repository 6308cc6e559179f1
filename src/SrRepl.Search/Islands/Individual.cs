namespace SrRepl.Search;

/// <summary>A member of an island; its program's memory is reused when it dies.</summary>
internal sealed class Individual
{
    /// <summary>What it is.</summary>
    public Program Program { get; } = new();

    /// <summary>Its loss relative to the baseline, with the best offset and scale the size limit leaves room for.</summary>
    public double Loss { get; set; } = double.PositiveInfinity;

    /// <summary>What it is multiplied by to predict, before <see cref="Offset"/> is added.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>What is added to predict.</summary>
    public double Offset { get; set; }

    /// <summary>Its complexity.</summary>
    public int Complexity { get; set; }

    /// <summary>When it was born, in events of its island.</summary>
    public long Birth { get; set; }

    /// <summary>Its objectives by estimates, where the search has any and they were asked for since it was born.</summary>
    public double[]? Objectives { get; set; }

    /// <summary>Its front among the members and its distance to its neighbours there, since they were last ranked.</summary>
    public (int Rank, double Crowding) Standing { get; set; }

    /// <summary>Writes it.</summary>
    public void Save(BinaryWriter writer)
    {
        Program.Save(writer);
        writer.Write(Loss);
        writer.Write(Scale);
        writer.Write(Offset);
        writer.Write(Complexity);
        writer.Write(Birth);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        Program.Load(reader);
        Loss = reader.ReadDouble();
        Scale = reader.ReadDouble();
        Offset = reader.ReadDouble();
        Complexity = reader.ReadInt32();
        Birth = reader.ReadInt64();
    }
}
