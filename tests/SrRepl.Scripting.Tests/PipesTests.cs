using System.Reflection;
using System.Text;
using SrRepl.Core;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Scripting.Tests;

/// <summary>
/// The verbs as right sides of a pipe are written from the verb table. With SRREPL_REGENERATE=1 the test writes the file,
/// otherwise it requires the file to have every verb.
/// </summary>
public class PipesTests
{
    private static readonly string Target = Path.Combine(ReferenceData.Root, "src", "SrRepl.Scripting", "Pipes", "Pipes.cs");

    // One method a name: of verbs with several kinds of subject, the first that is declared.
    private static readonly IReadOnlyList<MethodInfo> Verbs =
    [
        .. typeof(VerbTable).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(VerbAttribute)) && method.ReturnType != typeof(void) && IsPlain(method) && !HidesType(method))
            .DistinctBy(method => method.Name)
            .OrderBy(method => method.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_verb_can_end_a_pipe()
    {
        if (Environment.GetEnvironmentVariable("SRREPL_REGENERATE") == "1")
            File.WriteAllText(Target, Write());
        var there = typeof(Pipes).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).ToHashSet();
        Verbs.Select(method => method.Name).Where(name => !there.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_pipe_reads_as_the_language_does() =>
        new CSharpHost([]).Run(new SourceText("""
            var x = Var("x");
            x * x + x * x | Derivative(new() { By = "x" }) | Complexity()
            """, "test.csx")).ShouldBe(3);

    // A method of this name beside System.String would make String.Join ambiguous in every script.
    private static bool HidesType(MethodInfo method) => method.Name == nameof(String);

    private static bool MayBeNull(MethodInfo method) =>
        new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;

    private static bool IsPlain(MethodInfo method) =>
        method.GetParameters() is { Length: 1 } or [_, { IsOptional: true }]
        || (method.GetParameters() is [_, var second] && second.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal));

    private static string Write()
    {
        var text = new StringBuilder("""
            using SrRepl.Language;

            namespace SrRepl.Scripting;

            /// <summary>
            /// The verbs as right sides of a pipe: <c>train | Evolve(new() { MaxSize = 25 })</c>. Written from the verb table by the test that
            /// requires it to be whole.
            /// </summary>
            public static class Pipes
            {

            """);
        foreach (var method in Verbs)
        {
            var parameters = method.GetParameters();
            var subject = SharedValues.NameOf(parameters[0].ParameterType);
            var result = SharedValues.NameOf(method.ReturnType);
            var options = parameters.Length == 1 ? ""
                : SharedValues.NameOf(parameters[1].ParameterType) + (parameters[1].IsOptional ? "? options = null" : " options");
            var help = method.GetCustomAttribute<VerbAttribute>()!.Help.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
            text.Append($"""
                    /// <summary>{help}</summary>
                    public static Pipe<{subject}, {result}> {method.Name}({options}) =>
                        new(subject => {method.DeclaringType!.Name}.{method.Name}(subject{(parameters.Length == 1 ? "" : ", options")}){(MayBeNull(method) ? "!" : "")});


                """);
        }
        return text.ToString().TrimEnd() + "\n}\n";
    }
}
