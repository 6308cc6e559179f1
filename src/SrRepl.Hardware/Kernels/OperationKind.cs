namespace SrRepl.Hardware;

/// <summary>What an operation of a Kernel does. Every kind has one row in each reader's table: emulator, cost, HLS.</summary>
public enum OperationKind
{
    /// <summary>A formula's input, cast from double to the type.</summary>
    Input,

    /// <summary>A number of the type, known when the Kernel is built.</summary>
    Literal,

    /// <summary>The exact sum, in ap_fixed's result type.</summary>
    Add,

    /// <summary>The exact difference, in ap_fixed's result type.</summary>
    Subtract,

    /// <summary>The exact product, in ap_fixed's result type.</summary>
    Multiply,

    /// <summary>The quotient truncated toward zero, in ap_fixed's result type.</summary>
    Divide,

    /// <summary>The exact negative, one bit wider.</summary>
    Negate,

    /// <summary>The operand rounded and overflowed into the type.</summary>
    Cast,

    /// <summary>An entry of a <see cref="LookupTable"/>, indexed by the operand, which has the table's argument type.</summary>
    Table,

    /// <summary>hls4ml's built-in sine or cosine by octants of a 512-entry table (nnet::sin_lut, nnet::cos_lut); see <see cref="Hardware.OctantTable"/>.</summary>
    OctantTable,

    /// <summary>A function of the vendor's math library, hls::f; not bit-exact without that library.</summary>
    MathCall,

    /// <summary>The absolute value of a signed operand, unsigned and in as many bits: exact for the lowest value too.</summary>
    Abs,

    /// <summary>The smaller operand; both have the result's type.</summary>
    Min,

    /// <summary>The larger operand; both have the result's type.</summary>
    Max,

    /// <summary>One bit: the comparison named by <see cref="Operation.Function"/> (greater, less_equal, ...) holds, exactly.</summary>
    Compare,

    /// <summary>The second operand where the first is not zero, else the third; both have the result's type.</summary>
    Select,
}
