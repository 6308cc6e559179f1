using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Text = Microsoft.CodeAnalysis.Text.SourceText;

namespace SrRepl.Scripting;

/// <summary>A script with its checkpoints woven in, and the way back from positions in it to positions in what the user wrote.</summary>
internal sealed class WovenScript
{
    private const string MissingSemicolon = "CS1002";
    private const string UnfinishedComment = "CS1035";
    private const string UnfinishedRawText = "CS8997";

    private readonly SyntaxTree _tree;
    private readonly IReadOnlyList<TextChange> _changes;

    private WovenScript(Core.SourceText source, SyntaxTree tree, IReadOnlyList<TextChange> changes)
    {
        Source = source;
        _tree = tree;
        _changes = changes;
        Woven = tree.GetText().WithChanges(changes);
    }

    /// <summary>What the user wrote.</summary>
    public Core.SourceText Source { get; }

    /// <summary>Its syntax.</summary>
    public CompilationUnitSyntax Root => (CompilationUnitSyntax)_tree.GetRoot();

    /// <summary>The path it is compiled under.</summary>
    public string Path => _tree.FilePath;

    /// <summary>What is compiled; the same lines, some of them longer.</summary>
    public Text Woven { get; }

    /// <summary>A script as it is; only the last semicolon may be missing, as at a prompt it will be.</summary>
    public static WovenScript From(Core.SourceText source, string path, CSharpParseOptions options)
    {
        var tree = CSharpSyntaxTree.ParseText(source.Text, options, path);
        if (Errors(tree) is [{ Id: MissingSemicolon, Location.SourceSpan.Start: var at }] && string.IsNullOrWhiteSpace(source.Text[at..]))
            tree = CSharpSyntaxTree.ParseText(source.Text + ";", options, path);
        return new(source, tree, []);
    }

    /// <summary>
    /// Whether Enter should run this text: false where all that is wrong with it is that it ends, be it in a bracket, an expression, a
    /// comment, or before the body of a function.
    /// </summary>
    public static bool IsComplete(string text, CSharpParseOptions options)
    {
        var tree = CSharpSyntaxTree.ParseText(text, options);
        if (Errors(tree) is not [{ Id: var id, Location.SourceSpan.Start: var at }, ..] errors)
            return true;
        var goesOn = at >= text.TrimEnd().Length || id is UnfinishedComment or UnfinishedRawText;
        var lacksSemicolon = errors is [{ Id: MissingSemicolon }] && tree.GetCompilationUnitRoot().Members is not [.., MethodDeclarationSyntax];
        return !goesOn || lacksSemicolon;
    }

    /// <summary>The script with its checkpoints; one that does not parse is left as it is, for the compiler to report.</summary>
    public WovenScript With(LambdaResults lambdas) => Errors(_tree).Length > 0 ? this : new(Source, _tree, CheckpointWalker.Find(Root, lambdas));

    /// <summary>The place, in what the user wrote, of a span of the woven text.</summary>
    public Core.Place PlaceOf(TextSpan woven)
    {
        var start = Unweave(woven.Start);
        return Source.PlaceOf(Core.Span.FromBounds(start, Math.Max(start, Unweave(woven.End))));
    }

    /// <summary>The place of the statement that begins, or goes on, at a line and column of the woven text, both counted from 1.</summary>
    public Core.Place PlaceOfStatement(int line, int column)
    {
        if (line < 1 || line > Woven.Lines.Count)
            return Source.PlaceOf(new Core.Span(0, 1));
        var start = Unweave(Woven.Lines[line - 1].Start + column - 1);
        var token = Root.FindToken(Math.Min(start, Root.FullSpan.End));
        var statement = token.Parent?.AncestorsAndSelf().FirstOrDefault(node => node.SpanStart == start && node is not CompilationUnitSyntax);
        var outermost = statement?.AncestorsAndSelf().TakeWhile(node => node.SpanStart == start && node is not CompilationUnitSyntax).LastOrDefault();
        return Source.PlaceOf(Core.Span.FromBounds(start, Math.Max(start + 1, outermost?.Span.End ?? token.Span.End)));
    }

    private static Diagnostic[] Errors(SyntaxTree tree) => [.. tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private int SkipSpace(int position)
    {
        while (position < Source.Text.Length && char.IsWhiteSpace(Source.Text[position]))
            position++;
        return position;
    }

    private int Unweave(int position)
    {
        var shift = 0;
        foreach (var change in _changes)
        {
            var wovenStart = change.Span.Start + shift;
            if (position < wovenStart)
                break;
            var length = change.NewText!.Length;
            if (position < wovenStart + length)
                return SkipSpace(change.Span.End);
            shift += length - change.Span.Length;
        }
        return Math.Clamp(position - shift, 0, Source.Text.Length);
    }
}
