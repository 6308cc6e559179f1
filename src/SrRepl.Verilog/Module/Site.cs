using System.Globalization;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>One operation where it is written: names for its operands and its parts, and the lines it becomes.</summary>
/// <param name="pipeline">Where lines go and values wait.</param>
/// <param name="index">The operation's index.</param>
/// <param name="plan">The stages.</param>
internal sealed class Site(Pipeline pipeline, int index, StagePlan plan)
{
    /// <summary>The kernel it belongs to.</summary>
    public Kernel Kernel => pipeline.Kernel;

    /// <summary>The operation itself.</summary>
    public Operation Operation => Kernel.Operations[index];

    /// <summary>The stage in which its operands are read.</summary>
    public int Start => plan.Start(index);

    /// <summary>Edges between that stage and the one in which its value is wanted.</summary>
    public int Ranks => plan.Ready(index) - plan.Start(index);

    /// <summary>The module's name, which those of its parts begin with.</summary>
    public string Module => pipeline.Module;

    /// <summary>The type of an operand.</summary>
    public FixedType OperandType(int i) => Kernel.Operations[Operation.Operands[i]].Type;

    /// <summary>An operand's value in the first stage.</summary>
    public string Operand(int i) => pipeline.At(Operation.Operands[i], Start);

    /// <summary>The same as an operand of signed arithmetic.</summary>
    public string Signed(int i) => VerilogText.AsSigned(Operand(i), OperandType(i).Signed);

    /// <summary>The same with as many fraction bits as asked, not fewer than it has.</summary>
    public string Aligned(int i, int fraction) => VerilogText.Shifted(Signed(i), fraction - OperandType(i).Fraction);

    /// <summary>The name of a part of it.</summary>
    public string Part(string suffix) => string.Create(CultureInfo.InvariantCulture, $"t{index}_{suffix}");

    /// <summary>A part of it: so many bits of an expression over values of the first stage, or of <paramref name="stage"/>.</summary>
    public string Wire(string suffix, int width, bool signed, string expression, int? stage = null)
    {
        pipeline.Line(stage ?? Start, $"wire {VerilogText.Range(width, signed)}{Part(suffix)} = {expression};");
        return Part(suffix);
    }

    /// <summary>A line of the first stage.</summary>
    public void Line(string text) => pipeline.Line(Start, text);

    /// <summary>Declares a part that something else drives.</summary>
    public string Driven(string suffix, int width)
    {
        pipeline.Line(Start, $"wire {VerilogText.Range(width, signed: false)}{Part(suffix)};");
        return Part(suffix);
    }

    /// <summary>The memory of a table.</summary>
    public string Memory(LookupTable table) => pipeline.Memories.Of(table);

    /// <summary>The memory of hls4ml's sine or cosine.</summary>
    public string Memory(OctantTable table, bool sine) => pipeline.Memories.Of(table, sine);

    /// <summary>A part of the first stage as it is so many edges later.</summary>
    public string Later(string name, int width, int ranks) => pipeline.Delayed(name, width, signed: false, Start, Start + ranks);

    /// <summary>Gives the operation its value, as soon as the first stage or some edges later.</summary>
    public void Result(string expression, int ranks = 0) => pipeline.Define(index, Start + ranks, expression);
}
