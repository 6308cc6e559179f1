using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>What a script that does not compile may have meant: the names known where the compiler met one that is not.</summary>
internal static partial class LikelyNames
{
    private static readonly Assembly[] House = [typeof(Expr).Assembly, typeof(Search.EvolveOptions).Assembly, typeof(Hardware.Kernel).Assembly, typeof(Hls.HlsOptions).Assembly, typeof(VerbTable).Assembly];

    /// <summary>"did you mean x?" for an unknown name or member, or null when nothing is near or something else is wrong.</summary>
    /// <param name="error">The compiler's error.</param>
    /// <param name="message">What it says.</param>
    public static string? Hint(Microsoft.CodeAnalysis.Diagnostic error, string message)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        var known = error.Id switch
        {
            "CS0103" => Declared(tree.GetRoot()).Concat(typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)),
            "CS0117" => Members(message),
            "CS1061" => Members(message).Concat(Verbs()),
            _ => [],
        };
        return Nearest.Hint(tree.GetText().ToString(error.Location.SourceSpan), known.Distinct());
    }

    private static IEnumerable<string> Declared(SyntaxNode root) => root.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => "",
    });

    // The compiler's sentence begins with the type, in quotes.
    private static IEnumerable<string> Members(string message)
    {
        var name = Quoted().Match(message).Groups["type"].Value;
        return House.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.Name == name)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).Select(member => member.Name);
    }

    private static IEnumerable<string> Verbs() => typeof(VerbTable).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(VerbAttribute))).Select(method => method.Name);

    [GeneratedRegex("^'(?<type>\\w+)'")]
    private static partial Regex Quoted();
}
