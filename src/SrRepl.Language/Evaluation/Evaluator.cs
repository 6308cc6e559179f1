using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Gives syntax its values. One evaluator serves one run on one thread; it stops at the next call or loop once the run is
/// cancelled, and turns a recursion too deep into a diagnostic.
/// </summary>
internal sealed class Evaluator(CancellationToken cancellation)
{
    private const int DeepestCalls = 10_000;
    private const int LongestRange = 10_000_000;
    private const int ItemsBetweenChecks = 4096;

    private int _depth;
    private string? _function;

    /// <summary>Whether it asks a function for its formula: nothing may happen then but arithmetic.</summary>
    public bool MakesFormula { get; init; }

    public object Evaluate(Node node, Scope scope, SourceText source)
    {
        switch (node)
        {
            case NumberNode number:
                return number.Value;
            case NameNode name:
                return Names.Find(name.Name, scope) ?? throw new Origin(source, name.Span).Error(Errors.UnknownName(name.Name, Names.Known(scope), isBeingBound: name.Name == _function));
            case ApplyNode apply:
                return EvaluateApply(apply, scope, source);
            case ChainNode chain:
                return Chains.Evaluate(this, chain, scope, source);
            case GroupNode group:
                return Evaluate(group.Inner, scope, source);
            case TextNode text:
                return text.Value;
            case BoolNode truth:
                return truth.Value;
            case UnitNode:
                return UnitValue.Value;
            case MeasureNode measure:
                return new MeasureValue(measure.Value, Vocabulary.FindUnit(measure.Unit)!);
            case TypeNode type:
                return Pins.TypeOf(type, source);
            case SectionNode section:
                return Names.OfSection(section.Sign) ?? throw new Origin(source, section.Span).Error(Errors.NoSection(section.Sign.Text));
            case NegateNode negate:
                return Arithmetic.Negate(Given(negate.Operand, scope, source));
            case LeaningNode leaning:
                return Evaluate(leaning.Terms.Resolve(operand => Names.TakesArgument(operand, scope)), scope, source);
            case TupleNode tuple:
                return new TupleValue([.. tuple.Items.Select(item => Evaluate(item, scope, source))]);
            case ListNode list:
                return new ListValue([.. list.Items.Select(item => Evaluate(item, scope, source))]);
            case RecordNode record:
                return EvaluateRecord(record, scope, source);
            case FieldNode field:
                return Members.Field(Evaluate(field.Target, scope, source), field.Name, new(source, field.NameSpan));
            case IndexNode index:
                return Members.Index(Given(index.Target, scope, source), Given(index.Index, scope, source));
            case IfNode choice:
                return EvaluateIf(choice, scope, source);
            case FunNode fun:
                return new Closure(null, fun.Parameters, fun.Body, scope, source, recursive: false);
            case BlockNode block:
                return EvaluateBlock(block, scope, source);
            case RangeNode range:
                return EvaluateRange(range, scope, source);
            case ComprehensionNode comprehension:
                return EvaluateComprehension(comprehension, scope, source);
            default:
                throw new ArgumentException($"{node.GetType().Name} is no expression", nameof(node));
        }
    }

    /// <summary>A value and where it was written, parentheses around it left out.</summary>
    public Argument Given(Node node, Scope scope, SourceText source) =>
        new(Evaluate(node, scope, source), new(source, node is GroupNode { Inner: var inner } ? inner.Span : node.Span));

    /// <summary>Evaluates a function's body, one call deeper.</summary>
    public object Inside(Node body, Scope scope, SourceText source, Origin call)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_depth >= DeepestCalls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw call.Error(Errors.RecursionTooDeep(_depth));
        _depth++;
        var value = Evaluate(body, scope, source);
        _depth--;
        return value;
    }

    /// <summary>Whether the innermost function was called with numbers alone: then types pin nothing, and its value is a number.</summary>
    public bool IsNumeric { get; private set; }

    /// <summary>Evaluates the body of a function, with its name if it has one, as the other one does, for arguments that are all numbers or not.</summary>
    public object Inside(string? function, Node body, Scope scope, SourceText source, Origin call, bool numeric)
    {
        var outer = (IsNumeric, _function);
        (IsNumeric, _function) = (numeric, function);
        var value = Inside(body, scope, source, call);
        (IsNumeric, _function) = outer;
        // A constant that is pinned outside makes a formula of numbers.
        return numeric && value is Expr formula && formula.WithoutAnnotations() is var bare && !ReferenceEquals(bare, formula) && bare.Variables().IsEmpty
            ? bare.Evaluate(FrozenDictionary<string, double>.Empty)
            : value;
    }

    /// <summary>Applies a value to arguments.</summary>
    public object Apply(object function, ImmutableArray<Argument> arguments, Origin call)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Application.Apply(this, function, arguments, call);
        }
        catch (DiagnosticException failure) when (LacksPlace(failure.Diagnostic, call.Source))
        {
            throw Placed(failure, call);
        }
    }

    /// <summary>The value of a let's body: a function when it has parameters.</summary>
    public object Bound(LetNode let, Scope scope, SourceText source)
    {
        if (let.Parameters.IsEmpty)
            return let.Body is FunNode fun && let.Target is NamePattern { Name: var named }
                ? new Closure(named, fun.Parameters, fun.Body, scope, source, let.Recursive)
                : NamedAfter(let.Target, Evaluate(let.Body, scope, source));
        return let.Target is NamePattern { Name: var name }
            ? new Closure(name, let.Parameters, let.Body, scope, source, let.Recursive)
            : throw new Origin(source, let.Target.Span).Error(Errors.FunctionNeedsName());
    }

    // A table is written by the name it is bound to, so that a formula with it can be pasted back.
    private static object NamedAfter(Pattern target, object value) =>
        target is NamePattern { Name: var name } && value is Operator op ? op.Named(name) : value;

    private static bool LacksPlace(Diagnostic diagnostic, SourceText script) =>
        diagnostic.Place is not { } place || (place.File != script.Name && diagnostic.Caller is null);

    // What knows no place is at the call; what is wrong in a data file keeps its place and says who read it.
    private static DiagnosticException Placed(DiagnosticException failure, Origin call)
    {
        var diagnostic = failure.Diagnostic;
        return new(diagnostic.Place is null ? diagnostic.At(call.Place) : diagnostic with { Caller = call.Place }, failure);
    }

    private object EvaluateApply(ApplyNode apply, Scope scope, SourceText source)
    {
        var function = Evaluate(apply.Function, scope, source);
        if (!Application.IsFunction(function))
        {
            // In `a and b` the word is the mistake, not that a was given two arguments.
            if (apply.Arguments[0] is NameNode { Name: var word } && ForeignSpelling.Hint(word) is not null)
                Evaluate(apply.Arguments[0], scope, source);
            throw new Origin(source, apply.Function.Span).Error(Errors.NotAFunction(Kinds.WithArticle(function)));
        }
        var arguments = ImmutableArray.CreateBuilder<Argument>(apply.Arguments.Length);
        foreach (var argument in apply.Arguments)
            arguments.Add(Given(argument, scope, source));
        return Apply(function, arguments.MoveToImmutable(), new(source, apply.Span));
    }

    private RecordValue EvaluateRecord(RecordNode record, Scope scope, SourceText source)
    {
        var fields = ImmutableArray.CreateBuilder<RecordField>(record.Fields.Length);
        foreach (var (span, name, node, sign) in record.Fields)
        {
            if (fields.Any(field => Nearest.Fold(field.Name) == Nearest.Fold(name)))
                throw new Origin(source, span).Error(Errors.FieldTwice(name));
            var value = Evaluate(node, scope, source);
            if (sign != "=")
                value = new LimitValue(Core.Bound.KindOf(sign)!.Value, sign, value);
            fields.Add(new(name, value, new Origin(source, span), new Origin(source, node.Span)));
        }
        if (record.Base is null)
            return new(fields.ToImmutable());
        var whole = Evaluate(record.Base, scope, source);
        return whole is RecordValue known
            ? known.With(fields)
            : throw new Origin(source, record.Base.Span).Error(Errors.WrongValue("a record", Kinds.WithArticle(whole), null));
    }

    // A symbolic condition makes a formula of both branches.
    private object EvaluateIf(IfNode choice, Scope scope, SourceText source)
    {
        var condition = Given(choice.Condition, scope, source);
        if (condition.Value is bool truth)
            return truth ? Evaluate(choice.Then, scope, source) : choice.Else is null ? UnitValue.Value : Evaluate(choice.Else, scope, source);
        if (!Arithmetic.IsSymbolic(condition.Value))
            throw condition.Origin.Error(Errors.WrongValue("true or false", Kinds.WithArticle(condition.Value), null));
        if (choice.Else is null)
            throw new Origin(source, choice.Span).Error(Errors.FormulaNeedsElse());
        return Operators.IfElse.Of(Arithmetic.AsExpr(condition.Value)!, Branch(choice.Then), Branch(choice.Else));

        Expr Branch(Node node)
        {
            var value = Evaluate(node, scope, source);
            return Arithmetic.AsExpr(value) ?? throw new Origin(source, node.Span).Error(Errors.WrongValue("a number", Kinds.WithArticle(value), null));
        }
    }

    private object EvaluateBlock(BlockNode block, Scope scope, SourceText source)
    {
        for (var i = 0; i < block.Statements.Length - 1; i++)
            if (block.Statements[i] is LetNode let)
                scope = Matching.Bind(let.Target, Bound(let, scope, source), scope, source, new(source, let.Body.Span), pinsNumbers: !IsNumeric);
            else
                Evaluate(block.Statements[i], scope, source);
        return Evaluate(block.Statements[^1], scope, source);
    }

    private ListValue EvaluateRange(RangeNode range, Scope scope, SourceText source)
    {
        var from = Number(range.From);
        var step = range.Step is null ? 1 : Number(range.Step);
        var to = Number(range.To);
        var count = Math.Floor((to - from) / step * (1 + 1e-12)) + 1;
        if (double.IsNaN(count) || count > LongestRange)
            throw new Origin(source, range.Span).Error(Errors.RangeTooLong(LongestRange));
        var items = ImmutableArray.CreateBuilder<object>(Math.Max(0, (int)count));
        for (var i = 0; i < count; i++)
        {
            if (i % ItemsBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            items.Add(from + i * step);
        }
        return new(items.MoveToImmutable());

        double Number(Node node)
        {
            var value = Evaluate(node, scope, source);
            return value is double number ? number : throw new Origin(source, node.Span).Error(Errors.WrongValue("a number", Kinds.WithArticle(value), null));
        }
    }

    private ListValue EvaluateComprehension(ComprehensionNode comprehension, Scope scope, SourceText source)
    {
        var items = Given(comprehension.Source, scope, source);
        var values = ImmutableArray.CreateBuilder<object>();
        foreach (var item in Members.Items(items))
        {
            cancellation.ThrowIfCancellationRequested();
            values.Add(Evaluate(comprehension.Body, Matching.Bind(comprehension.Item, item, scope, source, items.Origin), source));
        }
        return new(values.ToImmutable());
    }
}
