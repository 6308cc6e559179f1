using System.Text.Json;

namespace SrRepl.Hardware;

/// <summary>
/// What one operator costs on a family of devices: LUTs and delays against width, the DSP macro's ports, the registers
/// and logic that a module takes beside its operators. One data file a family; figures are those of
/// the part named as the source, and other parts of the family scale the delays.
/// </summary>
public sealed record DeviceFamily
{
    /// <summary>The DSP macro's multiplier ports, pre-adder and accumulator, in bits.</summary>
    public sealed record MacroPorts(int Wide, int Narrow, int PreAdder, int Accumulator);

    /// <summary>An operator built of LUTs: how many, and how long it takes in ns.</summary>
    public sealed record LutOperator(Curve Lut, Curve Ns);

    /// <summary>
    /// A multiplier in LUTs, by the wider operand up to <paramref name="Widest"/>; one operand of at most
    /// <paramref name="Narrow"/> bits stays in LUTs up to <paramref name="NarrowWidest"/>.
    /// </summary>
    public sealed record FabricOperator(Curve Lut, Curve NarrowLut, Curve Ns, int Widest, int Narrow, int NarrowWidest);

    /// <summary>A multiplier of several macros in two stages, from an operand of <paramref name="From"/> bits on.</summary>
    public sealed record StagedOperator(int From, int Lut, int Ff, int Latency, double Ns);

    /// <summary>A gate or two.</summary>
    public sealed record GateOperator(int Lut, double Ns);

    /// <summary>
    /// A read-only memory: access time in each of its two states, bits up to which it stays in LUTs. A table's
    /// function is inlined while its calls hold at most <paramref name="InlinedOperations"/> operators.
    /// </summary>
    public sealed record MemoryBlocks(double Ns, int DistributedBits, int InlinedOperations);

    /// <summary>What every module takes beside its operators.</summary>
    public sealed record ModuleOverhead(int MultiplexerLut, int ControlLut, int CombinationalControlLut, int ControlFf);

    /// <summary>A value kept over <paramref name="From"/> or more edges is kept in a shift register of this size.</summary>
    public sealed record ShiftRegisters(int From, int Ff, int Lut);

    /// <summary>The family's name, as device files give it.</summary>
    public required string Family { get; init; }

    /// <summary>Where the figures are from.</summary>
    public required string Source { get; init; }

    /// <summary>The DSP macro.</summary>
    public required MacroPorts Macro { get; init; }

    /// <summary>Adder and subtracter, by the wider operand.</summary>
    public required LutOperator Adder { get; init; }

    /// <summary>Each of the two rows of a three-operand adder.</summary>
    public required LutOperator TernaryAdder { get; init; }

    /// <summary>A multiplier without DSP.</summary>
    public required FabricOperator FabricMultiplier { get; init; }

    /// <summary>The macro from any operand of its multiplier to its result, in ns.</summary>
    public required double MacroNs { get; init; }

    /// <summary>The macro from its addend to its result, in ns.</summary>
    public required double PostAdderNs { get; init; }

    /// <summary>A multiplier over several macros within a cycle, by the wider operand.</summary>
    public required LutOperator WideMultiplier { get; init; }

    /// <summary>A multiplier over several macros and two cycles.</summary>
    public required StagedOperator Staged { get; init; }

    /// <summary>Comparison.</summary>
    public required LutOperator Compare { get; init; }

    /// <summary>Two-way choice.</summary>
    public required LutOperator Select { get; init; }

    /// <summary>Single gates.</summary>
    public required GateOperator Logic { get; init; }

    /// <summary>Tables.</summary>
    public required MemoryBlocks Memory { get; init; }

    /// <summary>The module around the operators.</summary>
    public required ModuleOverhead Module { get; init; }

    /// <summary>Long-lived values.</summary>
    public required ShiftRegisters ShiftRegister { get; init; }

    internal static DeviceFamily Parse(string json) => JsonSerializer.Deserialize<DeviceFamily>(json, CostData.Json)!;
}
