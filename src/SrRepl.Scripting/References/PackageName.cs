using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>A package of the feed, at one exact version so that a script means the same tomorrow.</summary>
internal sealed partial record PackageName(string Id, string Version)
{
    /// <summary>Reads <c>Name, version</c>.</summary>
    /// <exception cref="DiagnosticException">It is not that.</exception>
    public static PackageName Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new PackageName(match.Groups["id"].Value, match.Groups["version"].Value)
            : throw new DiagnosticException(Errors.PackageMisnamed(text.Trim()));
    }

    [GeneratedRegex(@"^\s*(?<id>[A-Za-z0-9_][A-Za-z0-9_.-]*)\s*,\s*(?<version>[0-9][0-9A-Za-z.+-]*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
