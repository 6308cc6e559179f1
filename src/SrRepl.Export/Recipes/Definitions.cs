using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>The user's functions and tables that formulas apply, as the language defines them, each before its first use.</summary>
internal static class Definitions
{
    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Of(IEnumerable<Expr> formulas)
    {
        var known = new List<Operator>();
        foreach (var formula in formulas)
            Collect(formula, known);
        return known.Select(Line);
    }

    private static void Collect(Expr formula, List<Operator> known)
    {
        if (formula is not Apply apply)
            return;
        foreach (var argument in apply.Arguments)
            Collect(argument, known);
        Collect(apply.Operator, known);
    }

    private static void Collect(Operator op, List<Operator> known)
    {
        if (op is BuiltInOperator or Annotation || known.Contains(op))
            return;
        if (op is DefinedOperator defined)
            Collect(defined.Body, known);
        if (op is TableOperator table)
            Collect(table.Function, known);
        known.Add(op);
    }

    private static string Line(Operator op) => op switch
    {
        DefinedOperator defined => $"let {InfixPrinter.Name(defined.Name)} {string.Join(' ', defined.Parameters.Select(InfixPrinter.Name))} = {defined.Body}",
        TableOperator table => $"let {InfixPrinter.Name(table.Name)} = {InfixPrinter.Name(table.Function.Name)} |> lut {OptionsText.Of(Options(table), new(), (_, _) => "", nameof(LutOptions.From), nameof(LutOptions.To), nameof(LutOptions.Size))}",
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{op.Name} is an operator that no text defines"), nameof(op)),
    };

    private static LutOptions Options(TableOperator table) => new()
    {
        From = table.From,
        To = table.To,
        Size = table.Size,
        Type = table.EntryType,
        Sampling = table.Sampling,
        Interpolate = table.Interpolate,
        Symmetry = table.Symmetry == Symmetry.None ? null : table.Symmetry,
        Name = table.Name,
    };
}
