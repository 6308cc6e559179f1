using System.Reflection;
using System.Text;
using SrRepl.Core;
using SrRepl.Tests;

namespace SrRepl.Scripting.Tests;

/// <summary>
/// The functions of C# scripts are written from the operator table. With SRREPL_REGENERATE=1 the test writes the file,
/// otherwise it requires the file to be what would be written.
/// </summary>
public class FunctionsTests
{
    private static readonly string File = Path.Combine(ReferenceData.Root, "src", "SrRepl.Scripting", "Formulas", "Functions.cs");

    private static readonly IReadOnlyList<(string Name, BuiltInOperator Operator)> Table =
    [
        .. typeof(Operators).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(BuiltInOperator))
            .Select(field => (field.Name, (BuiltInOperator)field.GetValue(null)!)),
    ];

    [Fact]
    public void The_functions_are_the_operator_table()
    {
        var written = Write();
        if (Environment.GetEnvironmentVariable("SRREPL_REGENERATE") == "1")
            System.IO.File.WriteAllText(File, written);
        System.IO.File.ReadAllText(File).ShouldBe(written);
    }

    [Fact]
    public void Every_operator_of_the_table_has_its_function() =>
        Table.Select(row => row.Operator.Name).Order(StringComparer.Ordinal)
            .ShouldBe(Operators.All.Select(op => op.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_function_applies_its_operator()
    {
        foreach (var (name, op) in Table)
        {
            var arguments = Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable($"x{i}")).ToArray();
            var function = typeof(Functions).GetMethod(name)!;
            function.Invoke(null, arguments).ShouldBe(op.Of([.. arguments]));
        }
    }

    private static string Write()
    {
        var text = new StringBuilder("""
            using SrRepl.Core;

            namespace SrRepl.Scripting;

            /// <summary>
            /// The operator table as functions of C# scripts: <c>0.34 * x - Gauss(y - 0.9)</c> is a formula of x and y. Written from
            /// the table by the test that holds the two equal.
            /// </summary>
            public static class Functions
            {
                /// <summary>A named input, usually a column of a dataset.</summary>
                public static Expr Var(string name) => new Variable(name);

            """);
        foreach (var (name, op) in Table)
        {
            var names = op.Arity switch { 1 => ["x"], 2 => ["x", "y"], _ => new[] { "x", "y", "z" } };
            text.Append($"""

                    /// <summary>{op.Summary.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")}</summary>
                    public static Expr {name}({string.Join(", ", names.Select(n => "Expr " + n))}) => Operators.{name}.Of({string.Join(", ", names)});

                """);
        }
        return text.Append("}\n").ToString();
    }
}
