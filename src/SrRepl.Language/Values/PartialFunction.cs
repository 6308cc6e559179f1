using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A function, an operator or a formula with some of its arguments given.</summary>
public sealed class PartialFunction : FunctionValue, IFormula
{
    private readonly object _function;
    private readonly ImmutableArray<Argument> _given;

    internal PartialFunction(object function, ImmutableArray<Argument> given)
    {
        _function = function;
        _given = given;
    }

    /// <inheritdoc/>
    public override int Arity => Application.ArityOf(_function) - _given.Length;

    /// <summary>What it computes of the arguments it lacks.</summary>
    public Expr Formula
    {
        get
        {
            var origin = _given[0].Origin;
            var symbols = Parameters.Select(name => new Argument(new Variable(name), origin));
            var value = new Evaluator(RunContext.Current.Cancellation) { MakesFormula = true }.Apply(_function, [.. _given, .. symbols], origin);
            return Arithmetic.AsExpr(value) ?? throw origin.Error(Errors.NotAFormula(null, $"its value is {Kinds.WithArticle(value)}"));
        }
    }

    /// <summary>The names of the arguments it lacks.</summary>
    public ImmutableArray<string> Parameters => Application.ParametersOf(_function)[_given.Length..];

    bool IFormula.IsFunction => true;

    /// <summary>The formula; the function and what was given to it where that is none.</summary>
    public override string ToString()
    {
        try
        {
            return Formula.ToString();
        }
        catch (DiagnosticException)
        {
            return $"({_function}) {string.Join(" ", _given.Select(argument => ValuePrinter.Print(argument.Value)))}";
        }
    }

    internal override object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call) =>
        evaluator.Apply(_function, [.. _given, .. arguments], call);
}

/// <summary>Two functions one after the other: <c>f &gt;&gt; g</c>.</summary>
public sealed class Composition : FunctionValue, IFormula
{
    private readonly Argument _first;
    private readonly Argument _second;

    internal Composition(Argument first, Argument second)
    {
        _first = first;
        _second = second;
    }

    /// <inheritdoc/>
    public override int Arity => 1;

    /// <summary>The composed formula.</summary>
    public Expr Formula
    {
        get
        {
            var symbols = Parameters.Select(name => new Argument(new Variable(name), _first.Origin));
            var value = Apply(new Evaluator(RunContext.Current.Cancellation) { MakesFormula = true }, [.. symbols], _first.Origin);
            return Arithmetic.AsExpr(value) ?? throw _second.Origin.Error(Errors.NotAFormula(null, $"its value is {Kinds.WithArticle(value)}"));
        }
    }

    /// <summary>The parameters of the first function.</summary>
    public ImmutableArray<string> Parameters => Application.ParametersOf(_first.Value);

    bool IFormula.IsFunction => true;

    /// <summary>The formula; both functions as they were written where that is none.</summary>
    public override string ToString()
    {
        try
        {
            return Formula.ToString();
        }
        catch (DiagnosticException)
        {
            return $"{_first.Origin.Text} >> {_second.Origin.Text}";
        }
    }

    internal override object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call) =>
        evaluator.Apply(_second.Value, [new(evaluator.Apply(_first.Value, arguments, call), call)], call);
}
