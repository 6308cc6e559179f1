using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Where in its step a table's entry is sampled.</summary>
public enum Sampling
{
    /// <summary>At the step's lower end, as hls4ml does.</summary>
    LeftEdge,

    /// <summary>In the step's middle, which halves the error.</summary>
    Midpoint,
}

/// <summary>What a table's function does when its argument changes sign.</summary>
public enum Symmetry
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>f(-x) = -f(x).</summary>
    Odd,

    /// <summary>f(-x) = f(x).</summary>
    Even,
}

/// <summary>
/// A function of one argument as a table, usable wherever an operator is: in a formula, in a search, in a Kernel. In
/// double precision it has the chip's index rule: entry trunc((x - from) size / (to - from)), clamped to the table.
/// </summary>
public sealed class TableOperator : Operator, IEquatable<TableOperator>
{
    /// <summary>The most entries a table may have: hls4ml counts them in 16 bits.</summary>
    public const int LargestSize = 65535;

    private readonly Lazy<double[]> _entries;

    /// <summary>Tabulates a function.</summary>
    /// <param name="name">The name it is written by.</param>
    /// <param name="function">What is tabulated; of one argument.</param>
    /// <param name="from">Where the table begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="size">How many entries, from 2 on.</param>
    /// <exception cref="DiagnosticException">The range is empty (SR4008), the size out of bounds (SR4009), or the function is of several arguments (SR4011).</exception>
    public TableOperator(string name, Operator function, double from, double to, int size)
    {
        if (function.Arity != 1)
            throw new DiagnosticException(Errors.TableArity(function.Name, function.Arity));
        if (!(from < to) || !double.IsFinite(to - from))
            throw new DiagnosticException(Errors.TableRange(function.Name, InfixPrinter.Number(from), InfixPrinter.Number(to)));
        if (size is < 2 or > LargestSize)
            throw new DiagnosticException(Errors.TableSize(function.Name, size, LargestSize));
        Name = name;
        Function = function;
        (From, To, Size) = (from, to, size);
        _entries = new(() => [.. Enumerable.Range(0, Size).Select(i => Function.Evaluate([At(i)]))]);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Arity => 1;

    /// <summary>What is tabulated.</summary>
    public Operator Function { get; }

    /// <summary>Where the table begins.</summary>
    public double From { get; }

    /// <summary>Where the table ends; the last entry lies a step before.</summary>
    public double To { get; }

    /// <summary>How many entries.</summary>
    public int Size { get; }

    /// <summary>Where in a step the function is sampled.</summary>
    public Sampling Sampling { get; init; }

    /// <summary>Whether values between entries are interpolated along a straight line.</summary>
    public bool Interpolate { get; init; }

    /// <summary>The type of the entries, or null to follow the Kernel.</summary>
    public FixedType? EntryType { get; init; }

    /// <summary>Half of a function that is odd or even is enough; the range then begins at 0.</summary>
    public Symmetry Symmetry { get; init; }

    /// <summary>Whether it is a table as hls4ml makes them.</summary>
    public bool IsPlain => Sampling == Sampling.LeftEdge && !Interpolate && EntryType is null && Symmetry == Symmetry.None;

    /// <summary>The width of a step.</summary>
    public double Step => (To - From) / Size;

    /// <summary>The entries in double precision.</summary>
    public ReadOnlySpan<double> Entries => _entries.Value;

    /// <inheritdoc/>
    public override TableOperator Named(string name) => Like(name, Size);

    /// <summary>The same table with another number of entries.</summary>
    internal TableOperator Resized(int size) => Like(Name, size);

    private TableOperator Like(string name, int size) => new(name, Function, From, To, size)
    {
        Sampling = Sampling,
        Interpolate = Interpolate,
        EntryType = EntryType,
        Symmetry = Symmetry,
    };

    /// <summary>Where entry <paramref name="index"/> is sampled.</summary>
    public double At(int index) => From + (index + (Sampling == Sampling.Midpoint ? 0.5 : 0)) * Step;

    /// <inheritdoc/>
    public override double Evaluate(ReadOnlySpan<double> arguments)
    {
        if (double.IsNaN(arguments[0]))
            return double.NaN;
        var x = arguments[0];
        return Symmetry switch
        {
            Symmetry.Odd when x < 0 => -Look(-x),
            Symmetry.Even => Look(Math.Abs(x)),
            _ => Look(x),
        };
    }

    /// <summary>The tabulated function's derivative: a table's own is zero almost everywhere and tells a search nothing.</summary>
    public override Expr Partial(int index, ImmutableArray<Expr> arguments) => Function.Partial(index, arguments);

    /// <inheritdoc/>
    public override Interval Bounds(ReadOnlySpan<Interval> arguments)
    {
        if (arguments[0].IsEmpty)
            return Interval.Empty;
        var range = Symmetry == Symmetry.None ? Over(arguments[0]) : Over(arguments[0].Abs());
        return Symmetry == Symmetry.Odd ? range.Union(-range) : range;
    }

    /// <inheritdoc/>
    public bool Equals(TableOperator? other) =>
        other is not null && Name == other.Name && Function.Equals(other.Function) && From.Equals(other.From) && To.Equals(other.To)
        && Size == other.Size && Sampling == other.Sampling && Interpolate == other.Interpolate && EntryType == other.EntryType
        && Symmetry == other.Symmetry;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TableOperator);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Function, From, To, Size);

    private double Look(double x)
    {
        var place = (x - From) * (Size / (To - From));
        if (!Interpolate)
            return _entries.Value[(int)Math.Clamp(place, 0, Size - 1)];
        place = Math.Clamp(place, 0, Size);
        var index = (int)Math.Min(place, Size - 1);
        return Knot(index) + (place - index) * (Knot(index + 1) - Knot(index));
    }

    private double Knot(int index) => Function.Evaluate([From + index * Step]);

    private Interval Over(Interval x)
    {
        var first = (int)Math.Clamp(Math.Floor((x.Low - From) / Step) - 1, 0, Size - 1);
        var last = (int)Math.Clamp(Math.Ceiling((x.High - From) / Step) + 1, 0, Size - 1);
        var range = Interval.Empty;
        for (var i = first; i <= last; i++)
            range = range.Union(Interval.Point(Interpolate ? Knot(i) : _entries.Value[i]));
        return Interpolate ? range.Union(Interval.Point(Knot(last + 1))) : range;
    }
}
