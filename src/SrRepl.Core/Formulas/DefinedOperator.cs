using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A function the user wrote, as an operator: a name, parameters and a body over them. Equal in name, parameters and body.</summary>
public sealed class DefinedOperator : Operator, IEquatable<DefinedOperator>
{
    /// <summary>Names a formula of parameters.</summary>
    /// <param name="name">The name it prints by.</param>
    /// <param name="parameters">The body's variables, in order; at least one.</param>
    /// <param name="body">The formula; every variable of it is a parameter.</param>
    public DefinedOperator(string name, ImmutableArray<string> parameters, Expr body)
    {
        foreach (var variable in body.Variables())
            if (!parameters.Contains(variable))
                throw new DiagnosticException(Errors.UnboundVariable(variable, parameters));
        Name = name;
        Parameters = parameters;
        Body = body;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Arity => Parameters.Length;

    /// <summary>The variables of the body, in the order of the arguments.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>What it computes.</summary>
    public Expr Body { get; }

    /// <summary>The body with the arguments in the parameters' places.</summary>
    public Expr Inline(ImmutableArray<Expr> arguments) => Body.Substitute(Bind(arguments));

    /// <inheritdoc/>
    public override double Evaluate(ReadOnlySpan<double> arguments)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
            values[Parameters[i]] = arguments[i];
        return Body.Evaluate(values);
    }

    /// <inheritdoc/>
    public override Expr Partial(int index, ImmutableArray<Expr> arguments) =>
        Body.Derivative(Parameters[index]).Substitute(Bind(arguments));

    /// <inheritdoc/>
    public override Interval Bounds(ReadOnlySpan<Interval> arguments)
    {
        var ranges = new Dictionary<string, Interval>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
            ranges[Parameters[i]] = arguments[i];
        return Body.Bounds(ranges);
    }

    /// <inheritdoc/>
    public bool Equals(DefinedOperator? other) =>
        other is not null && Name == other.Name && Parameters.SequenceEqual(other.Parameters) && Body.Equals(other.Body);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DefinedOperator);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Body);

    private Dictionary<string, Expr> Bind(ImmutableArray<Expr> arguments)
    {
        var bound = new Dictionary<string, Expr>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
            bound[Parameters[i]] = arguments[i];
        return bound;
    }
}
