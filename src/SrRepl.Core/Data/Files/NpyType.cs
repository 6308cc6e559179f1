using System.Globalization;
using System.Runtime.InteropServices;

namespace SrRepl.Core;

/// <summary>How one number is stored in a NumPy array.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
/// <param name="Decode">Reads the little-endian bytes; null for text, which is no number.</param>
internal sealed record NpyType(int Size, bool BigEndian, NpyType.Decoder? Decode)
{
    /// <summary>A number from its little-endian bytes.</summary>
    public delegate double Decoder(ReadOnlySpan<byte> bytes);

    private static readonly Dictionary<string, Decoder> Numbers = new(StringComparer.Ordinal)
    {
        ["f2"] = bytes => (double)MemoryMarshal.Read<Half>(bytes),
        ["f4"] = bytes => MemoryMarshal.Read<float>(bytes),
        ["f8"] = bytes => MemoryMarshal.Read<double>(bytes),
        ["i1"] = bytes => (sbyte)bytes[0],
        ["i2"] = bytes => MemoryMarshal.Read<short>(bytes),
        ["i4"] = bytes => MemoryMarshal.Read<int>(bytes),
        ["i8"] = bytes => MemoryMarshal.Read<long>(bytes),
        ["u1"] = bytes => bytes[0],
        ["u2"] = bytes => MemoryMarshal.Read<ushort>(bytes),
        ["u4"] = bytes => MemoryMarshal.Read<uint>(bytes),
        ["u8"] = bytes => MemoryMarshal.Read<ulong>(bytes),
        ["b1"] = bytes => bytes[0] == 0 ? 0 : 1,
    };

    /// <summary>The type that NumPy writes as byte order, kind and size: "&lt;f4".</summary>
    /// <exception cref="DiagnosticException">A type that holds neither numbers nor text.</exception>
    public static NpyType Of(string code, string file)
    {
        var kind = code.TrimStart('<', '>', '|', '=');
        if (Numbers.TryGetValue(kind, out var decode))
            return new(kind[^1] - '0', code.StartsWith('>'), decode);
        if (kind.Length > 1 && kind[0] is 'U' or 'S' && int.TryParse(kind[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var letters))
            return new(kind[0] == 'U' ? 4 * letters : letters, false, null);
        throw new DiagnosticException(Errors.BadArrayType(file, code));
    }

    /// <summary>Reads the number that stands first.</summary>
    public double Read(ReadOnlySpan<byte> bytes)
    {
        if (!BigEndian)
            return Decode!(bytes);
        Span<byte> turned = stackalloc byte[Size];
        bytes[..Size].CopyTo(turned);
        turned.Reverse();
        return Decode!(turned);
    }
}
