using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>Writes the C# that declares a session's values as variables of their types.</summary>
internal static class SharedValues
{
    /// <summary>One declaration a value; names that C# cannot say are left out.</summary>
    public static string Declare(IEnumerable<KeyValuePair<string, object>> values)
    {
        var code = new StringBuilder();
        foreach (var (name, value) in values)
            if (SyntaxFacts.IsValidIdentifier(name))
            {
                var type = NameOf(Seen(value));
                code.Append(CultureInfo.InvariantCulture, $"{type} @{name} = ({type})Shared[\"{name}\"]; ");
            }
        return code.ToString();
    }

    // A script can only name what is public: what is not is seen as the formula it is, or as a bare object.
    private static Type Seen(object value) =>
        value.GetType().IsVisible ? value.GetType() : value is IFormula ? typeof(IFormula) : typeof(object);

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
}
