using System.Text;

namespace SrRepl.Core;

/// <summary>One cell of a record: where its content is, without quotes and outer blanks, and where the cell ends.</summary>
/// <param name="Start">First byte of the content.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="End">Position of the separator behind the cell, or the record's length.</param>
internal readonly record struct Cell(int Start, int Length, int End)
{
    /// <summary>The content as text, doubled quotes made single.</summary>
    public string TextIn(ReadOnlySpan<byte> record) =>
        Encoding.UTF8.GetString(record.Slice(Start, Length)).Replace("\"\"", "\"", StringComparison.Ordinal);
}
