using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SrRepl.Core;

/// <summary>
/// A formula as JSON: <c>{"parameters": ["x"], "formula": NODE}</c>, where a node is <c>{"constant": 2.5}</c> (the strings "nan", "inf",
/// "-inf" where it is no number of JSON), <c>{"variable": "x"}</c> or <c>{"operator": "+", "arguments": [NODE, ...]}</c> with the names of the operator table
/// or of a table of the user's. The user's functions are written out. The schema is grammar/formula.schema.json.
/// </summary>
public static class JsonPrinter
{
    // It is no part of a web page: + and < may stand as they are.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text, on one line.</summary>
    public static string Print(IFormula formula) => new JsonObject
    {
        ["parameters"] = new JsonArray([.. formula.Parameters.Select(name => (JsonNode)name)]),
        ["formula"] = Node(formula.Formula),
    }.ToJsonString(Readable);

    private static JsonObject Node(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expr switch
        {
            Constant { Value: var value } => new() { ["constant"] = double.IsFinite(value) ? value : InfixPrinter.Number(value) },
            Variable variable => new() { ["variable"] = variable.Name },
            Apply { Operator: DefinedOperator function } apply => Node(function.Inline(apply.Arguments)),
            Apply apply => new() { ["operator"] = apply.Operator.Name, ["arguments"] = new JsonArray([.. apply.Arguments.Select(Node)]) },
            _ => throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr)),
        };
    }
}
