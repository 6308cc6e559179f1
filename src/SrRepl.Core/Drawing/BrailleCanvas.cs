using System.Text;

namespace SrRepl.Core;

/// <summary>A grid of dots printed as braille characters, two dots wide and four high each.</summary>
/// <param name="columns">Characters across.</param>
/// <param name="rows">Characters down.</param>
internal sealed class BrailleCanvas(int columns, int rows)
{
    /// <summary>Dots across a character.</summary>
    public const int DotsAcross = 2;

    /// <summary>Dots down a character.</summary>
    public const int DotsDown = 4;

    private const char Blank = '\u2800';

    // The bit of each dot in Unicode's braille block: the lower two rows came later to the alphabet.
    private static readonly int[,] Bits = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private readonly int[,] _cells = new int[rows, columns];

    /// <summary>Dots across.</summary>
    public int Width => columns * DotsAcross;

    /// <summary>Dots down.</summary>
    public int Height => rows * DotsDown;

    /// <summary>Sets a dot, counted from the upper left; one outside is ignored.</summary>
    public void Set(int x, int y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
            _cells[y / DotsDown, x / DotsAcross] |= Bits[y % DotsDown, x % DotsAcross];
    }

    /// <summary>A row of characters, without blanks at its end.</summary>
    public string Row(int row)
    {
        var text = new StringBuilder(columns);
        for (var column = 0; column < columns; column++)
            text.Append(_cells[row, column] == 0 ? ' ' : (char)(Blank + _cells[row, column]));
        return text.ToString().TrimEnd();
    }
}
