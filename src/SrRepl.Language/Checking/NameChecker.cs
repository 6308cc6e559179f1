using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Finds in syntax alone what would fail whatever the values are: unknown names, options a verb does not have, more
/// arguments than a function takes, formulas in texts and types that cannot be read.
/// </summary>
internal sealed class NameChecker(SourceText source)
{
    private readonly List<Diagnostic> _found = [];
    private readonly Stack<LetNode> _functions = [];

    public IReadOnlyList<Diagnostic> Found => _found;

    public KnownNames CheckStatement(Node statement, KnownNames names)
    {
        if (statement is not LetNode let)
        {
            Check(statement, names);
            return names;
        }
        foreach (var type in let.Parameters.Prepend(let.Target).SelectMany(pattern => pattern.Types))
            CheckType(type);
        var known = names.Bound(let);
        var bound = let.Target.Names;
        var inside = let.Recursive ? bound.Aggregate(names, (scope, name) => scope.With(name, known)) : names;
        var isFunction = !let.Parameters.IsEmpty || let.Body is FunNode;
        if (isFunction)
            _functions.Push(let);
        Check(let.Body, inside.With(let.Parameters));
        if (isFunction)
            _functions.Pop();
        return bound.Aggregate(names, (scope, name) => scope.With(name, let.Target is NamePattern ? known : KnownName.Any));
    }

    private void Check(Node node, KnownNames names)
    {
        switch (node)
        {
            case NameNode name when !names.Has(name.Name):
                Report(name.Span, Errors.UnknownName(name.Name, names.All, _functions.Any(function => function.Target.Names.Contains(name.Name))));
                break;
            case TypeNode type:
                CheckType(type);
                break;
            case ApplyNode apply:
                CheckApply(apply, names);
                break;
            case ChainNode chain:
                CheckChain(chain, names);
                break;
            case LeaningNode leaning:
                Check(leaning.Terms.Resolve(names.TakesArgument), names);
                break;
            case RecordNode record:
                CheckRecord(record, names);
                break;
            case FunNode fun:
                Check(fun.Body, names.With(fun.Parameters));
                break;
            case ComprehensionNode comprehension:
                Check(comprehension.Source, names);
                Check(comprehension.Body, names.With([comprehension.Item]));
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
        CheckCall(apply.Function, apply.Arguments, apply.Span, names);
    }

    // What is piped into a call is its last argument.
    private void CheckChain(ChainNode chain, KnownNames names)
    {
        foreach (var operand in chain.Operands)
            Check(operand, names);
        for (var i = 0; i < chain.Signs.Length; i++)
            if (chain.Signs[i].Sign.Text == "|>")
            {
                var (function, given) = chain.Operands[i + 1] is ApplyNode { Function: var head, Arguments: var more }
                    ? (head, more) : (chain.Operands[i + 1], []);
                CheckCall(function, [.. given, chain.Operands[i]], chain.Operands[i + 1].Span, names, alreadyChecked: !given.IsEmpty);
            }
    }

    private void CheckCall(Node function, ImmutableArray<Node> given, Span call, KnownNames names, bool alreadyChecked = false)
    {
        if (function is NameNode { Name: var verbName } && names.Verb(verbName) is { } verb)
            CheckVerb(verb, given, call, names, alreadyChecked);
        else if (Literal(function) is { } kind)
            Report(function.Span, Errors.NotAFunction(kind));
        else if (names.Arity(function) is { } arity && ArgumentCount(given, arity) is var count && count > arity)
            Report(call, Errors.WrongArity(source.Text.Substring(function.Span.Start, function.Span.Length), arity, count));
    }

    // f(x, y) gives two arguments to a function of several, one tuple to a function of one.
    private static int ArgumentCount(ImmutableArray<Node> given, int arity) => given is [TupleNode tuple] && arity > 1 ? tuple.Items.Length : given.Length;

    private void CheckVerb(Verb verb, ImmutableArray<Node> given, Span call, KnownNames names, bool optionsChecked)
    {
        if (!optionsChecked)
            foreach (var field in given.Select(names.Options).OfType<RecordNode>().SelectMany(record => record.Fields))
                CheckOption(verb, field);
        if (!verb.Methods.Any(method => method.TakesRecord || method.TakesAnyRecord))
            given = given.RemoveAll(argument => argument is RecordNode);
        var most = verb.Methods.Max(method => (method.Subject is null ? 0 : 1) + (method.TakesBare ? 1 : 0) + (method.TakesRecord ? 1 : 0));
        if (given.Length > most)
            Report(call, Errors.TooManyArguments(verb.Name, verb.Methods[0].Usage));
        if (verb.Name == "expr" && given is [TextNode text])
            CheckFormula(text, names);
    }

    private void CheckOption(Verb verb, FieldBinding field)
    {
        var options = verb.Options;
        if (options.IsEmpty ? !verb.Methods.Any(method => method.TakesAnyRecord) : ForeignOptions.Find(verb, options, field.Name) is null && !(verb.ActsOnTypes && Nearest.Fold(field.Name) == "type"))
            Report(field.Span, Errors.UnknownOption(verb.Name, field.Name, [.. options.Select(option => option.Name)], ForeignOptions.Advice(verb, field.Name)));
    }

    private void CheckRecord(RecordNode record, KnownNames names)
    {
        if (record.Base is not null)
            Check(record.Base, names);
        for (var i = 0; i < record.Fields.Length; i++)
        {
            if (record.Fields.Take(i).Any(field => Nearest.Fold(field.Name) == Nearest.Fold(record.Fields[i].Name)))
                Report(record.Fields[i].Span, Errors.FieldTwice(record.Fields[i].Name));
            // Names that a template does not bind are columns.
            if (record.Fields[i] is not { Name: var name, Value: FunNode } || !ForeignOptions.Same(name, "template"))
                Check(record.Fields[i].Value, names);
        }
    }

    private void CheckType(TypeNode type)
    {
        try
        {
            Hardware.FixedType.Parse(type.Text);
        }
        catch (DiagnosticException failure)
        {
            Report(type.Span, failure.Diagnostic);
        }
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
                Report(failure.Diagnostic.At(place));
        }
    }

    // What the function computes does not matter: a call of it has to fit.
    private static DefinedOperator StandIn(string name, int arity) =>
        new(name, [.. Enumerable.Range(0, arity).Select(i => $"x{i}")], new Constant(0));

    private void Report(Span span, Diagnostic diagnostic) => Report(diagnostic.At(source.PlaceOf(span)));

    // A record of options that two verbs are given would be told of twice.
    private void Report(Diagnostic diagnostic)
    {
        if (!_found.Any(known => known.Number == diagnostic.Number && known.Place == diagnostic.Place))
            _found.Add(diagnostic);
    }

    private static string? Literal(Node node) => node switch
    {
        NumberNode => "a number",
        MeasureNode => "a measure",
        TextNode => "a text",
        BoolNode => "a truth value",
        ListNode or RangeNode or ComprehensionNode => "a list",
        RecordNode => "a record",
        GroupNode group => Literal(group.Inner),
        _ => null,
    };

    private static IEnumerable<Node> Children(Node node) => node switch
    {
        GroupNode group => [group.Inner],
        TupleNode tuple => tuple.Items,
        ListNode list => list.Items,
        RangeNode { Step: { } step } range => [range.From, step, range.To],
        RangeNode range => [range.From, range.To],
        FieldNode field => [field.Target],
        IndexNode index => [index.Target, index.Index],
        NegateNode negate => [negate.Operand],
        IfNode { Else: { } otherwise } choice => [choice.Condition, choice.Then, otherwise],
        IfNode choice => [choice.Condition, choice.Then],
        _ => [],
    };
}
