using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SrRepl.Core;

/// <summary>What stands before the numbers of a NumPy array (numpy.lib.format, versions 1 to 3).</summary>
/// <param name="Fields">The fields of one element: a single one without a name, or those of a record type.</param>
/// <param name="ColumnMajor">Whether a matrix is stored column by column.</param>
/// <param name="Shape">The length of each axis.</param>
internal sealed partial record NpyHeader(ImmutableArray<NpyField> Fields, bool ColumnMajor, ImmutableArray<int> Shape)
{
    private const int LongestHeader = 1 << 20;

    /// <summary>Reads the header and leaves the stream at the first element.</summary>
    /// <exception cref="DiagnosticException">No NumPy array, or one of a type or shape that is no table.</exception>
    public static NpyHeader Read(Stream stream, string file)
    {
        var start = new byte[8];
        stream.ReadExactly(start);
        if (!start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x93, .. "NUMPY"u8]))
            throw new DiagnosticException(Errors.BadArray(file, "it does not begin as a NumPy array does"));
        var lengthBytes = new byte[start[6] == 1 ? 2 : 4];
        stream.ReadExactly(lengthBytes);
        var length = lengthBytes.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadInt32LittleEndian(lengthBytes);
        if (length is < 0 or > LongestHeader)
            throw new DiagnosticException(Errors.BadArray(file, "its header has no sensible length"));
        var header = new byte[length];
        stream.ReadExactly(header);
        return Parse(Encoding.UTF8.GetString(header), file);
    }

    private static NpyHeader Parse(string text, string file)
    {
        var (type, order, shape) = (TypePattern().Match(text), OrderPattern().Match(text), ShapePattern().Match(text));
        if (!type.Success || !order.Success || !shape.Success)
            throw new DiagnosticException(Errors.BadArray(file, "its header lacks descr, fortran_order or shape"));
        var fields = type.Groups["one"].Success
            ? [new NpyField("", NpyType.Of(type.Groups["one"].Value, file))]
            : FieldPattern().Matches(type.Groups["many"].Value)
                .Select(match => new NpyField(match.Groups["name"].Value, NpyType.Of(match.Groups["type"].Value, file)))
                .ToImmutableArray();
        var axes = ImmutableArray.CreateBuilder<int>();
        foreach (var axis in shape.Groups["axes"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            axes.Add(int.TryParse(axis, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new DiagnosticException(Errors.BadArray(file, $"an axis of length {axis} is too long")));
        return new(fields, order.Groups["value"].Value == "True", axes.ToImmutable());
    }

    [GeneratedRegex(@"'descr':\s*(?:'(?<one>[^']*)'|\[(?<many>.*?)\]\s*,\s*')")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'fortran_order':\s*(?<value>True|False)")]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape':\s*\((?<axes>[^)]*)\)")]
    private static partial Regex ShapePattern();

    [GeneratedRegex(@"\(\s*'(?<name>[^']*)'\s*,\s*'(?<type>[^']*)'\s*\)")]
    private static partial Regex FieldPattern();
}

/// <summary>A field of an element.</summary>
/// <param name="Name">Its name in a record type, else empty.</param>
/// <param name="Type">How it is stored.</param>
internal sealed record NpyField(string Name, NpyType Type);
