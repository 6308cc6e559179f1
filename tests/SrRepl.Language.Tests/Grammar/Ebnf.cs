using System.Text.RegularExpressions;

namespace SrRepl.Language.Tests;

/// <summary>A rule's right side.</summary>
public abstract record Rule;

public sealed record Word(string Text) : Rule;

public sealed record Reference(string Name) : Rule;

public sealed record Joined(IReadOnlyList<Rule> Parts) : Rule;

public sealed record Choice(IReadOnlyList<Rule> Ways) : Rule;

public sealed record Maybe(Rule Inner) : Rule;

public sealed record Repeated(Rule Inner) : Rule;

/// <summary>Reads grammar/sr.ebnf: the little of ISO EBNF that it uses.</summary>
public sealed partial class Ebnf
{
    private readonly string[] _tokens;
    private int _position;

    private Ebnf(string text)
    {
        _tokens = [.. Token().Matches(Comment().Replace(text, "")).Select(match => match.Value)];
    }

    public static IReadOnlyDictionary<string, Rule> Read(string text)
    {
        var reader = new Ebnf(text);
        var rules = new Dictionary<string, Rule>();
        while (reader._position < reader._tokens.Length)
        {
            var name = reader.Take();
            reader.Take("=");
            rules.Add(name, reader.Alternatives());
            reader.Take(";");
        }
        return rules;
    }

    private string Take(string? wanted = null)
    {
        var token = _tokens[_position++];
        if (wanted is not null && token != wanted)
            throw new FormatException($"{wanted} wanted, not {token}");
        return token;
    }

    private bool Skip(string token)
    {
        if (_tokens[_position] != token)
            return false;
        _position++;
        return true;
    }

    private Rule Alternatives()
    {
        var ways = new List<Rule> { Sequence() };
        while (Skip("|"))
            ways.Add(Sequence());
        return ways.Count == 1 ? ways[0] : new Choice(ways);
    }

    private Rule Sequence()
    {
        var parts = new List<Rule> { Single() };
        while (Skip(","))
            parts.Add(Single());
        return parts.Count == 1 ? parts[0] : new Joined(parts);
    }

    private Rule Single()
    {
        var token = Take();
        switch (token)
        {
            case "[":
                return Closed(new Maybe(Alternatives()), "]");
            case "{":
                return Closed(new Repeated(Alternatives()), "}");
            case "(":
                return Closed(Alternatives(), ")");
            default:
                return token[0] == '"' ? new Word(token[1..^1]) : new Reference(token);
        }
    }

    private Rule Closed(Rule rule, string closer)
    {
        Take(closer);
        return rule;
    }

    [GeneratedRegex(@"\(\*.*?\*\)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]+\"|[A-Za-z_]+|[=;|,()\\[\\]{}]")]
    private static partial Regex Token();
}
