using System.Runtime.InteropServices;

namespace SrRepl.Export;

/// <summary>Two folders change names.</summary>
internal static class FolderSwap
{
    private const int WorkingDirectory = -100;
    private const uint ExchangeNames = 2;

    /// <summary>Exchanges two folders of one file system: in one step where the system can, else in three that a failure undoes.</summary>
    public static void Exchange(string a, string b)
    {
        if (OperatingSystem.IsLinux() && ExchangeAtOnce(a, b))
            return;
        var aside = a + ".old";
        Directory.Move(b, aside);
        try
        {
            Directory.Move(a, b);
        }
        catch
        {
            Directory.Move(aside, b);
            throw;
        }
        Directory.Move(aside, a);
    }

    // Not every C library and not every file system has it.
    private static bool ExchangeAtOnce(string a, string b)
    {
        try
        {
            return renameat2(WorkingDirectory, a, WorkingDirectory, b, ExchangeNames) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int renameat2(
        int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from, int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);
}
