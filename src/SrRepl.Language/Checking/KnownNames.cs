using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What is known of a name before it has a value.</summary>
/// <param name="Arity">How many arguments it takes at most; null when that is not known.</param>
internal sealed record KnownName(int? Arity)
{
    public static readonly KnownName Any = new((int?)null);

    /// <summary>A let with parameters takes as many arguments, unless its body may be a function itself.</summary>
    public static KnownName Of(LetNode let) =>
        let.Parameters.IsEmpty || let.Parameters.Any(parameter => parameter is TuplePattern) || !IsArithmetic(let.Body) ? Any : new(let.Parameters.Length);

    private static bool IsArithmetic(Node body) => body switch
    {
        NumberNode or TextNode or BoolNode or NegateNode or ListNode or RecordNode => true,
        ChainNode chain => chain.Signs[0].Sign.Text is not ("|>" or "<|" or ">>"),
        GroupNode group => IsArithmetic(group.Inner),
        _ => false,
    };
}

/// <summary>The names in sight of a piece of syntax, beside those of the language itself.</summary>
internal sealed class KnownNames
{
    private readonly ImmutableDictionary<string, KnownName> _names;

    private KnownNames(ImmutableDictionary<string, KnownName> names)
    {
        _names = names;
    }

    public static KnownNames Of(Scope scope) =>
        new(scope.Globals.ToImmutableDictionary(pair => pair.Key, pair => new KnownName(ArityOf(pair.Value)), StringComparer.Ordinal));

    public IReadOnlyCollection<string> All => Language.Names.Known(_names.Keys);

    public KnownNames With(string name, KnownName known) => new(_names.SetItem(name, known));

    public bool IsBound(string name) => _names.ContainsKey(name);

    public bool Has(string name) => IsBound(name) || Language.Names.Find(name, Scope.Empty) is not null;

    public Verb? Verb(string name) => IsBound(name) ? null : (Language.Names.Find(name, Scope.Empty) as PartialVerb)?.Verb;

    public int? Arity(string name) =>
        _names.TryGetValue(name, out var known) ? known.Arity : (Language.Names.Find(name, Scope.Empty) as Operator)?.Arity;

    public bool TakesArgument(Node operand) => operand switch
    {
        NameNode { Name: var name } => Verb(name) is not null || Arity(name) > 0,
        ApplyNode { Tight: false, Function: NameNode { Name: var head }, Arguments: var given } => Arity(head) > given.Length,
        _ => false,
    };

    private static int? ArityOf(object value) => value is Operator op ? op.Arity : null;
}
