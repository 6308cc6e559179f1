using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Turns formulas into a Kernel. The tree's order is kept, literals are as given, and rounding happens only where the
/// <see cref="Precision"/> says; with <see cref="OneTypePrecision"/> the Kernel computes what hls4ml's project computes.
/// </summary>
public sealed class Lowering
{
    private readonly Precision _precision;
    private readonly MathLibrary _library;
    private readonly Dictionary<string, int> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<Expr, int> _done = [];
    private readonly List<string> _warnings = [];
    private readonly List<KernelCall> _calls = [];
    private readonly SortedSet<int> _pinned = [];
    private (Expr Node, FixedType Type)? _pin;

    private Lowering(Precision precision, MathLibrary library)
    {
        _precision = precision;
        _library = library;
    }

    /// <summary>Where the operations are collected.</summary>
    internal KernelBuilder Builder { get; } = new();

    /// <summary>The operation that holds an argument of an application.</summary>
    internal int this[Apply node, int argument] => Lower(node.Arguments[argument]);

    /// <summary>Whether a Kernel can be built of an operator: what a search asks before it starts.</summary>
    public static bool CanBuild(Operator op) => OperatorLowering.CanBuild(op);

    /// <summary>Lowers formulas, one an output, named y0, y1, ... The inputs are the union of the formulas' parameters.</summary>
    /// <param name="formulas">At least one.</param>
    /// <param name="type">The type that the Kernel reports as its own: the one type, or that of the ports.</param>
    /// <param name="precision">Where to round.</param>
    /// <param name="library">Where functions come from.</param>
    /// <param name="name">A C identifier.</param>
    /// <exception cref="DiagnosticException">An operator has no hardware form, a constant is no number, a result is wider than can be built.</exception>
    public static Kernel Lower(
        IReadOnlyList<IFormula> formulas, FixedType type, Precision precision, MathLibrary library, string name = "formula")
    {
        var lowering = new Lowering(precision, library);
        var pins = TypePin.Inputs(formulas.Select(formula => formula.Formula));
        foreach (var input in Ports.Inputs(formulas))
            lowering._inputs[input] = lowering.Builder.Input(input, pins.TryGetValue(input, out var pin) ? pin : precision.Input(input));
        var outputs = ImmutableArray.CreateBuilder<KernelOutput>(formulas.Count);
        for (var i = 0; i < formulas.Count; i++)
        {
            var value = lowering.Lower(formulas[i].Formula);
            lowering.Builder.Source = formulas[i].Formula;
            outputs.Add(new(string.Create(CultureInfo.InvariantCulture, $"y{i}"), lowering.Builder.Cast(value, precision.Output(i, lowering.Builder.Type(value)))));
        }
        return Pruning.WithoutUnused(new Kernel(name, [.. lowering.Builder.Operations], outputs.ToImmutable())
        {
            Formulas = [.. formulas.Select(formula => formula.Formula)],
            Type = type,
            Calls = [.. lowering._calls],
            Pinned = [.. lowering._pinned],
            Trace = new(
                [.. formulas.Select(formula => formula.Formula)], [.. lowering.Builder.Operations], lowering._done, [.. outputs.Select(output => output.Operation)], precision),
            Warnings = [.. lowering._warnings.Distinct()],
        });
    }

    /// <summary>Lowers a part of a formula; equal parts once.</summary>
    internal int Lower(Expr node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_done.TryGetValue(node, out var known))
            return known;
        var outer = Builder.Source;
        Builder.Source = node;
        var value = node switch
        {
            Constant literal => Literal(literal),
            Variable variable => _inputs[variable.Name],
            Apply apply => Apply(apply),
            _ => throw new ArgumentException($"an unknown kind of formula: {node.GetType()}", nameof(node)),
        };
        Builder.Source = node;
        if (node is Apply { Operator: not TypePin } inner && !IsPinned(inner) && _precision.Inner(inner, Builder.Type(value), Builder.Range(value)) is { } type)
            value = Builder.Cast(value, type);
        Builder.Source = outer;
        return _done[node] = value;
    }

    /// <summary>Lowers an application as what it means in more basic operators; where its type is pinned, so is that of its meaning.</summary>
    internal int Instead(Apply node, Expr meaning) => IsPinned(node) ? Into(_pin!.Value.Type, meaning) : Lower(meaning);

    /// <summary>Lowers a function that no table was made for, from the chosen library.</summary>
    internal int Call(BuiltInOperator op, Apply node)
    {
        var arguments = node.Arguments.Select((_, i) => Argument(node, i)).ToImmutableArray();
        var value = Call(op, arguments, Result(op, node, [.. arguments]));
        _calls.Add(new(op == Operators.Power ? "pow" : op.Name, arguments, value));
        return value;
    }

    private int Call(BuiltInOperator op, ImmutableArray<int> arguments, FixedType result)
    {
        if (_library == MathLibrary.Nnet && (op == Operators.Sin || op == Operators.Cos) && OctantTable.Supports(result))
        {
            if (OctantTable.IsCoarse(result))
                _warnings.Add($"nnet::{op.Name}_lut in {result}: with so few fraction bits only the eighths of a turn are told apart");
            return Builder.OctantTable(op.Name, arguments[0], result);
        }
        if (_library == MathLibrary.Own && OwnFunctions.Build(op, new(Builder, arguments, result)) is { } own)
            return own;
        var function = MathFunctions.NameOf(op) ?? throw new DiagnosticException(Errors.NoHardwareForm(op.Name));
        return Vendor(function, result, arguments);
    }

    /// <summary>Whether functions come from the vendor's library.</summary>
    internal bool CallsVendor => _library != MathLibrary.Own;

    /// <summary>An argument in the type that functions take it in.</summary>
    internal int Rounded(Apply node, int index) => Argument(node, index);

    /// <summary>A function of the vendor's library, whose bits only that library knows.</summary>
    internal int Vendor(string function, FixedType result, params ImmutableArray<int> arguments)
    {
        _warnings.Add($"hls::{function} is the vendor's: its bits are known only to the vendor's library, emulation uses the nearest value");
        return Builder.MathCall(function, result, arguments);
    }

    /// <summary>Lowers a function that is exact in fixed point (abs, floor) and yet a function to hls4ml, rounded before and after.</summary>
    internal int Exact(Apply node, Func<int, int> build)
    {
        var value = build(Argument(node, 0));
        return IsPinned(node) ? value : Builder.Cast(value, _precision.Result(node, Builder.Type(value), Builder.Range(value)));
    }

    /// <summary>Lowers a division: as the C++ operator does it, or our own that rounds, saturates and survives a zero.</summary>
    internal int Divide(Apply node)
    {
        var (dividend, divisor) = (this[node, 0], this[node, 1]);
        return _precision.AsHls4ml
            ? Builder.Divide(dividend, divisor)
            : Quotient.Build(Builder, dividend, divisor, Result(Operators.Divide, node, [dividend, divisor]));
    }

    private FixedType Result(Operator op, Apply node, ReadOnlySpan<int> arguments)
    {
        var ranges = new Interval[arguments.Length];
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] = Builder.Range(arguments[i]);
        return IsPinned(node) ? _pin!.Value.Type : _precision.Result(node, null, op.Bounds(ranges));
    }

    private bool IsPinned(Apply node) => _pin is { } pin && node.Equals(pin.Node);

    // The node's own type is the pin's, whatever the node has where it is not pinned.
    private int Into(FixedType type, Expr node)
    {
        var outer = _pin;
        var isKnown = _done.Remove(node, out var known);
        _pin = (node, type);
        var value = Builder.Cast(Lower(node), type);
        _pin = outer;
        _done.Remove(node);
        if (isKnown)
            _done[node] = known;
        return value;
    }

    private int Pinned(FixedType type, Expr node)
    {
        var value = node is Constant constant
            ? Literal(constant, FixedValue.From(Finite(constant), _precision.AsHls4ml ? type : type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat }))
            : Into(type, node);
        _pinned.Add(value);
        return value;
    }

    private int Argument(Apply node, int index)
    {
        var value = this[node, index];
        return Builder.Cast(value, _precision.Argument(node, Builder.Type(value)));
    }

    // A table that hls4ml has no form for is our own in either manner.
    private int Table(TableOperator table, Apply node)
    {
        var argument = Argument(node, 0);
        return _precision.AsHls4ml && table.IsPlain
            ? Builder.Table(NnetTable.Of(table, Builder.Type(argument), _warnings), argument)
            : OwnTable.Build(Builder, table, argument, table.EntryType ?? Result(table, node, [argument]));
    }

    private int Literal(Constant literal)
    {
        Finite(literal);
        return Literal(literal, _precision.Literal(literal));
    }

    private static double Finite(Constant literal) => double.IsFinite(literal.Value)
        ? literal.Value
        : throw new DiagnosticException(Errors.NoFixedConstant(InfixPrinter.Number(literal.Value)));

    private int Literal(Constant literal, FixedValue value)
    {
        if (_precision.AsHls4ml && (Math.Abs(value.Double - literal.Value) > value.Type.Step || (value.Raw.IsZero && literal.Value != 0)))
            _warnings.Add($"the constant {InfixPrinter.Number(literal.Value)} is {InfixPrinter.Number(value.Double)} in {value.Type}");
        return Builder.Literal(value);
    }

    private int Apply(Apply node)
    {
        switch (node.Operator)
        {
            case BuiltInOperator builtIn:
                return OperatorLowering.Lower(this, builtIn, node);
            case DefinedOperator defined:
                return Instead(node, defined.Inline(node.Arguments));
            case TypePin pin:
                return Pinned(pin.Type, node.Arguments[0]);
            case TableOperator table:
                return Table(table, node);
            default:
                throw new DiagnosticException(Errors.NoHardwareForm(node.Operator.Name));
        }
    }
}
