using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Hardware;

/// <summary>
/// A Kernel compiled to loops over blocks of rows: a register of raw integers for each operation, loops four lanes wide
/// where 64 bits suffice, as <see cref="WordWidths"/> has proven, and on 128 bits where they do not.
/// </summary>
internal sealed class BlockProgram
{
    /// <summary>Rows in a block: small enough that the registers stay in the nearest caches.</summary>
    public const int BlockSize = 128;

    private static readonly FrozenDictionary<OperationKind, Func<BlockProgram, Operation, int, Step>> Compilers =
        new Dictionary<OperationKind, Func<BlockProgram, Operation, int, Step>>
        {
            [OperationKind.Add] = (p, o, to) => p.Map(new Lanes.Sum(p.Left(o, 0), p.Left(o, 1)), o, to),
            [OperationKind.Subtract] = (p, o, to) => p.Map(new Lanes.Difference(p.Left(o, 0), p.Left(o, 1)), o, to),
            [OperationKind.Multiply] = (p, o, to) => p.Short(o) ? p.Map(new Lanes.ShortProduct(), o, to) : p.Map(new Lanes.Product(), o, to),
            [OperationKind.Divide] = (p, o, to) => p.Divide(o, to),
            [OperationKind.Negate] = (p, o, to) => p.MapOne(new Lanes.Negative(), o, to),
            [OperationKind.Cast] = (p, o, to) => p.Cast(o, to),
            [OperationKind.Table] = (p, o, to) => p.Table(o, to),
            [OperationKind.OctantTable] = (p, o, to) => p.Octants(o, to),
            [OperationKind.MathCall] = (p, o, to) => p.MathCall(o, to),
            [OperationKind.Abs] = (p, o, to) => p.MapOne(new Lanes.Magnitude(), o, to),
            [OperationKind.Min] = (p, o, to) => p.Map(new Lanes.Least(), o, to),
            [OperationKind.Max] = (p, o, to) => p.Map(new Lanes.Greatest(), o, to),
            [OperationKind.Compare] = (p, o, to) => p.Compare(o, to),
            [OperationKind.Select] = (p, o, to) => p.Select(o, to),
        }.ToFrozenDictionary();

    private readonly Kernel _kernel;
    private readonly (Word Value, Word Steps)[] _words;
    private readonly long[][] _registers;
    private readonly Int128[]?[] _doubles;
    private readonly List<Step> _steps = [];

    /// <summary>Compiles a Kernel.</summary>
    /// <param name="kernel">A Kernel for which <see cref="CanRun"/> holds, all values kept or not.</param>
    /// <param name="keepAll">Whether every operation keeps a register of its own, so that all values can be observed.</param>
    public BlockProgram(Kernel kernel, bool keepAll = false)
    {
        _kernel = kernel;
        _words = WordWidths.Of(kernel, keepAll);
        _registers = Registers.Assign(kernel, keepAll, BlockSize);
        _doubles = [.. _words.Select(word => word.Value == Word.Double ? new Int128[BlockSize] : null)];
        for (var i = 0; i < kernel.Operations.Length; i++)
        {
            var operation = kernel.Operations[i];
            if (IsDouble(i, operation))
                _steps.Add(Double(operation, i));
            else if (operation.Kind == OperationKind.Literal)
                Array.Fill(_registers[i], (long)operation.Raw);
            else if (operation.Kind != OperationKind.Input)
                _steps.Add(Compilers[operation.Kind](this, operation, i));
        }
    }

    // Rows past the count hold leftovers: harmless everywhere but in a division.
    private delegate void Step(int count);

    /// <summary>The raw integers of an input or an output for the rows of the last block.</summary>
    public long[] this[int operation] => _registers[operation];

    /// <summary>Whether every operation fits a machine word, and every port 64 bits.</summary>
    /// <param name="kernel">The Kernel.</param>
    /// <param name="keepAll">Whether all values are to be observed, not the outputs alone.</param>
    public static bool CanRun(Kernel kernel, bool keepAll = false)
    {
        var words = WordWidths.Of(kernel, keepAll);
        return words.All(word => word.Steps != Word.Unbounded) && kernel.Outputs.All(output => words[output.Operation].Value == Word.Single);
    }

    /// <summary>The value of an operation in a row of the last block.</summary>
    public Int128 Value(int operation, int row) => _doubles[operation] is { } wide ? wide[row] : _registers[operation][row];

    /// <summary>Runs the block whose inputs were written to the input operations' registers.</summary>
    /// <param name="count">Rows in use, at most <see cref="BlockSize"/>.</param>
    /// <exception cref="BlockDivisionException">A divisor is 0.</exception>
    public void Run(int count)
    {
        foreach (var step in _steps)
            step(count);
    }

    private long[] In(Operation operation, int operand) => _registers[operation.Operands[operand]];

    private Operation Operand(Operation operation, int index) => _kernel.Operations[operation.Operands[index]];

    private int Left(Operation operation, int index) =>
        Math.Max(Operand(operation, 0).Type.Fraction, Operand(operation, 1).Type.Fraction) - Operand(operation, index).Type.Fraction;

    private bool Short(Operation operation) => WordWidths.Bits(Operand(operation, 0)) <= 32 && WordWidths.Bits(Operand(operation, 1)) <= 32;

    private bool IsDouble(int index, Operation operation) =>
        _words[index].Steps == Word.Double || operation.Operands.Any(operand => _words[operand].Value == Word.Double);

    private Step Double(Operation operation, int to)
    {
        var rule = DoubleSteps.Of(_kernel, operation);
        var operands = operation.Operands;
        var division = operation.Kind == OperationKind.Divide;
        return count =>
        {
            for (var i = 0; i < count; i++)
            {
                var y = operands.Length > 1 ? Value(operands[1], i) : 0;
                if (division && y == 0)
                    throw new BlockDivisionException(i);
                var result = rule(operands.Length > 0 ? Value(operands[0], i) : 0, y, operands.Length > 2 ? Value(operands[2], i) : 0);
                if (_doubles[to] is { } wide)
                    wide[i] = result;
                else
                    _registers[to][i] = (long)result;
            }
        };
    }

    private Step Cast(Operation operation, int to)
    {
        var (operand, type) = (Operand(operation, 0), operation.Type);
        var right = operand.Type.Fraction - type.Fraction;
        return right >= 0 && type is { Rounding: Rounding.Trn, Overflow: Overflow.Wrap }
            ? MapOne(new LaneTruncation(right, type), operation, to)
            : MapOne(new LaneCast(operand.Type.Fraction, type, !OperationRange.Overflows(operand.Range, type)), operation, to);
    }

    private Step MapOne<T>(T step, Operation operation, int to)
        where T : struct, Lanes.IUnary
    {
        var (x, result) = (In(operation, 0), _registers[to]);
        return _ => Lanes.Map(step, x, result);
    }

    private Step Map<T>(T step, Operation operation, int to)
        where T : struct, Lanes.IBinary
    {
        var (x, y, result) = (In(operation, 0), In(operation, 1), _registers[to]);
        return _ => Lanes.Map(step, x, y, result);
    }

    // Greater and equal, straight or inverted, the operands straight or swapped, are all six comparisons.
    private Step Compare(Operation operation, int to)
    {
        var (x, y, result) = (In(operation, 0), In(operation, 1), _registers[to]);
        var (left, right) = (Left(operation, 0), Left(operation, 1));
        return operation.Function switch
        {
            "greater" => _ => Lanes.Map(new Lanes.Exceeds(left, right, false), x, y, result),
            "less_equal" => _ => Lanes.Map(new Lanes.Exceeds(left, right, true), x, y, result),
            "less" => _ => Lanes.Map(new Lanes.Exceeds(right, left, false), y, x, result),
            "greater_equal" => _ => Lanes.Map(new Lanes.Exceeds(right, left, true), y, x, result),
            "equal" => _ => Lanes.Map(new Lanes.Coincides(left, right, false), x, y, result),
            _ => _ => Lanes.Map(new Lanes.Coincides(left, right, true), x, y, result),
        };
    }

    private Step Select(Operation operation, int to)
    {
        var (condition, x, y, result) = (In(operation, 0), In(operation, 1), In(operation, 2), _registers[to]);
        return _ =>
        {
            var c = Wide(condition);
            var a = Wide(x);
            var b = Wide(y);
            var r = Wide(result);
            for (var i = 0; i < r.Length; i++)
                r[i] = Vector256.ConditionalSelect(Vector256.Equals(c[i], Vector256<long>.Zero), b[i], a[i]);
        };
    }

    private Step Divide(Operation operation, int to)
    {
        var (x, y, result) = (In(operation, 0), In(operation, 1), _registers[to]);
        var shift = Math.Max(0, Operand(operation, 1).Type.Fraction);
        return count =>
        {
            for (var i = 0; i < count; i++)
                result[i] = y[i] != 0 ? (x[i] << shift) / y[i] : throw new BlockDivisionException(i);
        };
    }

    private Step Table(Operation operation, int to)
    {
        var table = operation.Table!;
        var (x, result) = (In(operation, 0), _registers[to]);
        var entries = table.Entries.Select(entry => (long)entry).ToArray();
        var (from, scale) = ((long)table.From, (long)table.IndexScale);
        var shift = table.ArgumentType.Fraction + table.ScaleType.Fraction;
        var last = entries.Length - 1;
        var shortFactors = table.ArgumentType.Width < 31 && table.IndexScale.GetBitLength() < 31;
        var index = new Lanes.TableIndex(from, scale, shift, last, shortFactors);
        return _ =>
        {
            Lanes.Map(index, x, result);
            Lanes.Look(entries, result);
        };
    }

    private Step Octants(Operation operation, int to)
    {
        var table = OctantTable.Of(operation.Type);
        var sine = operation.Function == "sin";
        var (x, result) = (In(operation, 0), _registers[to]);
        return count =>
        {
            for (var i = 0; i < count; i++)
                result[i] = (long)table.Value(x[i], sine);
        };
    }

    private Step MathCall(Operation operation, int to)
    {
        var inputs = operation.Operands.Select(operand => _registers[operand]).ToArray();
        var steps = operation.Operands.Select(operand => _kernel.Operations[operand].Type.Step).ToArray();
        var result = _registers[to];
        return count =>
        {
            Span<double> arguments = stackalloc double[inputs.Length];
            for (var i = 0; i < count; i++)
            {
                for (var k = 0; k < inputs.Length; k++)
                    arguments[k] = inputs[k][i] * steps[k];
                result[i] = (long)FixedCast.Cast(MathFunctions.Value(operation.Function, arguments), operation.Type);
            }
        };
    }

    private static Span<Vector256<long>> Wide(long[] register) => MemoryMarshal.Cast<long, Vector256<long>>(register.AsSpan());
}
