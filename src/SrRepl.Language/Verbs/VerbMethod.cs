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

    /// <summary>The options, in the order they are declared.</summary>
    public ImmutableArray<VerbOption> Options { get; }

    public VerbOption? BareOption => Options.FirstOrDefault(option => option.Bare);

    /// <summary>Whether it can be called without options.</summary>
    public bool OptionsMayLack => _second is null || _second.IsOptional;

    /// <summary>Whether a record given to it is its options, and no subject.</summary>
    public bool TakesRecord => !Options.IsEmpty || (_second is not null && Sequences.ValueType(_second.ParameterType) is not null);

    /// <summary>The type of a value it takes beside its subject without a record; null when it takes none.</summary>
    public Type? Bare => BareOption?.Property.PropertyType ?? (Options.IsEmpty ? _second?.ParameterType : null);

    public string Usage
    {
        get
        {
            var subject = Subject is null ? "" : Kinds.Wants(Subject);
            var record = Options.IsEmpty ? "" : $" {{ {Options[0].Name} = ... }}";
            return Attribute.Example ?? $"{subject} |> {_verb.Name}{record}";
        }
    }

    public VerbOption? Find(string name) => Options.FirstOrDefault(option => Nearest.Fold(option.Name) == Nearest.Fold(name));

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
            arguments[_second.Position] = Options.IsEmpty ? Whole(record ?? bare!.Value) : Filled(record, bare);
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

    // A text that the message quotes is what is wrong: a column, a file, a loss by its name.
    private static Origin? Culprit(Diagnostic diagnostic, params ReadOnlySpan<Argument?> arguments)
    {
        foreach (var argument in arguments)
            switch (argument)
            {
                case { Value: string text, Origin: var origin } when diagnostic.Message.Contains($"`{text}`", StringComparison.Ordinal):
                    return origin;
                case { Value: RecordValue { Fields: var fields } }:
                    foreach (var option in fields)
                        if (option is { Value: string named, ValueAt: { } place } && diagnostic.Message.Contains($"`{named}`", StringComparison.Ordinal))
                            return place;
                    break;
            }
        return null;
    }

    // What is wrong inside a text that stands in the script is shown there.
    private static Place? PlaceInLiteral(Place? inText, Argument? subject)
    {
        if (inText?.File != FormulaReader.SourceName || subject is not { Value: string text, Origin: var origin } || !origin.Text.StartsWith('"'))
            return null;
        var index = inText.Column - 1;
        for (var line = 1; line < inText.Line; line++)
            index += text.AsSpan(index - (inText.Column - 1)).IndexOf('\n') + 1;
        var start = TextLiteral.SourcePosition(origin.Source.Text, origin.Span.Start, index);
        var end = TextLiteral.SourcePosition(origin.Source.Text, origin.Span.Start, Math.Min(text.Length, index + inText.Length));
        return origin.Source.PlaceOf(Span.FromBounds(start, Math.Max(start, end)));
    }

    private object? Whole(Argument argument) =>
        Conversions.TryConvert(argument.Value, _second!.ParameterType, null, out var value)
            ? value
            : throw argument.Origin.Error(Errors.WrongArgument(
                _verb.Name, Kinds.Wants(_second.ParameterType), Kinds.WithArticle(argument.Value), Conversions.Hint(_second.ParameterType, argument.Value)));

    private object Filled(Argument? record, Argument? bare)
    {
        var options = Activator.CreateInstance(_second!.ParameterType)!;
        if (bare is { } given)
            Set(options, BareOption!, given.Value, given.Origin);
        if (record is { Value: RecordValue { Fields: var fields }, Origin: var origin })
            foreach (var field in fields)
            {
                var option = Find(field.Name)
                    ?? throw (field.NameAt ?? origin).Error(Errors.UnknownOption(_verb.Name, field.Name, [.. Options.Select(known => known.Name)]));
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
