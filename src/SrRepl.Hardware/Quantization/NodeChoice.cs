namespace SrRepl.Hardware;

/// <summary>What is chosen for one node of a formula.</summary>
/// <param name="Fraction">Fraction bits of its result.</param>
/// <param name="Digits">For a constant, the most signed digits that are not zero: with few, a multiplication is shifts and adds.</param>
internal readonly record struct NodeChoice(int Fraction, int Digits = NodeChoice.AllDigits)
{
    /// <summary>No limit on the digits.</summary>
    public const int AllDigits = 64;
}
