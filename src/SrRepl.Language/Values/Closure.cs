using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// A function written in the language. Over numbers it is a formula: applied to symbols named by its parameters, its body
/// gives one.
/// </summary>
public sealed class Closure : FunctionValue, IFormula
{
    private readonly Scope _scope;
    private readonly Origin _body;
    private readonly Node _bodyNode;
    private readonly ImmutableArray<Pattern> _parameters;
    private readonly bool _recursive;
    private readonly Lazy<Expr> _formula;

    internal Closure(string? name, ImmutableArray<Pattern> parameters, Node body, Scope scope, SourceText source, bool recursive)
    {
        Name = name;
        _parameters = parameters;
        _bodyNode = body;
        _body = new(source, body.Span);
        _scope = scope;
        _recursive = recursive;
        ParameterNames = [.. parameters.SelectMany(Names)];
        _formula = new(ToFormula);
    }

    /// <summary>The name it was bound to, or null.</summary>
    public string? Name { get; }

    internal Node BodyNode => _bodyNode;

    internal Origin Body => _body;

    /// <summary>The names its parameters bind, in order.</summary>
    public ImmutableArray<string> ParameterNames { get; }

    /// <inheritdoc/>
    public override int Arity => _parameters.Length;

    /// <summary>Its body as a formula of its parameters.</summary>
    /// <exception cref="DiagnosticException">The body is no arithmetic.</exception>
    public Expr Formula => _formula.Value;

    ImmutableArray<string> IFormula.Parameters => ParameterNames;

    bool IFormula.IsFunction => true;

    /// <summary>The formula; the source where the body is none.</summary>
    public override string ToString()
    {
        try
        {
            return Formula.ToString();
        }
        catch (DiagnosticException)
        {
            return $"fun {string.Join(" ", ParameterNames.DefaultIfEmpty("()"))} -> {_body.Text}";
        }
    }

    internal override object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call)
    {
        if (arguments is [{ Value: TupleValue tuple, Origin: var origin }] && Arity == tuple.Items.Length && Arity > 1)
            arguments = [.. tuple.Items.Select(item => new Argument(item, origin))];
        if (arguments.Length < Arity)
            return new PartialFunction(this, arguments);
        var scope = _recursive && Name is not null ? _scope.With(Name, this) : _scope;
        var numeric = arguments.All(argument => argument.Value is double);
        for (var i = 0; i < Arity; i++)
            scope = Matching.Bind(_parameters[i], arguments[i].Value, scope, _body.Source, arguments[i].Origin, pinsNumbers: !numeric);
        var value = evaluator.Inside(Name, _bodyNode, scope, _body.Source, call, numeric);
        return arguments.Length == Arity ? value
            : Application.IsFunction(value) ? evaluator.Apply(value, arguments[Arity..], call)
            : throw call.Error(Errors.WrongArity(Name ?? "this function", Arity, arguments.Length));
    }

    private Expr ToFormula()
    {
        var evaluator = new Evaluator(RunContext.Current.Cancellation) { MakesFormula = true };
        object value;
        try
        {
            value = Apply(evaluator, [.. _parameters.Select(pattern => new Argument(Symbol(pattern), _body))], _body);
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Number != Errors.NotAFormulaNumber)
        {
            throw new DiagnosticException(Errors.NotAFormula(Name, failure.Diagnostic.Message).At(failure.Diagnostic.Place), failure);
        }
        return Arithmetic.AsExpr(value) ?? throw _body.Error(Errors.NotAFormula(Name, $"its value is {Kinds.WithArticle(value)}"));
    }

    private static object Symbol(Pattern pattern) => pattern switch
    {
        NamePattern name => new Variable(name.Name),
        TuplePattern tuple => new TupleValue([.. tuple.Items.Select(Symbol)]),
        UnitPattern => UnitValue.Value,
        _ => new Variable("_"),
    };

    private static IEnumerable<string> Names(Pattern pattern) => pattern switch
    {
        NamePattern name => [name.Name],
        TuplePattern tuple => tuple.Items.SelectMany(Names),
        AnyPattern => ["_"],
        _ => [],
    };
}
