using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>Makes a formula of syntax, where every name is a variable unless it is called.</summary>
internal sealed class FormulaBuilder(SourceText source, Func<string, int, Operator?> functions)
{
    private readonly Dictionary<string, Expr> _named = new(StringComparer.Ordinal);

    public Expr Build(Node node)
    {
        switch (node)
        {
            case NumberNode number:
                return new Constant(number.Value);
            case NameNode name:
                return Named(name);
            case GroupNode group:
                return Build(group.Inner);
            case NegateNode { Operand: NameNode name } when Named(name) is Constant { Value: double.PositiveInfinity }:
                return new Constant(double.NegativeInfinity);
            case NegateNode negate:
                return Operators.Negate.Of(Build(negate.Operand));
            case LeaningNode leaning:
                return Build(leaning.Terms.Tree());
            case ChainNode chain:
                return BuildChain(chain);
            case ApplyNode { Function: NameNode name, Arguments: var arguments }:
                return BuildCall(name, arguments);
            case ApplyNode { Function: TypeNode type, Arguments: [var pinned] }:
                return TypePin.Pin(Build(pinned), Pins.TypeOf(type, source));
            case IfNode { Else: { } otherwise } choice:
                return Operators.IfElse.Of(Build(choice.Condition), Build(choice.Then), Build(otherwise));
            case BoolNode truth:
                return new Constant(truth.Value ? 1 : 0);
            default:
                throw new Origin(source, node.Span).Error(Errors.NotInFormula(Names[node.GetType()]));
        }
    }

    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(TextNode)] = "a text",
        [typeof(MeasureNode)] = "a measure",
        [typeof(UnitNode)] = "()",
        [typeof(TypeNode)] = "a type",
        [typeof(SectionNode)] = "an operator alone",
        [typeof(TupleNode)] = "a tuple",
        [typeof(ListNode)] = "a list",
        [typeof(RangeNode)] = "a range",
        [typeof(ComprehensionNode)] = "a comprehension",
        [typeof(RecordNode)] = "a record",
        [typeof(FieldNode)] = "a field",
        [typeof(IndexNode)] = "an index",
        [typeof(ApplyNode)] = "the application of a value",
        [typeof(IfNode)] = "an if without else",
        [typeof(FunNode)] = "a function",
        [typeof(BlockNode)] = "a let",
        [typeof(LetNode)] = "a let",
    };

    // A variable stands in a formula many times: one serves them all.
    private Expr Named(NameNode name)
    {
        if (source.Text[name.Span.Start] == '`')
            return new Variable(name.Name);
        if (!_named.TryGetValue(name.Name, out var known))
            _named[name.Name] = known = ReservedWords.Constants.TryGetValue(name.Name, out var number) || ReservedWords.ForeignConstants.TryGetValue(name.Name, out number)
                ? new Constant(number)
                : new Variable(name.Name);
        return known;
    }

    private Expr BuildChain(ChainNode chain)
    {
        foreach (var (span, sign, _) in chain.Signs)
            if (sign.Operator is null)
                throw new Origin(source, span).Error(Errors.NotInFormula($"`{sign.Text}`"));
        // In Python x > 0 & y > 0 is x > (0 & y) > 0, which nobody means.
        if (chain.Signs[0].Sign.Precedence == Notation.Comparison && chain.Operands.OfType<ChainNode>().FirstOrDefault(chained => Vocabulary.ForeignInfix.Contains(chained.Signs[0].Sign)) is { Signs: [var joined, ..] })
            throw new Origin(source, joined.Span).Error(Errors.Expected($"parentheses around the comparisons beside `{joined.Sign.Text}`", "none", "(x > 0) & (y > 0)"));
        return chain.Signs[0].Sign.RightAssociative ? BuildFromRight(chain) : BuildFromLeft(chain);
    }

    private Expr BuildFromLeft(ChainNode chain)
    {
        var left = Build(chain.Operands[0]);
        for (var i = 0; i < chain.Signs.Length; i++)
            left = chain.Signs[i].Sign.Operator!.Of(left, Build(chain.Operands[i + 1]));
        return left;
    }

    // Operands are read from left to right all the same, so that the first mistake is the one that is told.
    private Expr BuildFromRight(ChainNode chain)
    {
        var operands = Built(chain.Operands);
        var right = operands[^1];
        for (var i = chain.Signs.Length - 1; i >= 0; i--)
            right = chain.Signs[i].Sign.Operator!.Of(operands[i], right);
        return right;
    }

    private ImmutableArray<Expr> Built(ImmutableArray<Node> nodes)
    {
        var built = new Expr[nodes.Length];
        for (var i = 0; i < built.Length; i++)
            built[i] = Build(nodes[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(built);
    }

    private Expr BuildCall(NameNode name, ImmutableArray<Node> given)
    {
        ImmutableArray<Node> items = given is [TupleNode tuple] ? tuple.Items : given is [UnitNode] ? [] : given;
        var op = functions(name.Name, items.Length);
        if (op is null && name.Name == "Piecewise")
            return SymPyForms.Piecewise([.. items.Select(Piece)]);
        op ??= Operators.Find(name.Name);
        var arguments = op is null && !SymPyForms.Names.Contains(name.Name) ? [] : Built(items);
        if (op?.Arity != items.Length && functions(name.Name, items.Length) is null && SymPyForms.Apply(name.Name, arguments) is { } form)
            return form;
        if (op is null)
            throw new Origin(source, name.Span).Error(Errors.UnknownFunction(name.Name, [.. Operators.Names, .. SymPyForms.Names]));
        return op.Arity == items.Length ? op.Of(arguments) : throw new Origin(source, name.Span).Error(Errors.WrongArity(name.Name, op.Arity, items.Length));
    }

    // (value, condition)
    private (Expr, Expr) Piece(Node node) => Unwrapped(node) is TupleNode { Items: [var value, var condition] }
        ? (Build(value), Build(condition))
        : throw new Origin(source, node.Span).Error(Errors.Expected("a value and its condition in parentheses", "another argument", null));

    private static Node Unwrapped(Node node) => node is GroupNode group ? Unwrapped(group.Inner) : node;
}
