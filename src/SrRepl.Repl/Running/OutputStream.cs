using Microsoft.Win32.SafeHandles;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>
/// Standard output that says when nobody takes it any more. The console's own stream drops what a closed pipe refuses,
/// and a script would work on for nobody.
/// </summary>
internal sealed class OutputStream(Stream inner) : Stream
{
    private const int StandardOutput = 1;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The process's standard output.</summary>
    public static OutputStream Open()
    {
        if (OperatingSystem.IsWindows())
            return new OutputStream(Console.OpenStandardOutput());
        var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file the stream would keep a position of its own and write over what standard error put there.
        return new OutputStream(stream.CanSeek ? Console.OpenStandardOutput() : stream);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException e)
        {
            throw new DiagnosticException(Errors.OutputLost(e.Message.Split(" : ")[0]), e);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
