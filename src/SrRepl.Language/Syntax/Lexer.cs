using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Turns a text into tokens and comments. Never throws: what it cannot read becomes an error token with a diagnostic.</summary>
public sealed class Lexer
{
    private const int TabWidth = 4;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly SignSet _signs;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Span> _comments = [];
    private readonly Pile<Token> _read;
    private int _position;
    private int _column;
    private int _columnAt;
    private bool _lineHasToken;
    private bool _space;

    private Lexer(SourceText source, SignSet signs)
    {
        _source = source;
        _signs = signs;
        _text = source.Text;
        _read = new(_text.Length / 4 + 4);
    }

    /// <summary>The tokens in order, <see cref="TokenKind.End"/> last; comments and white space left out.</summary>
    public ImmutableArray<Token> Tokens { get; private set; }

    /// <summary>What could not be read, in order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Where comments stand.</summary>
    public IReadOnlyList<Span> Comments => _comments;

    /// <summary>Whether the text ends inside a comment, a string over several lines or a quoted name.</summary>
    public bool EndsInside { get; private set; }

    /// <summary>Reads the whole text of a script.</summary>
    public static Lexer Read(SourceText source) => Read(source, Vocabulary.Signs);

    /// <summary>Reads the whole text of a formula, which may have SymPy's signs beside those of the language.</summary>
    public static Lexer ReadFormula(SourceText source) => Read(source, Vocabulary.FormulaSigns);

    private static Lexer Read(SourceText source, SignSet signs)
    {
        var lexer = new Lexer(source, signs);
        lexer.ReadAll();
        return lexer;
    }

    private char Here => Ahead(0);

    private char Ahead(int by) => _position + by < _text.Length ? _text[_position + by] : '\0';

    private bool Follow(char first, char second) => Here == first && Ahead(1) == second;

    private void ReadAll()
    {
        if (Here == '\uFEFF')
            _position = _columnAt = 1;
        while (_position < _text.Length)
        {
            if (Here == '\n')
            {
                _position++;
                _columnAt = _position;
                _column = 0;
                _lineHasToken = false;
                _space = true;
            }
            else if (char.IsWhiteSpace(Here))
            {
                _position++;
                _space = true;
            }
            else if (Follow('/', '/'))
                SkipLineComment();
            else if (Follow('(', '*') && Ahead(2) != ')' && !(Ahead(2) == '*' && Ahead(3) == ')'))
                SkipBlockComment();
            else
                ReadToken();
        }
        Add(TokenKind.End, _text.Length, "");
        Tokens = [.. _read.From(0)];
        _read.Dispose();
    }

    private void SkipLineComment()
    {
        var start = _position;
        while (_position < _text.Length && Here != '\n')
            _position++;
        _comments.Add(Span.FromBounds(start, _position));
        _space = true;
    }

    // Comments nest, as in F#.
    private void SkipBlockComment()
    {
        var start = _position;
        var depth = 0;
        do
        {
            if (_position >= _text.Length)
            {
                Report(new Span(start, 2), Errors.UnfinishedComment());
                EndsInside = true;
                break;
            }
            if (Follow('(', '*'))
                (depth, _position) = (depth + 1, _position + 2);
            else if (Follow('*', ')'))
                (depth, _position) = (depth - 1, _position + 2);
            else
                _position++;
        }
        while (depth > 0);
        _comments.Add(Span.FromBounds(start, _position));
        _space = true;
        var lineBreak = _text.LastIndexOf('\n', _position - 1, _position - start);
        if (lineBreak >= 0)
        {
            _columnAt = lineBreak + 1;
            _column = 0;
            _lineHasToken = false;
        }
    }

    private void ReadToken()
    {
        var start = _position;
        var c = Here;
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Ahead(1)) && !FollowsValue()))
            ReadNumber(start);
        else if (c == '"')
            ReadText(start);
        else if (Follow('`', '`'))
            ReadQuotedName(start);
        else if (char.IsLetter(c) || c == '_' || char.IsSurrogate(c))
            ReadName(start);
        else
            ReadSign(start);
    }

    // After a value `.5` would be a field; a point that begins a number stands after a sign, a bracket or a space.
    private bool FollowsValue() =>
        !_space && _read.Count > 0 && _read[^1].Kind is TokenKind.Name or TokenKind.Close or TokenKind.Number or TokenKind.Text;

    private void ReadNumber(int start)
    {
        SkipDigits();
        if (Here == '.' && Ahead(1) != '.' && Ahead(1) != '[')
        {
            _position++;
            SkipDigits();
        }
        if (Here is 'e' or 'E' && (char.IsAsciiDigit(Ahead(1)) || (Ahead(1) is '+' or '-' && char.IsAsciiDigit(Ahead(2)))))
        {
            _position += 2;
            SkipDigits();
        }
        var digits = _text.AsSpan(start, _position - start);
        var value = digits.Contains('_')
            ? double.Parse(digits.ToString().Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
            AddError(start, Errors.NumberBeyondDouble(digits.ToString()));
        else if (Here == '<' && char.IsLetter(Ahead(1)) && ReadUnit() is { } unit)
            AddMeasure(start, value, unit);
        else if (char.IsLetter(Here) || Here == '_')
        {
            var number = digits.ToString();
            while (IsNamePart(Here))
                _position++;
            AddError(start, Errors.NumberThenName(number, _text[(start + number.Length).._position]));
        }
        else
            Add(TokenKind.Number, start, "", value);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Here) || (Here == '_' && char.IsAsciiDigit(Ahead(1))))
            _position++;
    }

    // The angles belong to a unit only when a name alone stands between them: in 1<x the sign is a comparison.
    private string? ReadUnit()
    {
        var end = _position + 1;
        while (end < _text.Length && char.IsLetter(_text[end]))
            end++;
        if (end >= _text.Length || _text[end] != '>')
            return null;
        var unit = _text[(_position + 1)..end];
        _position = end + 1;
        return unit;
    }

    private void AddMeasure(int start, double value, string unit)
    {
        if (Vocabulary.FindUnit(unit) is null)
            AddError(start, Errors.UnknownUnit(unit, [.. Vocabulary.Units.Select(known => known.Name)]), new Span(_position - unit.Length - 1, unit.Length));
        else
            Add(TokenKind.Measure, start, unit, value);
    }

    private void ReadText(int start)
    {
        var literal = TextLiteral.Read(_text, start);
        _position = literal.End;
        if (literal.Finished && literal.BadEscape is null)
            Add(TokenKind.Text, start, literal.Value);
        else if (literal.BadEscape is { } bad)
            AddError(start, Errors.BadEscape(_text.Substring(bad.Start, bad.Length)), bad);
        else
        {
            EndsInside |= literal.OverLines;
            AddError(start, Errors.UnfinishedText(), new Span(start, literal.OverLines ? 3 : 1));
        }
    }

    private void ReadQuotedName(int start)
    {
        var lineEnd = _text.IndexOf('\n', start);
        var end = _text.IndexOf("``", start + 2, StringComparison.Ordinal);
        if (end < 0 || (lineEnd >= 0 && end > lineEnd) || end == start + 2)
        {
            _position = lineEnd < 0 ? _text.Length : lineEnd;
            AddError(start, Errors.UnfinishedName(), new Span(start, 2));
            return;
        }
        _position = end + 2;
        Add(TokenKind.Name, start, _text[(start + 2)..end]);
    }

    private void ReadName(int start)
    {
        if (char.IsSurrogate(Here) && !IsSurrogateLetter())
        {
            _position += char.IsHighSurrogate(Here) && char.IsLowSurrogate(Ahead(1)) ? 2 : 1;
            AddError(start, Errors.UnexpectedCharacter(_text[start.._position]));
            return;
        }
        while (IsNamePart(Here) || IsSurrogateLetter())
            _position += char.IsSurrogate(Here) ? 2 : 1;
        var name = NameOf(_text.AsSpan(start, _position - start));
        if (name is "ap_fixed" or "ap_ufixed" && Here == '<')
            ReadType(start);
        else
            Add(ReservedWords.Keywords.Contains(name) ? TokenKind.Keyword : TokenKind.Name, start, name);
    }

    // A variable stands in a formula many times: one string serves them all.
    private string NameOf(ReadOnlySpan<char> letters)
    {
        if (!_names.TryGetValue(letters, out var name))
            _names[letters] = name = letters.ToString();
        return name;
    }

    private bool IsSurrogateLetter() =>
        char.IsHighSurrogate(Here) && char.IsLowSurrogate(Ahead(1)) && char.IsLetter(_text, _position);

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '\'' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private void ReadType(int start)
    {
        while (_position < _text.Length && Here is not ('>' or '\n' or ';' or '"'))
            _position++;
        if (Here != '>')
        {
            AddError(start, Errors.UnfinishedType());
            return;
        }
        _position++;
        Add(TokenKind.Type, start, _text[start.._position]);
    }

    private void ReadSign(int start)
    {
        var sign = _signs.At(_text, start);
        if (sign is null or "=" && Here is '=' or '!' && Ahead(1) == '=')
        {
            _position += 2;
            AddError(start, Errors.UnexpectedCharacter(_text[start.._position]));
            return;
        }
        if (sign is not null)
        {
            _position += sign.Length;
            Add(TokenKind.Sign, start, sign);
            return;
        }
        _position++;
        switch (_text[start])
        {
            case '(' or '[' or '{':
                Add(TokenKind.Open, start, NameOf(_text.AsSpan(start, 1)));
                break;
            case ')' or ']' or '}':
                Add(TokenKind.Close, start, NameOf(_text.AsSpan(start, 1)));
                break;
            case ',':
                Add(TokenKind.Comma, start, ",");
                break;
            case ';':
                _position += Here == ';' ? 1 : 0;
                Add(TokenKind.Semicolon, start, ";");
                break;
            case '.':
                Add(TokenKind.Dot, start, ".");
                break;
            default:
                AddError(start, Errors.UnexpectedCharacter(_text[start.._position]));
                break;
        }
    }

    private void AddError(int start, Diagnostic diagnostic, Span? span = null)
    {
        Report(span ?? Span.FromBounds(start, _position), diagnostic);
        Add(TokenKind.Error, start, _text[start.._position]);
    }

    private void Report(Span span, Diagnostic diagnostic) => _diagnostics.Add(diagnostic.At(_source.PlaceOf(span)));

    private void Add(TokenKind kind, int start, string text, double value = 0)
    {
        _read.Add(new(kind, Span.FromBounds(start, Math.Max(start, _position)), text)
        {
            Value = value,
            Tight = !_space,
            Column = ColumnOf(start),
            BeginsLine = !_lineHasToken,
        });
        _lineHasToken = true;
        _space = false;
    }

    // Counts on from the last token asked for, so that a long line costs linear time.
    private int ColumnOf(int position)
    {
        for (; _columnAt < position; _columnAt++)
            _column = _text[_columnAt] switch
            {
                '\t' => (_column / TabWidth + 1) * TabWidth,
                '\n' => 0,
                _ => _column + 1,
            };
        return _column;
    }
}
