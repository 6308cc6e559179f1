using System.Buffers.Binary;
using System.IO.Compression;

namespace SrRepl.Core;

/// <summary>
/// Unpacks a gzip file and refuses one that was cut short, which the unpacker alone passes over in silence: the last
/// four bytes of a member tell its unpacked length (RFC 1952, section 2.3.1).
/// </summary>
internal sealed class WholeGzipStream(FileStream packed) : Stream
{
    private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress, leaveOpen: true);
    private uint _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The file is no gzip, is damaged, or ends too early.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        _length += (uint)read;
        if (read == 0 && buffer.Length > 0 && !IsWhole())
            throw new InvalidDataException("the file ends too early");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            packed.Dispose();
        }
        base.Dispose(disposing);
    }

    // Files put together from several members tell the length of the last alone: those are taken as they are.
    private bool IsWhole()
    {
        if (packed.Length == 0)
            return true;
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        packed.Position = Math.Max(0, packed.Length - trailer.Length);
        packed.ReadAtLeast(trailer, trailer.Length, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer) == _length || HasSeveralMembers();
    }

    private bool HasSeveralMembers()
    {
        ReadOnlySpan<byte> start = [0x1F, 0x8B, 0x08];
        packed.Position = start.Length;
        var chunk = new byte[1 << 16];
        for (var kept = 0; ;)
        {
            var read = packed.Read(chunk, kept, chunk.Length - kept);
            if (chunk.AsSpan(0, kept + read).IndexOf(start) >= 0)
                return true;
            if (read == 0)
                return false;
            var end = kept + read;
            kept = Math.Min(start.Length - 1, end);
            chunk.AsSpan(end - kept, kept).CopyTo(chunk);
        }
    }
}
