using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A page of help, made from the verb table.</summary>
public sealed class HelpText
{
    private static readonly string[] Groups = ["data", "formula", "search", "hardware", "session"];

    private readonly string _text;

    private HelpText(string text)
    {
        _text = text;
    }

    /// <summary>All verbs by group, a line each.</summary>
    public static HelpText Overview()
    {
        var verbs = VerbTable.All.ToArray();
        var width = verbs.Max(verb => verb.Name.Length);
        var text = new StringBuilder();
        foreach (var group in Groups.Concat(verbs.Select(verb => verb.Group).Except(Groups)))
        {
            text.Append(text.Length > 0 ? "\n\n" : "").Append(group);
            foreach (var verb in verbs.Where(verb => verb.Group == group))
                text.Append("\n  ").Append(verb.Name.PadRight(width)).Append("  ").Append(verb.Summary);
            if (group == "session")
                text.Append("\n  ").Append(Session.ArgumentsName.PadRight(width)).Append("  the words behind -- on the command line, a list of texts");
        }
        text.Append("\n\n`help evolve` tells one verb's options, `help sin` an operator.");
        return new(text.ToString());
    }

    /// <summary>One verb: what it does, how it is used, its options.</summary>
    public static HelpText Of(Verb verb)
    {
        var text = new StringBuilder().Append(verb.Name).Append(": ").Append(verb.Summary);
        if (verb.Example is { } example)
            text.Append("\n\n  ").Append(example);
        text.Append("\n\n").AppendJoin('\n', verb.Signatures.GroupBy(signature => signature.Gives).Select(group =>
            $"takes {string.Join(" or ", group.Select(signature => signature.Takes))}, gives {group.Key}"));
        var options = verb.Options;
        if (!options.IsEmpty)
        {
            var table = new TextTable("option", "default", "meaning");
            foreach (var option in options)
                table.Add(option.Name + (option.Bare ? " (bare)" : ""), option.Default, option.Help + (option.Unit is null ? "" : $", in {option.Unit}"));
            text.Append("\n\n").Append(table);
        }
        return new(text.ToString());
    }

    /// <summary>One operator of the table.</summary>
    public static HelpText Of(Operator op)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{op.Name}: ");
        if (op is BuiltInOperator known)
        {
            text.Append(known.Summary);
            if (!known.Aliases.IsEmpty)
                text.Append("\n\nalso read as ").AppendJoin(", ", known.Aliases);
        }
        else
            text.Append(CultureInfo.InvariantCulture, $"a function of {op.Arity} argument{(op.Arity == 1 ? "" : "s")}");
        return new(text.ToString());
    }

    /// <summary>A verb or an operator by name.</summary>
    /// <exception cref="DiagnosticException">There is none (SR0040).</exception>
    public static HelpText Of(string topic) =>
        VerbTable.Find(topic) is { } verb ? Of(verb)
        : Operators.Find(topic) is { } op ? Of(op)
        : throw new DiagnosticException(Errors.NoHelp(topic, [.. VerbTable.Names, .. Operators.Names]));

    /// <inheritdoc/>
    public override string ToString() => _text;
}
