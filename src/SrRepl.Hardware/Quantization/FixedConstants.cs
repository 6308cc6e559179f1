using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The constants of a Kernel's formulas as integers times the last bit of their types, and the Kernel with others in their place.</summary>
internal sealed class FixedConstants
{
    private readonly ImmutableArray<IFormula> _formulas;
    private readonly QuantizeOptions _options;
    private readonly WidthChoice? _choice;
    private readonly List<FixedType> _types = [];

    private FixedConstants(ImmutableArray<IFormula> formulas, QuantizeOptions options, WidthChoice? choice)
    {
        (_formulas, _options, _choice) = (formulas, options, choice);
        var (start, nearest) = (new List<long>(), new List<long>());
        foreach (var formula in formulas)
            Walk(formula.Formula, (constant, pin) =>
            {
                var type = pin ?? choice?.TypeOf(constant) ?? options.Type ?? Quantizer.Default;
                _types.Add(type);
                start.Add((long)FixedCast.Cast(constant.Value, type));
                nearest.Add((long)FixedCast.Cast(constant.Value, type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat }));
                return constant;
            });
        (Start, Nearest) = ([.. start], [.. nearest]);
    }

    /// <summary>The constants as the Kernel has them.</summary>
    public long[] Start { get; }

    /// <summary>The formula's constants, rounded to nearest.</summary>
    public long[] Nearest { get; }

    /// <summary>The constants of a Kernel that quantize made.</summary>
    public static FixedConstants Of(Kernel kernel, CancellationToken cancellation)
    {
        var options = kernel.Options! with { Inputs = kernel.InputNames };
        var given = Quantizer.WithInputs(kernel.Formulas, options.Inputs);
        var ready = Quantizer.Ready(given, options, cancellation);
        return options.IsTyped
            ? new([.. Quantizer.Written(ready, options)], options with { Simplify = false }, Quantizer.Search(ready, [.. kernel.Formulas], options, cancellation).Choice)
            : new([.. ready.Select(formula => (IFormula)new RewrittenFormula(Inlined(formula.Formula), formula.Parameters))], options with { Simplify = false }, null);
    }

    /// <summary>Whether each constant is one of its type.</summary>
    public bool Fit(long[] raws) => raws.Zip(_types).All(pair => pair.First >= pair.Second.MinRaw && pair.First <= pair.Second.MaxRaw);

    /// <summary>The Kernel with other constants, every other type as it was.</summary>
    public Kernel Build(long[] raws)
    {
        var formulas = With(raws);
        return _choice is null
            ? Quantizer.Quantize(formulas, _options)
            : _choice.For([.. _formulas.Select(formula => formula.Formula)], [.. formulas.Select(formula => formula.Formula)]).Build(formulas, _options);
    }

    /// <summary>The Kernel that quantize makes with other constants.</summary>
    public Kernel Quantized(long[] raws, CancellationToken cancellation) => Quantizer.Quantize(With(raws), _options, cancellation);

    private ImmutableArray<IFormula> With(long[] raws)
    {
        var next = 0;
        return [.. _formulas.Select(formula => (IFormula)new RewrittenFormula(
            Walk(formula.Formula, (_, _) => new Constant(new FixedValue(raws[next], _types[next++]).Double)), formula.Parameters))];
    }

    private static Expr Inlined(Expr formula) => formula.Rewrite(node => node is Apply { Operator: DefinedOperator op } call ? Inlined(op.Inline(call.Arguments)) : node);

    // A whole exponent is part of the formula's form.
    private static Expr Walk(Expr node, Func<Constant, FixedType?, Expr> map, FixedType? pin = null)
    {
        if (node is Constant constant)
            return map(constant, pin);
        if (node is not Apply apply)
            return node;
        var arguments = ImmutableArray.CreateBuilder<Expr>(apply.Arguments.Length);
        foreach (var argument in apply.Arguments)
            arguments.Add(apply.Operator == Operators.Power && arguments.Count == 1 && argument is Constant { Value: var exponent } && (Math.Floor(exponent) == exponent || exponent == 0.5)
                ? argument
                : Walk(argument, map, (apply.Operator as TypePin)?.Type));
        return new Apply(apply.Operator, arguments.MoveToImmutable());
    }
}
