using System.Collections.Immutable;
using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A verb of the language: all overloads of one C# method name marked <see cref="VerbAttribute"/>.</summary>
public sealed class Verb
{
    private readonly Lazy<ImmutableArray<VerbMethod>> _methods;

    internal Verb(string name, IEnumerable<MethodInfo> methods)
    {
        Name = name;
        // Signatures name types of other floors: reading them loads those assemblies, so it waits until the verb is used.
        _methods = new(() => [.. methods.Select(method => new VerbMethod(this, method))]);
    }

    /// <summary>The name in camel case.</summary>
    public string Name { get; }

    /// <summary>The group it is listed in.</summary>
    public string Group => Methods[0].Attribute.Group;

    /// <summary>What goes in and what comes out.</summary>
    public string Summary => Methods[0].Attribute.Help;

    /// <summary>A line of the language that shows it, or null.</summary>
    public string? Example => Examples.FirstOrDefault();

    /// <summary>Lines of the language that show it, one an overload at most.</summary>
    public IEnumerable<string> Examples => Methods.Select(method => method.Attribute.Example).OfType<string>();

    /// <summary>The options of all overloads, each name once, in the order they are declared.</summary>
    public ImmutableArray<VerbOption> Options => [.. Methods.SelectMany(method => method.Options).DistinctBy(option => option.Name)];

    /// <summary>What it acts on and what it gives, in words, a pair for each overload.</summary>
    public ImmutableArray<(string Takes, string Gives)> Signatures =>
        [.. Methods.Select(method => (method.Subject is null ? "nothing" : Kinds.Wants(method.Subject), method.Gives)).Distinct()];

    /// <summary>Whether it can act on a type, which then may also stand among its options where a value is wanted: <c>cost { type = ... }</c>.</summary>
    internal bool ActsOnTypes => Methods.Any(method => method.Subject == typeof(Hardware.FixedType));

    /// <summary>Whether it does something beside giving a value: then it has no part in a formula, which may be evaluated unasked.</summary>
    internal bool Acts => Name is "print" or "show" or "write" or "save" or "hls" or "verilog" or "plot" or "report" or "time";

    internal ImmutableArray<VerbMethod> Methods => _methods.Value;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One option of a verb.</summary>
public sealed class VerbOption
{
    internal VerbOption(PropertyInfo property, OptionAttribute attribute, object? defaultValue)
    {
        Property = property;
        Name = Members.CamelCase(property.Name);
        Help = attribute.Help;
        Unit = attribute.Unit;
        Bare = attribute.Bare;
        Default = defaultValue is null ? "" : defaultValue is Enum named ? ValuePrinter.Print(EnumWords.Of(named)) : ValuePrinter.Print(Import.From(defaultValue));
    }

    /// <summary>The name in camel case.</summary>
    public string Name { get; }

    /// <summary>One line of help.</summary>
    public string Help { get; }

    /// <summary>The unit a bare number is in, or null.</summary>
    public string? Unit { get; }

    /// <summary>Whether the verb takes it without a record.</summary>
    public bool Bare { get; }

    /// <summary>The value it has when not given, as the language prints it; empty when there is none.</summary>
    public string Default { get; }

    internal PropertyInfo Property { get; }

    internal Type ValueType => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}
