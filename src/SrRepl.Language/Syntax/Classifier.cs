using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Says what each piece of a text is, so that an editor can colour it.</summary>
internal static class Classifier
{
    public static IReadOnlyList<ClassifiedSpan> Classify(string text, Scope scope)
    {
        var lexer = Lexer.Read(new SourceText(text, "input"));
        return
        [
            .. lexer.Tokens.Where(token => token.Span.Length > 0)
                .Select(token => new ClassifiedSpan(token.Span, ClassOf(token, scope)))
                .Concat(lexer.Comments.Select(span => new ClassifiedSpan(span, TokenClass.Comment)))
                .OrderBy(piece => piece.Span.Start),
        ];
    }

    private static TokenClass ClassOf(Token token, Scope scope) => token.Kind switch
    {
        TokenKind.Number or TokenKind.Measure => TokenClass.Number,
        TokenKind.Text => TokenClass.Text,
        TokenKind.Type => TokenClass.Type,
        TokenKind.Keyword => TokenClass.Keyword,
        TokenKind.Sign => TokenClass.Sign,
        TokenKind.Error => TokenClass.Error,
        TokenKind.Name => scope.Find(token.Text) switch
        {
            FunctionValue or Operator => TokenClass.Function,
            not null => TokenClass.Name,
            null when Operators.Find(token.Text) is not null => TokenClass.Function,
            null when VerbTable.Find(token.Text) is not null => TokenClass.Verb,
            _ => TokenClass.Name,
        },
        _ => TokenClass.Punctuation,
    };
}
