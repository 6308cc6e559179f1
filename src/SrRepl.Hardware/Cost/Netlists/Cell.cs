using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>What a call goes to: a module by name, the type it takes its argument in, and the table it reads, if it reads one.</summary>
internal sealed record Module(string Name, FixedType Type, LookupTable? Table = null);

/// <summary>
/// One node of the circuit that a <see cref="Kernel"/> becomes: an integer of <paramref name="Width"/> bits that stands for
/// integer * 2^<paramref name="Lsb"/>. Operands are earlier cells by index, -1 where there is none. Two cells that
/// compare equal compute the same bits, which is what makes common sub-expressions one.
/// </summary>
internal readonly record struct Cell(CellKind Kind, int Width, int Lsb, bool Signed, int A = -1, int B = -1, int C = -1)
{
    /// <summary>How far a <see cref="CellKind.Wire"/> moves its operand's bits: zeros appended, or bits dropped when negative.</summary>
    public int Shift { get; init; }

    /// <summary>What only some kinds have: a constant's integer, a call's <see cref="SrRepl.Hardware.Module"/>, a port's or a relation's name.</summary>
    public object? Detail { get; init; }

    /// <summary>The integer of a <see cref="CellKind.Constant"/>.</summary>
    public BigInteger Value => Detail is BigInteger value ? value : default;

    /// <summary>Where a <see cref="CellKind.Call"/> goes.</summary>
    public Module? Module => Detail as Module;

    /// <summary>The bit above the highest: where the value ends, as a power of two.</summary>
    public int Msb => Lsb + Width;

    /// <summary>Whether it takes LUTs, registers or time by itself.</summary>
    public bool IsWiring => Kind is CellKind.Input or CellKind.Constant or CellKind.Wire or CellKind.Part;

    /// <summary>Operand 0, 1 or 2; -1 where there is none.</summary>
    public int Operand(int i) => i switch { 0 => A, 1 => B, _ => C };

    /// <summary>Equal when the same operator has the same operands and the same detail.</summary>
    public bool Equals(Cell other) =>
        Kind == other.Kind && A == other.A && B == other.B && C == other.C && Shift == other.Shift
        && Width == other.Width && Lsb == other.Lsb && Signed == other.Signed && Equals(Detail, other.Detail);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, A, B, Shift, Width, Lsb);

    /// <summary>The same cell with other operands.</summary>
    public Cell With(int[] map) =>
        this with { A = A < 0 ? A : map[A], B = B < 0 ? B : map[B], C = C < 0 ? C : map[C] };
}
