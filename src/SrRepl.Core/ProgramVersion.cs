using System.Reflection;

namespace SrRepl.Core;

/// <summary>Which build this is.</summary>
public static class ProgramVersion
{
    private const int ShortCommit = 10;

    /// <summary>The version, and the commit where the build knew it: <c>sr 0.1.0 (1a2b3c4d5e)</c>.</summary>
    public static string Text
    {
        get
        {
            var informational = typeof(ProgramVersion).Assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
            var parts = informational.Split('+', 2);
            return parts.Length == 1
                ? $"sr {parts[0]}"
                : $"sr {parts[0]} ({parts[1][..Math.Min(ShortCommit, parts[1].Length)]})";
        }
    }
}
