namespace SrRepl.Core.Tests;

/// <summary>A test of Unix file permissions, which do not bind the superuser.</summary>
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            Skip = "permissions do not bind the superuser, and Windows has others";
    }
}
