using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A formula, or several, as the chip computes it: typed operations in an order where operands come first. The emulator,
/// the scheduler, the cost report and the HLS writer all read this and decide no type, rounding or table entry themselves.
/// </summary>
/// <param name="Name">A C identifier; the top function's name unless the export gives another.</param>
/// <param name="Operations">All operations, inputs first, in the formulas' variable order.</param>
/// <param name="Outputs">What leaves the chip, in order.</param>
public sealed record Kernel(string Name, ImmutableArray<Operation> Operations, ImmutableArray<KernelOutput> Outputs)
{
    /// <summary>The formulas that were lowered, one an output, as given to quantize.</summary>
    public ImmutableArray<Expr> Formulas { get; init; } = [];

    /// <summary>What quantize was told, so that the same Kernel can be made again; null for one that it did not make.</summary>
    public QuantizeOptions? Options { get; init; }

    /// <summary>The one type of hls4ml's manner, or of the inputs and outputs where types are chosen per node.</summary>
    public required FixedType Type { get; init; }

    /// <summary>What the maker should know before building: defects of hls4ml's tables, functions that are not bit-exact.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Where functions of the formulas were lowered to, whatever they became: so that reports can speak of them.</summary>
    public ImmutableArray<KernelCall> Calls { get; init; } = [];

    /// <summary>The operations whose type the formula pins, in rising order.</summary>
    public ImmutableArray<int> Pinned { get; init; } = [];

    /// <summary>How it was lowered; null for one that was not.</summary>
    internal LoweringTrace? Trace { get; init; }

    /// <summary>What enters the chip, in port order.</summary>
    public ImmutableArray<KernelInput> Inputs =>
        [.. Operations.Index().Where(entry => entry.Item.Kind == OperationKind.Input)
            .Select(entry => new KernelInput(entry.Item.Function, entry.Index, entry.Item.Type))];

    /// <summary>The names of the input ports, in order: the columns that a dataset must have.</summary>
    public ImmutableArray<string> InputNames => [.. Inputs.Select(input => input.Name)];

    /// <summary>The distinct tables, in order of first use.</summary>
    public ImmutableArray<LookupTable> Tables =>
        [.. Operations.Where(operation => operation.Table is not null).Select(operation => operation.Table!).Distinct()];

    /// <summary>Whether every bit is known without the vendor's math library.</summary>
    public bool IsBitExact => Operations.All(operation => operation.Kind != OperationKind.MathCall);

    /// <summary>One row an operation: what it computes, from what, its type and its range.</summary>
    public override string ToString() => KernelPrinter.Print(this);
}

/// <summary>An input port: its name, the operation that reads it, and the type the double is cast to.</summary>
public sealed record KernelInput(string Name, int Operation, FixedType Type)
{
    /// <summary>The port as name and type.</summary>
    public override string ToString() => $"{Name} : {Type}";
}

/// <summary>An output port: its name and the operation that computes it, already in the port's type.</summary>
public sealed record KernelOutput(string Name, int Operation)
{
    /// <summary>The port as its name and the number of its operation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} = node {Operation}");
}

/// <summary>A function as it was lowered: perhaps to one operation, perhaps to a composition of many.</summary>
/// <param name="Function">The operator's name.</param>
/// <param name="Arguments">The operations that are its arguments.</param>
/// <param name="Result">The operation that is its result.</param>
public sealed record KernelCall(string Function, ImmutableArray<int> Arguments, int Result);
