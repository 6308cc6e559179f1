using System.Reflection;
using System.Text;
using System.Xml.Linq;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting.Tests;

/// <summary>A verb has two faces, the language's and C#'s: names, options, defaults and help are the same.</summary>
public class FacesTests
{
    private static readonly IReadOnlyList<MethodInfo> Methods =
    [
        .. typeof(VerbTable).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(VerbAttribute))),
    ];

    [Fact]
    public void Every_marked_method_is_a_verb_of_the_language_and_every_verb_a_method() =>
        Methods.Select(method => Nearest.Fold(method.Name)).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(VerbTable.Names.Select(Nearest.Fold).Order(StringComparer.Ordinal));

    [Fact]
    public void Options_are_the_properties_of_the_records()
    {
        foreach (var verb in VerbTable.All)
        {
            var properties = Methods.Where(method => Nearest.Fold(method.Name) == Nearest.Fold(verb.Name))
                .SelectMany(method => method.GetParameters().Skip(1))
                .SelectMany(parameter => parameter.ParameterType.GetProperties())
                .Where(property => property.IsDefined(typeof(OptionAttribute)))
                .Select(property => Nearest.Fold(property.Name)).Distinct();
            verb.Options.Select(option => Nearest.Fold(option.Name)).ShouldBe(properties, ignoreOrder: true, verb.Name);
        }
    }

    [Fact]
    public void Help_names_every_option()
    {
        foreach (var verb in VerbTable.All)
        {
            var help = Session.Help(verb.Name);
            foreach (var option in verb.Options)
                help.ShouldContain(option.Name, Case.Sensitive, verb.Name);
        }
    }

    [Fact]
    public void Every_verb_has_documentation_for_editors()
    {
        var members = XDocument.Load(Path.ChangeExtension(typeof(VerbTable).Assembly.Location, ".xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value).ToList();
        foreach (var method in Methods)
            members.ShouldContain(name => name.StartsWith($"M:{method.DeclaringType!.FullName}.{method.Name}"), method.Name);
    }

    // An overload that is nearer than the verb, or a name that two namespaces share, would only show when somebody writes it.
    [Fact]
    public void Every_verb_can_be_called_in_C_sharp_with_its_options_by_name()
    {
        var code = new StringBuilder();
        foreach (var (method, i) in Methods.Select((method, i) => (method, i)))
        {
            if (method.GetParameters() is not [{ } subject, { } options, ..]
                || !options.ParameterType.GetProperties().Any(property => property.IsDefined(typeof(OptionAttribute))))
                continue;
            var values = options.ParameterType.GetProperties()
                .Where(property => property.IsDefined(typeof(OptionAttribute)))
                .Select(property => $"{property.Name} = default!");
            code.Append($"object V{i}({SharedValues.NameOf(subject.ParameterType)} subject) => subject.{method.Name}(new() {{ {string.Join(", ", values)} }});\n");
        }
        Should.NotThrow(() => new CSharpHost([]).Check(new SourceText(code.ToString(), "faces.csx")));
    }
}
