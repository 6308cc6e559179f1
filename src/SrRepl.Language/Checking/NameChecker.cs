using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Finds in syntax alone what would fail whatever the values are: unknown names, options a verb does not have, more
/// arguments than a function takes, formulas in texts that cannot be read.
/// </summary>
internal sealed class NameChecker(SourceText source)
{
    private readonly List<Diagnostic> _found = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    public KnownNames CheckStatement(Node statement, KnownNames names)
    {
        if (statement is not LetNode let)
        {
            Check(statement, names);
            return names;
        }
        var known = KnownName.Of(let);
        var bound = Names(let.Target);
        var inside = let.Recursive ? bound.Aggregate(names, (scope, name) => scope.With(name, known)) : names;
        Check(let.Body, WithParameters(let.Parameters, inside));
        return bound.Aggregate(names, (scope, name) => scope.With(name, let.Target is NamePattern ? known : KnownName.Any));
    }

    private void Check(Node node, KnownNames names)
    {
        switch (node)
        {
            case NameNode name when !names.Has(name.Name):
                Report(name.Span, Errors.UnknownName(name.Name, names.All));
                break;
            case ApplyNode apply:
                CheckApply(apply, names);
                break;
            case LeaningNode leaning:
                Check(leaning.Terms.Resolve(operand => names.TakesArgument(operand)), names);
                break;
            case FunNode fun:
                Check(fun.Body, WithParameters(fun.Parameters, names));
                break;
            case ComprehensionNode comprehension:
                Check(comprehension.Source, names);
                Check(comprehension.Body, WithParameters([comprehension.Item], names));
                break;
            case BlockNode block:
                foreach (var statement in block.Statements)
                    names = CheckStatement(statement, names);
                break;
            default:
                foreach (var child in Children(node))
                    Check(child, names);
                break;
        }
    }

    private void CheckApply(ApplyNode apply, KnownNames names)
    {
        Check(apply.Function, names);
        foreach (var argument in apply.Arguments)
            Check(argument, names);
        if (apply.Function is not NameNode { Name: var name } || !names.Has(name))
            return;
        if (names.Verb(name) is { } verb)
            CheckVerb(verb, apply, names);
        else if (names.Arity(name) is { } arity && apply.Arguments.Length > arity)
            Report(apply.Span, Errors.WrongArity(name, arity, apply.Arguments.Length));
        else if (names.Arity(name) is { } tupleArity && apply.Arguments is [TupleNode tuple] && tupleArity > 1 && tuple.Items.Length > tupleArity)
            Report(apply.Span, Errors.WrongArity(name, tupleArity, tuple.Items.Length));
    }

    private void CheckVerb(Verb verb, ApplyNode apply, KnownNames names)
    {
        var options = verb.Options;
        if (!options.IsEmpty)
            foreach (var field in apply.Arguments.OfType<RecordNode>().Where(record => record.Base is null).SelectMany(record => record.Fields))
                if (ForeignOptions.Find(verb, options, field.Name) is null)
                    Report(field.Span, Errors.UnknownOption(verb.Name, field.Name, [.. options.Select(option => option.Name)], ForeignOptions.Advice(verb, field.Name)));
        var most = verb.Methods.Max(method => (method.Subject is null ? 0 : 1) + (method.TakesBare ? 1 : 0) + (method.TakesRecord ? 1 : 0));
        if (apply.Arguments.Length > most)
            Report(apply.Span, Errors.TooManyArguments(verb.Name, verb.Methods[0].Usage));
        if (verb.Name == "expr" && apply.Arguments is [TextNode text])
            CheckFormula(text, names);
    }

    // Where the arity of a function of the script is not known before it runs, a call of it is not followed.
    private void CheckFormula(TextNode text, KnownNames names)
    {
        try
        {
            FormulaReader.Read(text.Value, name => names.IsBound(name) && names.Arity(name) is > 0 and var arity ? StandIn(name, arity) : null);
        }
        catch (DiagnosticException failure)
        {
            var place = Literals.PlaceIn(new(source, text.Span), text.Value, failure.Diagnostic.Place!);
            var word = place.LineText.Substring(place.Column - 1, Math.Min(place.Length, place.LineText.Length - place.Column + 1));
            if (!names.IsBound(word) || names.Arity(word) > 0)
                _found.Add(failure.Diagnostic.At(place));
        }
    }

    // What the function computes does not matter: a call of it has to fit.
    private static DefinedOperator StandIn(string name, int arity) =>
        new(name, [.. Enumerable.Range(0, arity).Select(i => $"x{i}")], new Constant(0));

    private void Report(Span span, Diagnostic diagnostic) => _found.Add(diagnostic.At(source.PlaceOf(span)));

    private static KnownNames WithParameters(ImmutableArray<Pattern> parameters, KnownNames names) =>
        parameters.SelectMany(Names).Aggregate(names, (scope, name) => scope.With(name, KnownName.Any));

    private static IEnumerable<string> Names(Pattern pattern) => pattern switch
    {
        NamePattern name => [name.Name],
        TuplePattern tuple => tuple.Items.SelectMany(Names),
        _ => [],
    };

    private static IEnumerable<Node> Children(Node node) => node switch
    {
        GroupNode group => [group.Inner],
        TupleNode tuple => tuple.Items,
        ListNode list => list.Items,
        RangeNode { Step: { } step } range => [range.From, step, range.To],
        RangeNode range => [range.From, range.To],
        RecordNode { Base: { } whole } record => record.Fields.Select(field => field.Value).Prepend(whole),
        RecordNode record => record.Fields.Select(field => field.Value),
        FieldNode field => [field.Target],
        IndexNode index => [index.Target, index.Index],
        NegateNode negate => [negate.Operand],
        ChainNode chain => chain.Operands,
        IfNode { Else: { } otherwise } choice => [choice.Condition, choice.Then, otherwise],
        IfNode choice => [choice.Condition, choice.Then],
        _ => [],
    };
}
