namespace SrRepl.Hardware;

/// <summary>What a cell of a <see cref="Netlist"/> does with the integers that its operands carry.</summary>
internal enum CellKind
{
    /// <summary>A bit pattern that arrives from outside.</summary>
    Input,

    /// <summary>A known integer.</summary>
    Constant,

    /// <summary>Wiring: the operand with zeros appended, bits cut off or the sign extended. Costs nothing.</summary>
    Wire,

    /// <summary>A + B.</summary>
    Add,

    /// <summary>A - B.</summary>
    Subtract,

    /// <summary>0 - A.</summary>
    Negate,

    /// <summary>A * B.</summary>
    Multiply,

    /// <summary>One bit: a relation between A and B.</summary>
    Compare,

    /// <summary>B where the bit A is set, else C.</summary>
    Select,

    /// <summary>A few gates over A and B: the rounding bit, the overflow test.</summary>
    Logic,

    /// <summary>A function module with its own pipeline, applied to A (and B).</summary>
    Call,

    /// <summary>One of several results of a call, chosen by wiring.</summary>
    Part,
}
