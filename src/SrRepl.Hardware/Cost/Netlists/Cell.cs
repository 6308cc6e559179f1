using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// One node of the circuit that a <see cref="Kernel"/> becomes: an integer of <paramref name="Width"/> bits that stands for
/// integer * 2^<paramref name="Lsb"/>. Operands are earlier cells by index, -1 where there is none. Two cells that
/// compare equal compute the same bits, which is what makes common sub-expressions one.
/// </summary>
internal readonly record struct Cell(CellKind Kind, int Width, int Lsb, bool Signed, int A = -1, int B = -1, int C = -1)
{
    /// <summary>How far a <see cref="CellKind.Wire"/> moves its operand's bits: zeros appended, or bits dropped when negative.</summary>
    public int Shift { get; init; }

    /// <summary>The integer of a <see cref="CellKind.Constant"/>.</summary>
    public BigInteger Value { get; init; }

    /// <summary>The module of a <see cref="CellKind.Call"/>, the name of a <see cref="CellKind.Input"/>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The table of a call to one.</summary>
    public LookupTable? Table { get; init; }

    /// <summary>The type that a call takes its argument in, which chooses the module's size.</summary>
    public FixedType CallType { get; init; }

    /// <summary>The bit above the highest: where the value ends, as a power of two.</summary>
    public int Msb => Lsb + Width;

    /// <summary>Whether it takes LUTs, registers or time by itself.</summary>
    public bool IsWiring => Kind is CellKind.Input or CellKind.Constant or CellKind.Wire or CellKind.Part;

    /// <summary>Operand 0, 1 or 2; -1 where there is none.</summary>
    public int Operand(int i) => i switch { 0 => A, 1 => B, _ => C };

    /// <summary>Equal when the same operator has the same operands; what only some kinds have is compared for those alone.</summary>
    public bool Equals(Cell other) =>
        Kind == other.Kind && A == other.A && B == other.B && C == other.C && Shift == other.Shift
        && Width == other.Width && Lsb == other.Lsb && Signed == other.Signed
        && (Kind is CellKind.Add or CellKind.Subtract or CellKind.Multiply or CellKind.Negate or CellKind.Wire
            || Value == other.Value && Name == other.Name && CallType == other.CallType && Equals(Table, other.Table));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, A, B, C, Shift, Width, Lsb);

    /// <summary>The same cell with other operands.</summary>
    public Cell With(int[] map) =>
        this with { A = A < 0 ? A : map[A], B = B < 0 ? B : map[B], C = C < 0 ? C : map[C] };
}
