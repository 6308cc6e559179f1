using System.Collections.Immutable;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Collects the operations of a Kernel. An operation equal to an earlier one is that one (common subexpressions), an
/// operation on literals alone is a literal: neither changes a bit, since an operation's value depends on nothing else.
/// </summary>
public sealed class KernelBuilder
{
    private readonly List<Operation> _operations = [];
    private readonly Dictionary<Signature, int> _known = [];
    private readonly RangeTracker _ranges = new();

    /// <summary>The part of the formula that the next operations compute.</summary>
    public Expr? Source { get; set; }

    /// <summary>The operations so far.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>The type of an operation's result.</summary>
    public FixedType Type(int operation) => _operations[operation].Type;

    /// <summary>An input port.</summary>
    public int Input(string name, FixedType type) => Append(new(OperationKind.Input, type, []) { Function = name });

    /// <summary>A number.</summary>
    public int Literal(FixedValue value) => Append(new(OperationKind.Literal, value.Type.Plain, []) { Raw = value.Raw });

    /// <summary>A double, cast into a type.</summary>
    public int Literal(double value, FixedType type) => Literal(FixedValue.From(value, type));

    /// <summary>a + b, exactly.</summary>
    public int Add(int a, int b) => Append(new(OperationKind.Add, FixedType.Sum(Type(a), Type(b)), [a, b]));

    /// <summary>a - b, exactly.</summary>
    public int Subtract(int a, int b) => Append(new(OperationKind.Subtract, FixedType.Difference(Type(a), Type(b)), [a, b]));

    /// <summary>a * b, exactly.</summary>
    public int Multiply(int a, int b) => Append(new(OperationKind.Multiply, FixedType.Product(Type(a), Type(b)), [a, b]));

    /// <summary>a / b, truncated toward zero.</summary>
    /// <exception cref="DiagnosticException">The divisor is the constant 0, perhaps because its type rounds it to 0 (SR4028).</exception>
    public int Divide(int a, int b) => _operations[b] is { Kind: OperationKind.Literal, Raw.IsZero: true } zero
        ? throw new DiagnosticException(Errors.DivisionByZeroConstant(Source?.ToString() ?? "", zero.Type.ToString()))
        : Append(new(OperationKind.Divide, FixedType.Quotient(Type(a), Type(b)), [a, b]));

    /// <summary>-a, exactly.</summary>
    public int Negate(int a) => Append(new(OperationKind.Negate, FixedType.Negative(Type(a)), [a]));

    /// <summary>|a|, exactly; an unsigned operand is its own.</summary>
    public int Abs(int a) => Type(a).Signed
        ? Append(new(OperationKind.Abs, new(Type(a).Width, Type(a).Integer, Signed: false), [a]))
        : a;

    /// <summary>The operand rounded and overflowed into a type; nothing where it already has that type.</summary>
    public int Cast(int a, FixedType type) => Type(a).Plain == type.Plain
        ? a
        : Append(new(OperationKind.Cast, type, [a]));

    /// <summary>Those bits of the operand that a type without modes has: a cast that drops the others on purpose.</summary>
    public int Pick(int a, FixedType type) => Type(a).Plain == type.Plain
        ? a
        : Append(new(OperationKind.Cast, type.Plain, [a]) { PicksBits = true });

    /// <summary>The smaller of two.</summary>
    public int Min(int a, int b) => Joined(OperationKind.Min, a, b);

    /// <summary>The larger of two.</summary>
    public int Max(int a, int b) => Joined(OperationKind.Max, a, b);

    /// <summary>One bit: whether the comparison (an operator's name: greater, less_equal, equal ...) holds.</summary>
    public int Compare(string comparison, int a, int b) => Append(new(OperationKind.Compare, FixedType.Bit, [a, b]) { Function = comparison });

    /// <summary><paramref name="a"/> where the condition is not zero, else <paramref name="b"/>.</summary>
    public int Select(int condition, int a, int b)
    {
        if (a == b)
            return a;
        var type = FixedType.Join(Type(a), Type(b));
        return Append(new(OperationKind.Select, type, [condition, Cast(a, type), Cast(b, type)]));
    }

    /// <summary>A table's entry; the argument is first cast to the table's argument type.</summary>
    public int Table(LookupTable table, int argument) =>
        Append(new(OperationKind.Table, table.EntryType.Plain, [Cast(argument, table.ArgumentType)]) { Table = table });

    /// <summary>hls4ml's built-in sine or cosine of an operand that already has the one type.</summary>
    public int OctantTable(string function, int argument, FixedType type) =>
        Append(new(OperationKind.OctantTable, type, [argument]) { Function = function });

    /// <summary>A function of the vendor's math library, in and out of one type.</summary>
    public int MathCall(string function, FixedType type, params ImmutableArray<int> arguments) =>
        Append(new(OperationKind.MathCall, type.Plain, arguments) { Function = function });

    private int Joined(OperationKind kind, int a, int b)
    {
        var type = FixedType.Join(Type(a), Type(b));
        return Append(new(kind, type, [Cast(a, type), Cast(b, type)]));
    }

    private int Append(Operation operation)
    {
        if (operation.Type.Width > FixedType.WidestWidth)
            throw new DiagnosticException(Errors.KernelTooWide(Source?.ToString() ?? "", operation.Type.Width, FixedType.WidestWidth));
        var signature = new Signature(operation);
        if (_known.TryGetValue(signature, out var known))
            return known;
        if (Folded(operation) is { } literal)
            return Literal(literal);
        _operations.Add(operation with { Range = _ranges.Append(operation, operation.Type.Range), Source = Source });
        return _known[signature] = _operations.Count - 1;
    }

    private FixedValue? Folded(Operation operation)
    {
        if (operation.Operands.IsEmpty || operation.Kind == OperationKind.MathCall
            || operation.Operands.Any(index => _operations[index].Kind != OperationKind.Literal))
            return null;
        var operands = operation.Operands.Select(index => new FixedValue(_operations[index].Raw, Type(index))).ToArray();
        return OperationValue.Of(operation, operands);
    }

    // What an operation's value depends on.
    private readonly record struct Signature(
        OperationKind Kind, FixedType Type, int First, int Second, int Third, BigInteger Raw, string Function, LookupTable? Table)
    {
        public Signature(Operation operation)
            : this(operation.Kind, operation.Type, At(operation, 0), At(operation, 1), At(operation, 2), operation.Raw, operation.Function, operation.Table)
        {
        }

        private static int At(Operation operation, int index) => index < operation.Operands.Length ? operation.Operands[index] : -1;
    }
}
