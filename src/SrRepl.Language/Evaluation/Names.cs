using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What a name means: the scope's value, else a constant, a verb, or an operator of the table.</summary>
internal static class Names
{
    private static readonly NotFunction Not = new();

    public static object? Find(string name, Scope scope)
    {
        if (scope.Find(name) is { } value)
            return value;
        if (ReservedWords.Constants.TryGetValue(name, out var constant))
            return constant;
        if (name == NotFunction.Name)
            return Not;
        if (Operators.Find(name) is { } op && char.IsLetter(name[0]))
            return op;
        return VerbTable.Find(name) is { } verb ? new PartialVerb(verb) : Objectives.IsWord(name) ? Objectives.Word(name) : null;
    }

    /// <summary>Every name that could stand for a value, for suggestions.</summary>
    public static IReadOnlyCollection<string> Known(Scope scope) => Known(scope.Names);

    /// <summary>Some names, and those of the language itself.</summary>
    public static IReadOnlyCollection<string> Known(IEnumerable<string> bound) =>
        [.. bound, .. ReservedWords.Constants.Keys, NotFunction.Name, .. VerbTable.Names, .. Objectives.Words, .. Operators.Names.Where(name => char.IsLetter(name[0]))];

    /// <summary>An infix sign as a function, or null where it is none (the pipes).</summary>
    public static Operator? OfSection(InfixSign sign) => sign.Operator;

    /// <summary>Whether an operand is a function that takes one more argument, so that a leaning minus belongs to that argument.</summary>
    public static bool TakesArgument(Node operand, Scope scope) => operand switch
    {
        NameNode name => Find(name.Name, scope) is { } value && TakesMore(value, 0),
        ApplyNode { Tight: false, Function: NameNode head, Arguments: var given } => Find(head.Name, scope) is { } value && TakesMore(value, given.Length),
        _ => false,
    };

    private static bool TakesMore(object value, int given) => value switch
    {
        PartialVerb => given == 0,
        FunctionValue or Operator => Application.ArityOf(value) > given,
        _ => false,
    };
}

/// <summary><c>not</c>: the other truth value; on symbols, 1 where its argument is at most 0.</summary>
internal sealed class NotFunction : FunctionValue
{
    public const string Name = "not";

    public override int Arity => 1;

    public override string ToString() => Name;

    internal override object Apply(Evaluator evaluator, System.Collections.Immutable.ImmutableArray<Argument> arguments, Origin call) => arguments switch
    {
        [{ Value: bool truth }] => !truth,
        [{ Value: var value }] when Arithmetic.IsSymbolic(value) => Operators.LessEqual.Of(Arithmetic.AsExpr(value)!, 0),
        [var argument] => throw argument.Origin.Error(Errors.WrongArgument(Name, "true or false", Kinds.WithArticle(argument.Value), null)),
        _ => throw call.Error(Errors.WrongArity(Name, 1, arguments.Length)),
    };
}
