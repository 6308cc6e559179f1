using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>Writes the C# that declares a session's values: each as a variable of its type, and functions as methods too.</summary>
internal static class SharedValues
{
    private const string Called = "global::SrRepl.Scripting." + nameof(SharedFunction);

    /// <summary>A variable for each value; names that C# cannot say are left out.</summary>
    public static string Variables(IEnumerable<KeyValuePair<string, object>> values)
    {
        var code = new StringBuilder();
        foreach (var (name, value) in values.Where(pair => SyntaxFacts.IsValidIdentifier(pair.Key)))
        {
            var type = NameOf(Seen(value));
            code.Append(CultureInfo.InvariantCulture, $"{type} @{name} = ({type}){ValueOf(name)}; ");
        }
        return code.ToString();
    }

    /// <summary>
    /// Methods for each function: a formula takes numbers and formulas, another function anything. A variable of the same name, if
    /// it is declared later, hides them only where nothing is called.
    /// </summary>
    public static string Methods(IEnumerable<KeyValuePair<string, object>> values)
    {
        var code = new StringBuilder();
        foreach (var (name, value) in values.Where(pair => SyntaxFacts.IsValidIdentifier(pair.Key)))
            if (value is FunctionValue or Operator)
            {
                var arity = ArityOf(value);
                (string Type, string Call)[] faces = !IsFormula(value) ? [("object", nameof(SharedFunction.Value))]
                    : arity == 0 ? [("double", nameof(SharedFunction.Number))]
                    : [("double", nameof(SharedFunction.Number)), (NameOf(typeof(Expr)), nameof(SharedFunction.Formula))];
                foreach (var (type, call) in faces)
                    code.Append(CultureInfo.InvariantCulture, $"{type} @{name}({string.Join(", ", Enumerable.Range(0, arity).Select(i => $"{type} x{i}"))}) => {Called}.{call}({ValueOf(name)}{string.Concat(Enumerable.Range(0, arity).Select(i => $", x{i}"))}); ");
            }
        return code.ToString();
    }

    /// <summary>A type as C# writes it in full.</summary>
    public static string NameOf(Type type)
    {
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        if (!type.IsGenericType)
            return "global::" + type.FullName!.Replace('+', '.');
        var open = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        return $"global::{open[..open.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }

    private static string ValueOf(string name) => $"{nameof(ScriptGlobals.Shared)}[\"{name}\"]";

    // A script can only name what is public: what is not is seen as the formula it is, or as a bare object.
    private static Type Seen(object value) =>
        value.GetType().IsVisible ? value.GetType()
        : value is IFormula ? typeof(IFormula)
        : value is Delegate ? typeof(Delegate)
        : typeof(object);

    private static int ArityOf(object function) => function switch
    {
        Closure { ParameterNames.IsEmpty: true } => 0,
        FunctionValue own => own.Arity,
        Operator op => op.Arity,
        _ => 0,
    };

    private static bool IsFormula(object function)
    {
        try
        {
            return function is Operator or IFormula { Formula: not null };
        }
        catch (DiagnosticException)
        {
            return false;
        }
    }
}
