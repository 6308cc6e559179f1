using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What is known of a name before it has a value.</summary>
/// <param name="Arity">How many arguments it takes at most; null when that is not known.</param>
/// <param name="Options">The record it stands for, where that is written out.</param>
internal sealed record KnownName(int? Arity, RecordNode? Options = null)
{
    public static readonly KnownName Any = new((int?)null);
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

    public KnownNames With(ImmutableArray<Pattern> parameters) =>
        parameters.SelectMany(pattern => pattern.Names).Aggregate(this, (scope, name) => scope.With(name, KnownName.Any));

    public bool IsBound(string name) => _names.ContainsKey(name);

    public bool Has(string name) => IsBound(name) || Language.Names.Find(name, Scope.Empty) is not null;

    public Verb? Verb(string name) => IsBound(name) ? null : (Language.Names.Find(name, Scope.Empty) as PartialVerb)?.Verb;

    public int? Arity(string name) =>
        _names.TryGetValue(name, out var known) ? known.Arity : (Language.Names.Find(name, Scope.Empty) as Operator)?.Arity;

    public RecordNode? Options(Node node) => node switch
    {
        RecordNode record => record,
        GroupNode group => Options(group.Inner),
        NameNode { Name: var name } => _names.GetValueOrDefault(name)?.Options,
        _ => null,
    };

    public bool TakesArgument(Node operand) => operand switch
    {
        NameNode { Name: var name } => Verb(name) is not null || Arity(name) > 0,
        ApplyNode { Tight: false, Function: NameNode { Name: var head }, Arguments: var given } => Arity(head) > given.Length,
        _ => false,
    };

    /// <summary>What a let binds its name to.</summary>
    public KnownName Bound(LetNode let) => let.Parameters.IsEmpty ? new(Arity(let.Body), Options(let.Body)) : new(ArityOf(let.Parameters, let.Body));

    /// <summary>How many arguments a value takes at most; null when that is not known.</summary>
    public int? Arity(Node value) => value switch
    {
        NameNode { Name: var name } => Arity(name),
        SectionNode => 2,
        GroupNode group => Arity(group.Inner),
        FunNode fun => ArityOf(fun.Parameters, fun.Body),
        ApplyNode { Arguments: var given } apply when !given.Any(argument => argument is TupleNode) && Arity(apply.Function) - given.Length is > 0 and var rest => rest,
        _ => null,
    };

    private static int? ArityOf(object value) => value is Operator op ? op.Arity : null;

    // A function takes as many arguments as it has parameters, unless its value may be a function itself.
    private int? ArityOf(ImmutableArray<Pattern> parameters, Node body) =>
        parameters.All(parameter => parameter is not TuplePattern) && With(parameters).IsNoFunction(body) ? parameters.Length : null;

    private bool IsNoFunction(Node value)
    {
        switch (value)
        {
            case NumberNode or TextNode or BoolNode or NegateNode or ListNode or RecordNode or UnitNode:
                return true;
            case ChainNode chain:
                return chain.Signs[0].Sign.Operator is not null;
            case LeaningNode leaning:
                return IsNoFunction(leaning.Terms.Resolve(TakesArgument));
            case GroupNode group:
                return IsNoFunction(group.Inner);
            case IfNode choice:
                return IsNoFunction(choice.Then) && (choice.Else is null || IsNoFunction(choice.Else));
            case BlockNode block:
                return block.Statements.OfType<LetNode>().SelectMany(let => let.Target.Names)
                    .Aggregate(this, (scope, name) => scope.With(name, KnownName.Any)).IsNoFunction(block.Statements[^1]);
            case ApplyNode { Function: NameNode { Name: var name }, Arguments: [TupleNode tuple] }:
                return Arity(name) == tuple.Items.Length;
            case ApplyNode { Function: NameNode { Name: var name }, Arguments: var given }:
                return Arity(name) == given.Length;
            default:
                return false;
        }
    }
}
