using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Finds what fits at the caret from the tokens before it, without running anything but property reads.</summary>
internal sealed class Completer
{
    private readonly string _text;
    private readonly Scope _scope;
    private readonly Token[] _before;
    private readonly Token? _current;
    private readonly int _caret;

    public Completer(string text, int caret, Scope scope)
    {
        _text = text;
        _scope = scope;
        _caret = Math.Clamp(caret, 0, text.Length);
        var tokens = Lexer.Read(new SourceText(text[.._caret], "input")).Tokens;
        _current = tokens.Cast<Token?>().LastOrDefault(token => token!.Value.Span.Length > 0 && token.Value.Span.End == _caret
            && token.Value.Kind is TokenKind.Name or TokenKind.Keyword or TokenKind.Error);
        _before = [.. tokens.Where(token => token.Kind != TokenKind.End && (_current is null || token.Span.Start < _current.Value.Span.Start))];
    }

    public CompletionList Complete()
    {
        if (OpenText() is { } start)
            return CompleteText(start);
        var typed = _current is { } word ? _text[word.Span.Start.._caret] : "";
        var items = _before is [.., { Kind: TokenKind.Dot }] ? Fields()
            : VerbOfRecord() is { } verb ? Options(verb)
            : [.. Quoted(), .. Units(), .. Everything()];
        return new(Span.FromBounds(_caret - typed.Length, _caret), Fitting(items, typed));
    }

    /// <summary>The files and folders that fit, where the text from a position on is a path.</summary>
    public CompletionList Paths(int start)
    {
        var typed = _text[start.._caret];
        var cut = typed.LastIndexOf('/') + 1;
        var folder = cut == 0 ? "." : typed[..cut];
        var items = new List<CompletionItem>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                if (entry.Name.StartsWith(typed[cut..], StringComparison.Ordinal) && (typed.Length > cut || entry.Name[0] != '.'))
                    items.Add(new(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, CompletionKind.Path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed offers nothing.
        }
        items.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        return new(Span.FromBounds(start + cut, _caret), items);
    }

    private static List<CompletionItem> Fitting(IEnumerable<CompletionItem> items, string typed) =>
    [
        .. items.Where(item => Nearest.Fold(item.Text).StartsWith(Nearest.Fold(typed), StringComparison.Ordinal))
            .DistinctBy(item => item.Text).OrderBy(item => item.Text, StringComparer.Ordinal),
    ];

    // Where the string that the caret is in begins, behind its quote; null when it is in none.
    private int? OpenText() => _current is { Kind: TokenKind.Error } && _text[_current.Value.Span.Start] == '"' ? _current.Value.Span.Start + 1 : null;

    private CompletionList CompleteText(int start)
    {
        var typed = _text[start.._caret];
        if (!NamesColumn())
            return NamesOfText() is { } names
                ? new(Span.FromBounds(start, _caret), Fitting(names.Select(name => new CompletionItem(name, CompletionKind.Binding)), typed))
                : Paths(start);
        var wordStart = typed.Length;
        while (wordStart > 0 && (char.IsLetterOrDigit(typed[wordStart - 1]) || typed[wordStart - 1] == '_'))
            wordStart--;
        var columns = _scope.Globals.Values.OfType<Dataset>().SelectMany(dataset => dataset.Columns)
            .Select(column => new CompletionItem(column.Name, CompletionKind.Column));
        return new(Span.FromBounds(start + wordStart, _caret), Fitting(columns, typed[wordStart..]));
    }

    // data.["c, target "c, expr "1 + c, { column = "c
    private bool NamesColumn() =>
        _before is [.., { Kind: TokenKind.Dot }, { Kind: TokenKind.Open, Text: "[" }]
        || (OptionOfText() is { } option ? TextChoices.OptionNamesColumns(option.Verb, option.Name) : VerbOfText() is { } verb && TextChoices.VerbNamesColumns(verb));

    // { loss = "L2, pick "b; null where the text is a path.
    private IEnumerable<string>? NamesOfText() =>
        OptionOfText() is { } option
            ? TextChoices.OptionIsPath(option.Name) ? null : TextChoices.Of(option.Verb, option.Name)
            : VerbOfText() is { } verb ? TextChoices.Of(verb) : null;

    private string? VerbOfText()
    {
        var last = Array.FindLastIndex(_before, token => token.Kind == TokenKind.Name && VerbTable.Find(token.Text) is not null);
        return last < 0 ? null : _before[last].Text;
    }

    // The option that the text is a value of, as in { columns = ["a"; "b; null when it is none.
    private (Verb Verb, string Name)? OptionOfText()
    {
        var last = _before.Length - 1;
        while (last >= 0 && _before[last] is { Kind: TokenKind.Text or TokenKind.Semicolon } or { Kind: TokenKind.Open, Text: "[" })
            last--;
        return last >= 1 && _before[last].Is(TokenKind.Sign, "=") && VerbOfRecord(last - 1) is { } verb ? (verb, _before[last - 1].Text) : null;
    }

    // { backend = : the texts that the option takes, with their quotes.
    private IEnumerable<CompletionItem> Quoted() =>
        OptionOfText() is { } option
            ? TextChoices.Of(option.Verb, option.Name).Select(name => new CompletionItem($"\"{name}\"", CompletionKind.Binding))
            : [];

    // 5<n : what a measure may be measured in.
    private IEnumerable<CompletionItem> Units() =>
        _before is [.., { Kind: TokenKind.Number }, { Kind: TokenKind.Sign, Text: "<", Tight: true }]
            ? Vocabulary.Units.Select(unit => new CompletionItem(unit.Name + ">", CompletionKind.Keyword, unit.Base == "s" ? "a time" : "a frequency"))
            : [];

    // front.best. : the value of the names before the point.
    private IEnumerable<CompletionItem> Fields()
    {
        var last = _before.Length - 2;
        var first = last;
        while (first >= 2 && _before[first].Kind == TokenKind.Name && _before[first - 1].Kind == TokenKind.Dot && _before[first - 2].Kind == TokenKind.Name)
            first -= 2;
        if (last < 0 || _before[first].Kind != TokenKind.Name || _scope.Find(_before[first].Text) is not { } value)
            return [];
        try
        {
            for (var i = first + 2; i <= last; i += 2)
                value = Members.Field(value, _before[i].Text, new(new SourceText(_text, "input"), _before[i].Span));
        }
        catch (DiagnosticException)
        {
            return [];
        }
        return Members.FieldsOf(value).Select(name => new CompletionItem(name, CompletionKind.Field));
    }

    // The verb whose record the caret is in, when the next word is a field's name.
    private Verb? VerbOfRecord() =>
        _before is [.., { Kind: TokenKind.Open, Text: "{" }] or [.., { Kind: TokenKind.Semicolon }] || BeginsLine() ? VerbOfRecord(_before.Length - 1) : null;

    private Verb? VerbOfRecord(int from)
    {
        var depth = 0;
        var opening = from;
        for (; opening >= 0; opening--)
        {
            depth += _before[opening].Kind == TokenKind.Close ? 1 : _before[opening].Kind == TokenKind.Open ? -1 : 0;
            if (depth < 0)
                break;
        }
        if (opening < 0 || _before[opening].Text != "{")
            return null;
        for (var i = opening - 1; i >= 0 && _before[i].Kind is TokenKind.Name or TokenKind.Text or TokenKind.Type or TokenKind.Number or TokenKind.Measure; i--)
            if (_before[i].Kind == TokenKind.Name && _scope.Find(_before[i].Text) is null && VerbTable.Find(_before[i].Text) is { } verb)
                return verb;
        return null;
    }

    private bool BeginsLine()
    {
        var start = _current?.Span.Start ?? _caret;
        return _before.Length > 0 && _text.AsSpan(_before[^1].Span.End, start - _before[^1].Span.End).Contains('\n');
    }

    private static IEnumerable<CompletionItem> Options(Verb verb) => verb.Options.Select(option => new CompletionItem(
        option.Name, CompletionKind.Option, $"{option.Help} ({(option.Default.Length > 0 ? $"default {option.Default}" : "not set by default")})"));

    private IEnumerable<CompletionItem> Everything() =>
    [
        .. _scope.Globals.Select(pair => new CompletionItem(InfixPrinter.Name(pair.Key), CompletionKind.Binding, Kinds.Describe(pair.Value))),
        .. VerbTable.All.Where(verb => _scope.Find(verb.Name) is null).Select(verb => new CompletionItem(verb.Name, CompletionKind.Verb, verb.Summary)),
        .. Operators.All.Where(op => char.IsLetter(op.Name[0]) && _scope.Find(op.Name) is null)
            .Select(op => new CompletionItem(op.Name, CompletionKind.Operator, op.Summary)),
        .. ReservedWords.Constants.Keys.Select(name => new CompletionItem(name, CompletionKind.Binding, "number")),
        .. ReservedWords.Keywords.Select(word => new CompletionItem(word, CompletionKind.Keyword)),
    ];
}
