using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Sorts a verb's arguments, given in any order, into subject, options record and bare option, and picks the overload
/// whose subject fits best. What fits both subject and bare option is the option while no other argument is the subject.
/// Options that no overload can take are refused before the subject is there.
/// </summary>
internal sealed class VerbCall(Verb verb, ImmutableArray<Argument> arguments, Origin call)
{
    private sealed record Sorted(VerbMethod Method, Argument? Subject, Argument? Record, Argument? Bare, int Distance);

    /// <summary>Calls the verb once its subject is there; otherwise makes a part of a call.</summary>
    public object Run(Func<ImmutableArray<Argument>, object> wait)
    {
        var sorted = verb.Methods.Select(Sort).OfType<Sorted>().ToArray();
        var best = sorted.Where(candidate => candidate.Subject is not null || candidate.Method.Subject is null).MinBy(candidate => candidate.Distance);
        if (best is not null)
            return best.Method.Call(best.Subject, best.Record, best.Bare, call);
        if (sorted.Length == 0)
            throw Misfit();
        // What is wrong with an option says more than that another overload has none of that name.
        var refusals = sorted
            .Select(candidate => (candidate.Method, Record: WithoutOwnType(candidate.Record), candidate.Bare))
            .Select(candidate => (Knows: candidate.Method.Knows(candidate.Record), Failure: candidate.Method.Refusal(candidate.Record, candidate.Bare)))
            .ToArray();
        return refusals.Any(refusal => refusal.Failure is null)
            ? wait(arguments)
            : throw refusals.MinBy(refusal => (!refusal.Knows, refusal.Failure!.Diagnostic.Hint is null)).Failure!;
    }

    // The type that a verb acts on may stand among its options where a value is wanted: that is no option to refuse.
    private Argument? WithoutOwnType(Argument? record) =>
        verb.ActsOnTypes && record is { Value: RecordValue { Fields: var fields }, Origin: var origin }
        && fields.FirstOrDefault(field => Nearest.Fold(field.Name) == "type") is { } own
            ? new(new RecordValue(fields.Remove(own)), origin)
            : record;

    private Sorted? Sort(VerbMethod method)
    {
        var record = method.TakesRecord ? arguments.Where(argument => argument.Value is RecordValue).Cast<Argument?>().FirstOrDefault() : null;
        var rest = record is { } taken ? arguments.Remove(taken) : arguments;
        switch (rest)
        {
            case []:
                return new(method, null, record, null, 0);
            case [var only] when FitsBare(method, only) && !GivesBare(method, record):
                return method.Subject is not null && FitsSubject(method, only) is { } exact && !FitsBareAsWell(method, only)
                    ? new(method, only, record, null, exact)
                    : new(method, null, record, only, 0);
            case [var only]:
                return FitsSubject(method, only) is { } distance ? new(method, only, record, null, distance) : null;
            case [var first, var last]:
                if (FitsBare(method, first) && FitsSubject(method, last) is { } lastDistance)
                    return new(method, last, record, first, lastDistance);
                return FitsBare(method, last) && FitsSubject(method, first) is { } firstDistance ? new(method, first, record, last, firstDistance) : null;
            default:
                return null;
        }
    }

    // A record that names the bare option leaves the subject for what stands beside it.
    private static bool GivesBare(VerbMethod method, Argument? record) =>
        record is { Value: RecordValue given } && method.Options.Any(option => option.Bare && given.Find(option.Name) is not null);

    private static bool FitsBare(VerbMethod method, Argument argument) => method.BareDistance(argument.Value) is not null;

    // A text or a number that is a subject as it stands is no option that it must be turned into.
    private static bool FitsBareAsWell(VerbMethod method, Argument argument) =>
        method.BareDistance(argument.Value) <= Conversions.Distance(argument.Value, method.Subject!, null);

    private static int? FitsSubject(VerbMethod method, Argument argument) =>
        method.Subject is null ? null : Conversions.Distance(argument.Value, method.Subject, null);

    // The last argument that is no record is what the user took for the subject.
    private DiagnosticException Misfit()
    {
        var plain = arguments.Where(argument => argument.Value is not RecordValue).ToArray();
        foreach (var argument in arguments)
            if (argument is { Value: RecordValue { Fields: [var field, ..] }, Origin: var record }
                && verb.Methods.All(method => !method.TakesRecord && FitsSubject(method, argument) is null))
                return (field.NameAt ?? record).Error(Errors.UnknownOption(verb.Name, field.Name, []));
        var most = verb.Methods.Max(method => (method.Subject is null ? 0 : 1) + (method.TakesBare ? 1 : 0));
        if (plain.Length > most || plain.Length < arguments.Length - 1)
            return call.Error(Errors.TooManyArguments(verb.Name, verb.Methods[0].Usage));
        var wrong = plain.Length == 0 ? arguments[^1] : plain[^1];
        if (plain.Length == 2 && verb.Methods.FirstOrDefault(method => FitsSubject(method, plain[1]) is not null) is { } method)
            return plain[0].Origin.Error(method.WrongBare(plain[0].Value));
        if (plain.Length == 1 && IsScalar(wrong.Value) && call.Span.Start <= wrong.Origin.Span.Start && wrong.Origin.Span.End <= call.Span.End
            && verb.Methods.FirstOrDefault(method => method.TakesBare && method.Subject is not null && !IsScalar(method.Subject)) is { } taker)
            return wrong.Origin.Error(taker.WrongBare(wrong.Value));
        var subjects = verb.Methods.Select(method => method.Subject).OfType<Type>().Distinct().ToArray();
        var hint = subjects.Select(subject => Conversions.Hint(subject, wrong.Value)).FirstOrDefault(found => found is not null);
        return wrong.Origin.Error(Errors.WrongSubject(
            verb.Name, string.Join(" or ", subjects.Select(Kinds.Wants).Distinct()), Kinds.WithArticle(wrong.Value), hint));
    }

    // What stands behind a verb of large things and is small was meant as its option, what is piped into it as its subject.
    private static bool IsScalar(object value) => value is double or string or bool or ListValue or MeasureValue or Hardware.FixedType;

    private static bool IsScalar(Type type) => type == typeof(double) || type == typeof(string) || type == typeof(bool) || type == typeof(object);
}
