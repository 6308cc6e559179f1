namespace SrRepl.Hardware;

/// <summary>A division by zero, and the row of its block.</summary>
internal sealed class BlockDivisionException(int row) : ArithmeticException("division by zero")
{
    /// <summary>The row within the block, counted from 0.</summary>
    public int Row { get; } = row;
}
