using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>One overload of a verb: the types of its subject and of its options.</summary>
internal sealed class VerbMethod
{
    private readonly Verb _verb;
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;
    private readonly ParameterInfo? _second;

    public VerbMethod(Verb verb, MethodInfo method)
    {
        _verb = verb;
        _method = method;
        _parameters = method.GetParameters();
        Attribute = method.GetCustomAttribute<VerbAttribute>()!;
        Subject = _parameters.Length > 0 ? _parameters[0].ParameterType : null;
        _second = _parameters.Skip(1).FirstOrDefault(parameter => !IsCallerText(parameter));
        Options = _second is null ? [] : OptionsOf(_second.ParameterType);
    }

    public VerbAttribute Attribute { get; }

    /// <summary>What the verb acts on; null for a verb without a subject.</summary>
    public Type? Subject { get; }

    /// <summary>What comes of it, in words.</summary>
    public string Gives => _method.ReturnType == typeof(void) ? "nothing" : Kinds.Wants(_method.ReturnType);

    /// <summary>The options, in the order they are declared.</summary>
    public ImmutableArray<VerbOption> Options { get; }

    /// <summary>Whether a value can stand beside the subject without a record.</summary>
    public bool TakesBare => _second is not null && (Options.IsEmpty || Options.Any(option => option.Bare));

    /// <summary>Whether it can be called without options.</summary>
    public bool OptionsMayLack => _second is null || _second.IsOptional;

    /// <summary>Whether a record given to it is its options, and no subject.</summary>
    public bool TakesRecord => !Options.IsEmpty || (_second is not null && Sequences.ValueType(_second.ParameterType) is not null);

    /// <summary>Whether it takes records whatever their fields are: as values, or as a subject.</summary>
    public bool TakesAnyRecord => Subject == typeof(object)
        || (Subject is not null && Sequences.ValueType(Subject) is not null)
        || (Options.IsEmpty && _second is not null && Sequences.ValueType(_second.ParameterType) is not null);

    /// <summary>How far a value is from what can stand beside the subject without a record; null when it does not fit.</summary>
    public int? BareDistance(object value) =>
        !TakesBare ? null
        : Options.IsEmpty ? Conversions.Distance(value, _second!.ParameterType, null)
        : BareOptions.Min(option => Conversions.Distance(value, option.Property.PropertyType, option.Unit));

    /// <summary>The complaint about a value that does not fit beside the subject.</summary>
    public Diagnostic WrongBare(object value)
    {
        var option = BareOptions.FirstOrDefault();
        var type = option?.Property.PropertyType ?? _second!.ParameterType;
        return option is null
            ? Errors.WrongArgument(_verb.Name, Kinds.Wants(type), Kinds.Got(value, type), Conversions.Hint(type, value))
            : Errors.WrongOption(_verb.Name, option.Name, Conversions.Wants(type, option.Unit), Kinds.Got(value, type), Conversions.Hint(type, value));
    }

    public string Usage
    {
        get
        {
            var subject = Subject is null ? "" : Kinds.Wants(Subject);
            var record = Options.IsEmpty ? "" : $" {{ {Options[0].Name} = ... }}";
            return Attribute.Example ?? $"{subject} |> {_verb.Name}{record}";
        }
    }

    public VerbOption? Find(string name) => ForeignOptions.Find(_verb, Options, name);

    /// <summary>Calls the method.</summary>
    public object Call(Argument? subject, Argument? record, Argument? bare, Origin call)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = _parameters[i].HasDefaultValue ? _parameters[i].DefaultValue : null;
        if (subject is { } given)
        {
            Conversions.TryConvert(given.Value, Subject!, null, out arguments[0]);
            if (Array.Find(_parameters, IsCallerText) is { } text)
                arguments[text.Position] = given.Origin.Text;
        }
        if (_second is not null && (record is not null || bare is not null))
            arguments[_second.Position] = Second(record, bare);
        else if (!OptionsMayLack)
            throw call.Error(Errors.OptionMissing(_verb.Name, Usage));
        try
        {
            return Import.From(_method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));
        }
        catch (DiagnosticException failure) when (PlaceInLiteral(failure.Diagnostic.Place, subject) is { } place)
        {
            throw new DiagnosticException(failure.Diagnostic.At(place), failure);
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Place is null && Culprit(failure.Diagnostic, subject, record, bare) is { } origin)
        {
            throw new DiagnosticException(failure.Diagnostic.At(origin.Place), failure);
        }
    }

    /// <summary>Whether every field of a record is an option of the method.</summary>
    public bool Knows(Argument? record) => record is not { Value: RecordValue options } || options.Names.All(name => Find(name) is not null);

    /// <summary>Why the method cannot take such options, whatever its subject; null when it can.</summary>
    public DiagnosticException? Refusal(Argument? record, Argument? bare)
    {
        try
        {
            if (_second is not null && (record is not null || bare is not null))
                Second(record, bare);
            return null;
        }
        catch (DiagnosticException refusal)
        {
            return refusal;
        }
    }

    private object? Second(Argument? record, Argument? bare) => Options.IsEmpty ? Whole(record ?? bare!.Value) : Filled(record, bare);

    // What is wrong is the option that the diagnostic names, or a text that its message quotes: a column, a file, a loss by its name.
    private static Origin? Culprit(Diagnostic diagnostic, params ReadOnlySpan<Argument?> arguments)
    {
        foreach (var argument in arguments)
            switch (argument)
            {
                case { Value: string text, Origin: var origin } when diagnostic.Message.Contains($"`{text}`", StringComparison.Ordinal):
                    return origin;
                case { Value: RecordValue { Fields: var fields } }:
                    foreach (var option in fields)
                        if (diagnostic.Option is { } wrong && Nearest.Fold(option.Name) == Nearest.Fold(wrong) && (option.ValueAt ?? option.NameAt) is { } at)
                            return at;
                        else if (option is { Value: string named, ValueAt: { } place } && diagnostic.Message.Contains($"`{named}`", StringComparison.Ordinal))
                            return place;
                    break;
            }
        return null;
    }

    // What is wrong inside a text that stands in the script is shown there.
    private static Place? PlaceInLiteral(Place? inText, Argument? subject) =>
        inText?.File == FormulaReader.SourceName && subject is { Value: string text, Origin: var origin } && Literals.IsOne(origin, text)
            ? Literals.PlaceIn(origin, text, inText)
            : null;

    private object? Whole(Argument argument) =>
        Conversions.TryConvert(argument.Value, _second!.ParameterType, null, out var value)
            ? value
            : throw argument.Origin.Error(WrongBare(argument.Value));

    private IEnumerable<VerbOption> BareOptions => Options.Where(option => option.Bare);

    private VerbOption BareFor(object value) =>
        BareOptions.MinBy(option => Conversions.Distance(value, option.Property.PropertyType, option.Unit) ?? int.MaxValue)!;

    private object Filled(Argument? record, Argument? bare)
    {
        var options = Activator.CreateInstance(_second!.ParameterType)!;
        if (bare is { } given)
            Set(options, BareFor(given.Value), given.Value, given.Origin);
        if (record is { Value: RecordValue { Fields: var fields }, Origin: var origin })
            foreach (var field in fields)
            {
                var option = Find(field.Name)
                    ?? throw (field.NameAt ?? origin).Error(Errors.UnknownOption(_verb.Name, field.Name, [.. Options.Select(known => known.Name)], ForeignOptions.Advice(_verb, field.Name)));
                Set(options, option, field.Value, field.ValueAt ?? origin);
            }
        return options;
    }

    private void Set(object options, VerbOption option, object value, Origin origin)
    {
        var type = option.Property.PropertyType;
        object? converted;
        try
        {
            if (!Conversions.TryConvert(value, type, option.Unit, out converted))
                throw origin.Error(Errors.WrongOption(
                    _verb.Name, option.Name, Conversions.Wants(type, option.Unit), Kinds.Got(value, type), Conversions.Hint(type, value)));
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Place is null)
        {
            throw origin.Error(failure.Diagnostic);
        }
        option.Property.SetValue(options, converted);
    }

    private static bool IsCallerText(ParameterInfo parameter) => parameter.IsDefined(typeof(CallerArgumentExpressionAttribute), false);

    private static ImmutableArray<VerbOption> OptionsOf(Type type)
    {
        var marked = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (property, attribute: property.GetCustomAttribute<OptionAttribute>()))
            .Where(pair => pair.attribute is not null)
            .ToArray();
        if (marked.Length == 0)
            return [];
        var defaults = Activator.CreateInstance(type);
        return [.. marked.Select(pair => new VerbOption(pair.property, pair.attribute!, pair.property.GetValue(defaults)))];
    }
}
