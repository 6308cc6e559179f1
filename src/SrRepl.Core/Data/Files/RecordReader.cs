using System.Buffers;

namespace SrRepl.Core;

/// <summary>
/// Cuts a stream of bytes into records: lines ended by LF, CRLF or CR, where a line break inside double quotes does not count
/// (RFC 4180, section 2). A byte order mark is skipped.
/// </summary>
internal sealed class RecordReader : IDisposable
{
    private const int FirstSize = 1 << 18;
    private const int LongestRecord = 1 << 26;

    private readonly Stream _stream;
    private readonly bool _quotes;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private bool _ended;
    private byte _break = (byte)'\n';
    private int _recordStart;
    private int _recordLength;
    private int _breaks;

    /// <summary>Reads from a stream, which stays the caller's to close.</summary>
    /// <param name="stream">Bytes of text.</param>
    /// <param name="quotes">Whether double quotes can hold a line break.</param>
    public RecordReader(Stream stream, bool quotes = true)
    {
        _stream = stream;
        _quotes = quotes;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _start = "\uFEFF"u8.Length;
        var head = _buffer.AsSpan(0, _end);
        if (!head.Contains((byte)'\n') && head.Contains((byte)'\r'))
            _break = (byte)'\r';
    }

    /// <summary>The record without its line break; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_recordStart, _recordLength);

    /// <summary>The line the record starts on, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the record ended with the file, or grew beyond all measure, inside a quote.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>What has been read and not yet given out, from the next record on: enough to tell text from other content.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Read()
    {
        Line += _breaks + (Line == 0 ? 1 : 0);
        _breaks = 0;
        var (scanned, open) = (0, false);
        while (true)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf(_break);
            if (found >= 0)
            {
                _breaks++;
                open ^= _quotes && HasOddQuotes(_buffer.AsSpan(_start + scanned, found));
                scanned += found + 1;
                if (!open)
                {
                    Give(scanned - 1, scanned);
                    return true;
                }
            }
            else if (_ended || (open && _end - _start > LongestRecord))
            {
                if (_start == _end)
                    return false;
                Unfinished = open ^ (_quotes && HasOddQuotes(_buffer.AsSpan(_start + scanned, _end - _start - scanned)));
                Give(_end - _start, _end - _start);
                return true;
            }
            else
            {
                Fill();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private static bool HasOddQuotes(ReadOnlySpan<byte> text) => text.Contains((byte)'"') && text.Count((byte)'"') % 2 == 1;

    private void Give(int length, int consumed)
    {
        _recordStart = _start;
        _recordLength = length > 0 && _buffer[_start + length - 1] == '\r' ? length - 1 : length;
        _start += consumed;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        var read = _stream.ReadAtLeast(_buffer.AsSpan(_end), Math.Min(FirstSize, _buffer.Length - _end), throwOnEndOfStream: false);
        _ended = read == 0;
        _end += read;
    }
}
