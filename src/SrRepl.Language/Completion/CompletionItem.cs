using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What a completion stands for.</summary>
public enum CompletionKind
{
    /// <summary>A word of the grammar.</summary>
    Keyword,

    /// <summary>A name of the session.</summary>
    Binding,

    /// <summary>An operator of the table.</summary>
    Operator,

    /// <summary>A verb.</summary>
    Verb,

    /// <summary>An option of the verb the caret is in.</summary>
    Option,

    /// <summary>A field of the value before the point.</summary>
    Field,

    /// <summary>A column of a dataset of the session.</summary>
    Column,

    /// <summary>A file or a folder.</summary>
    Path,
}

/// <summary>One way to go on at the caret.</summary>
/// <param name="Text">What replaces the span.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Help">One line: what it does, an option's default; empty when there is nothing to say.</param>
public sealed record CompletionItem(string Text, CompletionKind Kind, string Help = "");

/// <summary>What fits at the caret.</summary>
/// <param name="Replaced">The span of the word being typed, which a completion replaces.</param>
/// <param name="Items">What fits, sorted by text.</param>
public sealed record CompletionList(Span Replaced, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>What all that fits has behind the word as it was typed in <paramref name="text"/>; empty where they part at once or it was typed in another case.</summary>
    public string Common(string text)
    {
        var typed = text.AsSpan(Replaced.Start, Replaced.Length);
        if (Items.Count == 0)
            return "";
        var common = Items[0].Text.AsSpan();
        foreach (var item in Items)
            common = common[..common.CommonPrefixLength(item.Text)];
        return common.StartsWith(typed) ? common[typed.Length..].ToString() : "";
    }
}
