using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Nothing of the language is without a case.</summary>
public sealed partial class CoverageTests
{
    private const int FewestCases = 200;

    // What no input of a session can bring about, and why.
    private static readonly Dictionary<int, string> OutOfReach = new()
    {
        [1056] = "every dataset has a column, and one column can be drawn",
        [4024] = "no verb makes a dataset without rows",
        [4205] = "every function that quantize accepts has figures, which the tests of the cost model hold",
        [5019] = "the script that an export writes binds its kernel, and no verb changes it",
    };

    private static readonly string Root = SrRepl.Tests.ReferenceData.Root;

    private static IReadOnlyList<Case> Cases { get; } = [.. CaseFile.Names.SelectMany(name => CaseFile.Read(name).Cases)];

    [Fact]
    public void There_are_enough_cases() => Cases.Count.ShouldBeGreaterThanOrEqualTo(FewestCases);

    [Fact]
    public void Every_verb_has_a_case()
    {
        var used = Words(TokenKind.Name);
        VerbTable.Names.Where(verb => !used.Contains(verb)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_operator_has_a_case()
    {
        var used = Words(TokenKind.Name).Concat(Words(TokenKind.Sign)).ToHashSet();
        Operators.All.Where(op => !used.Contains(op.Name)).ShouldBeEmpty();
    }

    /// <summary>
    /// In the corpus, or, for what no input of a session can bring about (a damaged array, a folder without permission), in
    /// a test of the floor that reports it. The codes of the program itself, SR9xxx, are held by the program's tests.
    /// </summary>
    [Fact]
    public void Every_error_code_has_a_case()
    {
        var expected = string.Join('\n', Cases.Select(entry => entry.Expected));
        var tests = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var source = File.ReadAllText(Path.Combine(Root, "src", "SrRepl.Core", "Diagnostics", "Errors.cs"));
        var lacking = Declaration().Matches(source)
            .Select(match => (Name: match.Groups["name"].Value, Number: int.Parse(match.Groups["number"].Value)))
            .Where(error => error.Number < 9000 && !OutOfReach.ContainsKey(error.Number))
            .Where(error => !expected.Contains($"SR{error.Number:D4}") && !Regex.IsMatch(tests, $@"\b(SR{error.Number:D4}|{error.Number}|Errors\.{error.Name})\b"));
        lacking.ShouldBeEmpty();
    }

    private static HashSet<string> Words(TokenKind kind) =>
    [
        .. Cases.SelectMany(entry => Lexer.Read(new SourceText(entry.Input, "input")).Tokens).Where(token => token.Kind == kind).Select(token => token.Text),
    ];

    [GeneratedRegex(@"public static Diagnostic (?<name>\w+)\([^{;]*?new\((?<number>\d+),", RegexOptions.Singleline)]
    private static partial Regex Declaration();
}
