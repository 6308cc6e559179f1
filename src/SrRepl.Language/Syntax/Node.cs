using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A piece of syntax: an expression or a statement, and where it stands.</summary>
public abstract record Node(Span Span);

/// <summary>A number.</summary>
public sealed record NumberNode(Span Span, double Value) : Node(Span);

/// <summary>A number with a unit.</summary>
public sealed record MeasureNode(Span Span, double Value, string Unit) : Node(Span);

/// <summary>A string.</summary>
public sealed record TextNode(Span Span, string Value) : Node(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BoolNode(Span Span, bool Value) : Node(Span);

/// <summary><c>()</c></summary>
public sealed record UnitNode(Span Span) : Node(Span);

/// <summary>A fixed-point type, as written; behind a colon also F#'s names of types, which say nothing here.</summary>
public sealed record TypeNode(Span Span, string Text) : Node(Span)
{
    /// <summary>Whether it is a fixed-point type.</summary>
    public bool IsFixed => Text.Contains('<', StringComparison.Ordinal);
}

/// <summary>A name where a value is wanted.</summary>
public sealed record NameNode(Span Span, string Name) : Node(Span);

/// <summary>An infix sign as a function: <c>(+)</c>.</summary>
public sealed record SectionNode(Span Span, InfixSign Sign) : Node(Span);

/// <summary>An expression in parentheses; kept because <c>-(2)</c> is a sign applied to a number and <c>-2</c> a number.</summary>
public sealed record GroupNode(Span Span, Node Inner) : Node(Span);

/// <summary><c>a, b</c></summary>
public sealed record TupleNode(Span Span, ImmutableArray<Node> Items) : Node(Span);

/// <summary><c>[a; b]</c></summary>
public sealed record ListNode(Span Span, ImmutableArray<Node> Items) : Node(Span);

/// <summary><c>[from .. to]</c> or <c>[from .. step .. to]</c></summary>
public sealed record RangeNode(Span Span, Node From, Node? Step, Node To) : Node(Span);

/// <summary><c>[for x in xs -&gt; e]</c></summary>
public sealed record ComprehensionNode(Span Span, Pattern Item, Node Source, Node Body) : Node(Span);

/// <summary><c>{ a = 1 }</c>, or <c>{ r with a = 1 }</c>.</summary>
public sealed record RecordNode(Span Span, Node? Base, ImmutableArray<FieldBinding> Fields) : Node(Span);

/// <summary>One <c>a = 1</c> of a record, or a condition <c>a &lt;= 1</c>.</summary>
public sealed record FieldBinding(Span Span, string Name, Node Value, string Sign = "=");

/// <summary><c>r.a</c></summary>
public sealed record FieldNode(Span Span, Node Target, string Name, Span NameSpan) : Node(Span);

/// <summary><c>xs.[i]</c></summary>
public sealed record IndexNode(Span Span, Node Target, Node Index) : Node(Span);

/// <summary><c>f x y</c>, or <c>f(x, y)</c> without a space, which is an operand of its own.</summary>
public sealed record ApplyNode(Span Span, Node Function, ImmutableArray<Node> Arguments, bool Tight = false) : Node(Span);

/// <summary><c>-x</c></summary>
public sealed record NegateNode(Span Span, Node Operand) : Node(Span);

/// <summary>A run of infix signs of one precedence: flat, so that a sum of many terms is no deep tree.</summary>
/// <param name="Span">From the first operand to the last.</param>
/// <param name="Operands">One more than there are signs.</param>
/// <param name="Signs">The signs, in order.</param>
public sealed record ChainNode(Span Span, ImmutableArray<Node> Operands, ImmutableArray<PlacedSign> Signs) : Node(Span);

/// <summary>A sign and where it stands.</summary>
/// <param name="Span">Where.</param>
/// <param name="Sign">Which.</param>
/// <param name="Leans">A minus with a space before it and none behind: after a function it belongs to the argument.</param>
public readonly record struct PlacedSign(Span Span, InfixSign Sign, bool Leans);

/// <summary>An expression with leaning minus signs, whose tree depends on which names are functions.</summary>
/// <param name="Span">The whole expression.</param>
/// <param name="Terms">Its operands and signs, unresolved.</param>
public sealed record LeaningNode(Span Span, TermList Terms) : Node(Span);

/// <summary><c>if a then b else c</c>; without <c>else</c> the value is unit.</summary>
public sealed record IfNode(Span Span, Node Condition, Node Then, Node? Else) : Node(Span);

/// <summary><c>fun x y -&gt; e</c></summary>
public sealed record FunNode(Span Span, ImmutableArray<Pattern> Parameters, Node Body) : Node(Span);

/// <summary>Statements of which the last gives the value.</summary>
public sealed record BlockNode(Span Span, ImmutableArray<Node> Statements) : Node(Span);

/// <summary><c>let p = e</c> or <c>let f x y = e</c></summary>
public sealed record LetNode(Span Span, Pattern Target, ImmutableArray<Pattern> Parameters, bool Recursive, Node Body) : Node(Span);

/// <summary>What a value is bound to.</summary>
public abstract record Pattern(Span Span)
{
    /// <summary>The names it binds, from left to right.</summary>
    public IEnumerable<string> Names => this switch
    {
        NamePattern name => [name.Name],
        TuplePattern tuple => tuple.Items.SelectMany(item => item.Names),
        _ => [],
    };

    /// <summary>The fixed-point types that names in it are pinned to.</summary>
    internal IEnumerable<TypeNode> Types => this switch
    {
        NamePattern { Type: { IsFixed: true } type } => [type],
        TuplePattern tuple => tuple.Items.SelectMany(item => item.Types),
        _ => [],
    };
}

/// <summary>A name, perhaps with the type its node is pinned to.</summary>
public sealed record NamePattern(Span Span, string Name, TypeNode? Type = null) : Pattern(Span);

/// <summary><c>_</c></summary>
public sealed record AnyPattern(Span Span) : Pattern(Span);

/// <summary><c>()</c></summary>
public sealed record UnitPattern(Span Span) : Pattern(Span);

/// <summary><c>a, b</c></summary>
public sealed record TuplePattern(Span Span, ImmutableArray<Pattern> Items) : Pattern(Span);
