using System.Text;

namespace SrRepl.Language.Tests;

/// <summary>
/// Makes random sentences of a grammar and lays them out as its remarks say: INDENT, NEWLINE and DEDENT become lines, TIGHT
/// no space. Beyond a depth only the shortest ways on are taken. Names are a few of any kind, or those that are given.
/// </summary>
public sealed class SentenceMaker(IReadOnlyDictionary<string, Rule> rules, Random random, params string[] names)
{
    private const int Deepest = 11;
    private const int IndentWidth = 4;

    private static readonly Dictionary<string, string[]> Terminals = new()
    {
        ["NAME"] = ["x", "y1", "front", "α", "``a name``", "_b"],
        ["NUMBER"] = ["0", "1", "2.5", "1e-3", "1_000"],
        ["STRING"] = ["\"text\"", "\"a \\\"b\\\"\"", "\"\""],
        ["UNIT"] = ["s", "ns", "MHz"],
        ["SIZE"] = ["16", "6"],
        ["MODE"] = ["AP_RND", "AP_SAT"],
    };

    private readonly Dictionary<string, int> _shortest = Shortest(rules);
    private readonly List<string> _words = [];

    /// <summary>The words of one sentence, layout among them.</summary>
    public IReadOnlyList<string> Words(string start = "script")
    {
        _words.Clear();
        Make(new Reference(start), 0);
        return [.. _words];
    }

    /// <summary>The words of one sentence of which one is dropped, doubled, or changes places with another.</summary>
    public IReadOnlyList<string> Mutated()
    {
        var words = Words().ToList();
        var at = random.Next(words.Count);
        switch (random.Next(3))
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, words[at]);
                break;
            default:
                var other = random.Next(words.Count);
                (words[at], words[other]) = (words[other], words[at]);
                break;
        }
        return words;
    }

    /// <summary>Words as text. A body begins one step deeper than the line that opens it; inside brackets steps count as well.</summary>
    public static string Text(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        var indents = new Stack<int>([0]);
        var space = false;
        foreach (var word in words)
        {
            if (word is "INDENT" or "NEWLINE" or "DEDENT")
            {
                if (word == "INDENT")
                    indents.Push(indents.Peek() + IndentWidth);
                if (word == "DEDENT" && indents.Count > 1)
                    indents.Pop();
                // What follows a body stands one step in from its statement: it goes on.
                text.Append('\n').Append(' ', word == "DEDENT" ? indents.Peek() + 2 : indents.Peek());
                space = false;
            }
            else if (word == "TIGHT")
                space = false;
            else if (word != "SPACE")
            {
                text.Append(space ? " " : "").Append(word);
                space = true;
            }
        }
        return text.ToString();
    }

    private void Make(Rule rule, int depth)
    {
        switch (rule)
        {
            case Word word:
                _words.Add(word.Text);
                break;
            case Reference { Name: var name } when rules.TryGetValue(name, out var inner):
                Make(inner, depth + 1);
                break;
            case Reference { Name: "NAME" } when names.Length > 0:
                _words.Add(names[random.Next(names.Length)]);
                break;
            case Reference { Name: var name } when Terminals.TryGetValue(name, out var examples):
                _words.Add(examples[random.Next(examples.Length)]);
                break;
            case Reference { Name: var layout }:
                _words.Add(layout);
                break;
            case Joined joined:
                foreach (var part in joined.Parts)
                    Make(part, depth);
                break;
            case Choice choice:
                var ways = depth < Deepest ? choice.Ways : [choice.Ways.MinBy(way => Length(way, _shortest))!];
                Make(ways[random.Next(ways.Count)], depth);
                break;
            case Maybe maybe when depth < Deepest && random.Next(2) == 0:
                Make(maybe.Inner, depth);
                break;
            case Repeated repeated when depth < Deepest:
                for (var i = random.Next(4); i >= 2; i--)
                    Make(repeated.Inner, depth + 2);
                break;
        }
    }

    // How deep the shallowest sentence of a rule is: rules are relaxed until nothing changes.
    private static Dictionary<string, int> Shortest(IReadOnlyDictionary<string, Rule> rules)
    {
        var depths = rules.Keys.ToDictionary(name => name, _ => 1000);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (name, rule) in rules)
            {
                var depth = 1 + Length(rule, depths);
                changed |= depth < depths[name];
                depths[name] = Math.Min(depth, depths[name]);
            }
        }
        return depths;
    }

    private static int Length(Rule rule, Dictionary<string, int> depths) => rule switch
    {
        Reference { Name: var name } => depths.GetValueOrDefault(name, 1),
        Joined joined => joined.Parts.Max(part => Length(part, depths)),
        Choice choice => choice.Ways.Min(way => Length(way, depths)),
        Maybe or Repeated => 0,
        _ => 1,
    };
}
