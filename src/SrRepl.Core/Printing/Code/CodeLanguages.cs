using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>The languages that a formula can be written in as a function, each a table. An operator without a row is written by its meaning.</summary>
public static class CodeLanguages
{
    /// <summary>C99; needs math.h.</summary>
    public static readonly CodeLanguage C = new(
        "c", "#include <math.h>\n\ndouble #1(#2) {\n    return #3;\n}", "double #1",
        Words("auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while main sin cos tan asin acos atan sinh cosh tanh exp log sqrt pow floor ceil fabs erf gamma y0 y1 yn j0 j1 jn"),
        "NAN", "INFINITY",
        Rows(
            Calls("#1", "fabs:abs sqrt cbrt exp log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc tgamma:gamma rint:round floor ceil"),
            Calls("#1, #2", "pow:** fmin:min fmax:max copysign atan2"),
            Choices("((#1) {0} (#2) ? 1.0 : 0.0)", ">", "==", "!="),
            Choice("((#1) > 0.0 && (#2) > 0.0 ? 1.0 : 0.0)", "((#1) > 0.0 || (#2) > 0.0 ? 1.0 : 0.0)", "((#1) > 0.0 ? #2 : #3)"),
            [(Operators.Sign, "(double)(((#1) > 0.0) - ((#1) < 0.0))"), (Operators.Mod, "((#1) - (#2)*floor((#1)/(#2)))")]))
    {
        Aliases = ["c99"],
    };

    /// <summary>C#; erf and gamma have no method in System.Math.</summary>
    public static readonly CodeLanguage CSharp = new(
        "csharp", "static double #1(#2) => #3;", "double #1",
        Words("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while Math"),
        "double.NaN", "double.PositiveInfinity",
        Rows(
            Calls("#1", "Math.Abs:abs Math.Sqrt:sqrt Math.Cbrt:cbrt Math.Exp:exp Math.Log:log Math.Log2:log2 Math.Log10:log10 Math.Sin:sin Math.Cos:cos Math.Tan:tan Math.Asin:asin Math.Acos:acos Math.Atan:atan Math.Sinh:sinh Math.Cosh:cosh Math.Tanh:tanh Math.Asinh:asinh Math.Acosh:acosh Math.Atanh:atanh Math.Sign:sign Math.Round:round Math.Floor:floor Math.Ceiling:ceil"),
            Calls("#1, #2", "Math.Pow:** Math.Min:min Math.Max:max Math.CopySign:copysign Math.Atan2:atan2"),
            Choices("((#1) {0} (#2) ? 1.0 : 0.0)", ">", "==", "!="),
            Choice("((#1) > 0.0 && (#2) > 0.0 ? 1.0 : 0.0)", "((#1) > 0.0 || (#2) > 0.0 ? 1.0 : 0.0)", "((#1) > 0.0 ? #2 : #3)"),
            [(Operators.Mod, "((#1) - (#2)*Math.Floor((#1)/(#2)))")]))
    {
        Aliases = ["c#", "cs"],
    };

    /// <summary>A Python function over NumPy arrays or numbers.</summary>
    public static readonly CodeLanguage NumPy = new(
        "numpy", "import math\nimport numpy as np\n\ndef #1(#2):\n    return #3", "#1",
        Words("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield math np"),
        "np.nan", "np.inf",
        Rows(
            Calls("#1", "np.square:square np.abs:abs np.sign:sign np.sqrt:sqrt np.cbrt:cbrt np.exp:exp np.log:log np.log2:log2 np.log10:log10 np.log1p:log1p np.sin:sin np.cos:cos np.tan:tan np.arcsin:asin np.arccos:acos np.arctan:atan np.sinh:sinh np.cosh:cosh np.tanh:tanh np.arcsinh:asinh np.arccosh:acosh np.arctanh:atanh np.round:round np.floor:floor np.ceil:ceil np.vectorize(math.erf):erf np.vectorize(math.erfc):erfc np.vectorize(math.gamma):gamma"),
            Calls("#1, #2", "np.power:** np.minimum:min np.maximum:max np.mod:mod np.copysign:copysign np.arctan2:atan2"),
            Choices("np.where((#1) {0} (#2), 1.0, 0.0)", ">", "==", "!="),
            Choice("np.where(((#1) > 0.0) & ((#2) > 0.0), 1.0, 0.0)", "np.where(((#1) > 0.0) | ((#2) > 0.0), 1.0, 0.0)", "np.where((#1) > 0.0, #2, #3)")))
    {
        Aliases = ["python"],
    };

    /// <summary>Julia; erf and gamma need the package SpecialFunctions.</summary>
    public static readonly CodeLanguage Julia = new(
        "julia", "#1(#2) = #3", "#1",
        Words("baremodule begin break catch const continue do else elseif end export false finally for function global if import in isa let local macro module quote return struct true try using where while"),
        "NaN", "Inf",
        Rows(
            Calls("#1", "abs sign sqrt cbrt exp log log2 log10 log1p sin cos tan cot asin acos atan sinh cosh tanh asinh acosh atanh round floor ceil SpecialFunctions.erf:erf SpecialFunctions.erfc:erfc SpecialFunctions.gamma:gamma SpecialFunctions.digamma:digamma"),
            Calls("#1, #2", "min max mod copysign atan:atan2"),
            Choices("ifelse((#1) {0} (#2), 1.0, 0.0)", ">", "==", "!="),
            Choice("ifelse((#1) > 0.0 && (#2) > 0.0, 1.0, 0.0)", "ifelse((#1) > 0.0 || (#2) > 0.0, 1.0, 0.0)", "ifelse((#1) > 0.0, #2, #3)"),
            [(Operators.Power, "(#1)^(#2)"), (Operators.Square, "(#1)^2"), (Operators.Cube, "(#1)^3")]));

    /// <summary>Every language.</summary>
    public static ImmutableArray<CodeLanguage> All { get; } = [C, CSharp, NumPy, Julia];

    /// <summary>The language of a name, whatever its case, or null.</summary>
    public static CodeLanguage? Find(string name) =>
        All.FirstOrDefault(language => language.Aliases.Append(language.Name).Contains(name, StringComparer.OrdinalIgnoreCase));

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<Operator, string> Rows(params IEnumerable<(Operator Operator, string Template)>[] rows) =>
        rows.SelectMany(row => row).ToFrozenDictionary(row => row.Operator, row => row.Template);

    // "their:ours" where the two names differ.
    private static IEnumerable<(Operator, string)> Calls(string arguments, string functions) =>
        from function in functions.Split(' ')
        let names = function.Split(':')
        select ((Operator)Operators.Find(names[^1])!, $"{names[0]}({arguments})");

    private static IEnumerable<(Operator, string)> Choices(string template, string greater, string equal, string notEqual) =>
    [
        .. new[] { (Operators.Greater, greater), (Operators.GreaterEqual, greater + "="), (Operators.Less, "<"), (Operators.LessEqual, "<="), (Operators.Equal, equal), (Operators.NotEqual, notEqual) }
            .Select(row => ((Operator)row.Item1, template.Replace("{0}", row.Item2, StringComparison.Ordinal))),
    ];

    private static IEnumerable<(Operator, string)> Choice(string and, string or, string ifElse) =>
        [(Operators.And, and), (Operators.Or, or), (Operators.IfElse, ifElse)];
}
