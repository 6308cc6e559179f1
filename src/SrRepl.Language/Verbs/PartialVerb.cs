using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A verb that still waits for its subject, with the options given so far: <c>quantize ap_fixed&lt;16,6&gt;</c>.</summary>
public sealed class PartialVerb : FunctionValue
{
    private readonly ImmutableArray<Argument> _given;

    internal PartialVerb(Verb verb, ImmutableArray<Argument> given = default)
    {
        Verb = verb;
        _given = given.IsDefault ? [] : given;
    }

    /// <summary>Which verb.</summary>
    public Verb Verb { get; }

    /// <inheritdoc/>
    public override int Arity => 1;

    /// <summary>Whether nothing was given to it yet.</summary>
    internal bool IsPlain => _given.IsEmpty;

    /// <summary>Whether it runs as soon as a statement ends with it: a verb that needs no subject, or one that the session itself is a subject of.</summary>
    internal bool RunsAlone => (_given.IsEmpty && Verb.Methods.Any(method => method.Subject is null)) || Verb.Methods.Any(method => method.Subject == typeof(Session));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", _given.Select(argument => ValuePrinter.Print(argument.Value)).Prepend(Verb.Name));

    /// <summary>The verb run on the type that its options name, as <c>cost { type = ap_fixed&lt;16,6&gt;; device = "zcu102" }</c> does; null where none is named.</summary>
    internal object? OnOwnType()
    {
        foreach (var given in _given)
            if (given.Value is RecordValue { Fields: var fields } && fields.FirstOrDefault(field => Nearest.Fold(field.Name) == "type") is { } own)
            {
                var others = new Argument(new RecordValue(fields.Remove(own)), given.Origin);
                return new VerbCall(Verb, [.. _given.Replace(given, others), new(own.Value, own.ValueAt ?? given.Origin)], given.Origin).Run(_ => this);
            }
        return null;
    }

    internal override object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call) =>
        evaluator.MakesFormula && Verb.Acts
            ? throw call.Error(Errors.NotInFormula($"`{Verb.Name}`"))
            : new VerbCall(Verb, [.. _given, .. arguments], call).Run(given => new PartialVerb(Verb, given));

    /// <summary>The value of a verb that takes nothing, whose fields and items are meant where they are asked for: <c>devices.["zcu102"]</c>; null of others.</summary>
    internal object? Alone(Origin call) =>
        _given.IsEmpty ? Verb.Methods.FirstOrDefault(method => method.Subject is null)?.Call(null, null, null, call) : null;

    internal object RunAlone(Session session, Origin call) =>
        Verb.Methods.FirstOrDefault(method => method.Subject is null) is { } alone
            ? alone.Call(null, null, null, call)
            : new VerbCall(Verb, [.. _given, new(session, call)], call).Run(given => new PartialVerb(Verb, given));
}
