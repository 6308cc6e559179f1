using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// A function written in C#: its arguments become the types that it takes, and its value one of the language. Over
/// <see cref="Expr"/> it is a formula, over numbers it is not.
/// </summary>
public sealed class DelegateFunction : FunctionValue, IFormula
{
    private readonly MethodInfo _invoke;
    private readonly ImmutableArray<ParameterInfo> _parameters;
    private readonly Lazy<Expr> _formula;

    /// <summary>A function of C#.</summary>
    /// <param name="name">The name it is bound to, or null.</param>
    /// <param name="function">The function.</param>
    public DelegateFunction(string? name, Delegate function)
    {
        Name = name;
        Function = function;
        _invoke = function.GetType().GetMethod("Invoke")!;
        _parameters = [.. _invoke.GetParameters()];
        var named = function.Method.GetParameters();
        Parameters = [.. (named.Length == _parameters.Length ? named : _invoke.GetParameters()).Select(parameter => parameter.Name ?? "_")];
        _formula = new(ToFormula);
    }

    /// <summary>The name it is bound to, or null.</summary>
    public string? Name { get; }

    /// <summary>The function as C# has it.</summary>
    public Delegate Function { get; }

    /// <summary>The names of its parameters.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>How many arguments it takes: one that takes nothing takes <c>()</c>.</summary>
    public override int Arity => Math.Max(1, _parameters.Length);

    /// <summary>What it makes of its parameters.</summary>
    /// <exception cref="DiagnosticException">It does not take formulas, or gives none.</exception>
    public Expr Formula => _formula.Value;

    private string Called => Name ?? "this function";

    /// <summary>The formula; the parameters where it is none.</summary>
    public override string ToString() => TakesFormulas ? Formula.ToString() : $"fun {string.Join(" ", Parameters.DefaultIfEmpty("()"))} -> C#";

    internal override object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call)
    {
        var given = Application.Spread(arguments, _parameters.Length);
        if (given.Length < Arity)
            return new PartialFunction(this, given);
        if (_parameters.IsEmpty && given[0].Value is not UnitValue)
            throw given[0].Origin.Error(Errors.WrongArgument(Called, "()", Kinds.WithArticle(given[0].Value), null));
        var value = Import.From(Invoke([.. _parameters.Zip(given, Taken)], call));
        if (value is Expr formula && given.All(argument => argument.Value is double) && formula.Variables().IsEmpty)
            value = formula.Evaluate(FrozenDictionary<string, double>.Empty);
        return given.Length == Arity ? value
            : Application.IsFunction(value) ? evaluator.Apply(value, given[Arity..], call)
            : throw call.Error(Errors.WrongArity(Called, Arity, given.Length));
    }

    private bool TakesFormulas => !_parameters.IsEmpty && _parameters.All(parameter => parameter.ParameterType.IsAssignableFrom(typeof(Expr)));

    private object? Taken(ParameterInfo parameter, Argument argument)
    {
        var wanted = parameter.ParameterType;
        if (wanted == typeof(object))
            return CSharpView.Of(argument.Value);
        return Conversions.TryConvert(argument.Value, wanted, null, out var taken)
            ? taken
            : throw argument.Origin.Error(Errors.WrongArgument(Called, Kinds.Wants(wanted), Kinds.Got(argument.Value, wanted), Conversions.Hint(wanted, argument.Value)));
    }

    private object? Invoke(object?[] arguments, Origin call)
    {
        try
        {
            return StackBudget.Of(() => Awaited(_invoke.Invoke(Function, BindingFlags.DoNotWrapExceptions, null, arguments, null)));
        }
        catch (Exception failure) when (RunContext.Current.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(failure.Message, failure, RunContext.Current.Cancellation);
        }
        catch (Exception failure)
        {
            throw Failures.Innermost(failure) switch
            {
                DiagnosticException known => known,
                InsufficientExecutionStackException => call.Error(Errors.CSharpTooDeep()),
                var thrown => call.Error(Errors.CSharpFailed(thrown.GetType().Name, thrown.Message)),
            };
        }
    }

    private object? Awaited(object? value)
    {
        if (value is not Task task)
            return value;
        task.Wait(RunContext.Current.Cancellation);
        return _invoke.ReturnType.IsGenericType ? _invoke.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private Expr ToFormula()
    {
        if (!TakesFormulas)
            throw new DiagnosticException(Errors.CSharpNoFormula(Called));
        var value = Import.From(Invoke([.. Parameters.Select(name => new Variable(name))], new Origin(new SourceText(Called, "input"), new Span(0, Called.Length))));
        return Arithmetic.AsExpr(value) ?? throw new DiagnosticException(Errors.NotAFormula(Name, $"its value is {Kinds.WithArticle(value)}"));
    }
}
