namespace SrRepl.Core;

/// <summary>
/// Every error a user can cause: code, wording, hint. One section a floor of the house; a code is never reused.
/// SR0xxx language, SR1xxx data, SR2xxx formulas and rewriting, SR3xxx search, SR4xxx hardware, SR5xxx HLS, SR9xxx the program.
/// </summary>
public static class Errors
{
    // ---- SR1xxx data

    /// <summary>A column was named that the dataset lacks.</summary>
    public static Diagnostic UnknownColumn(string name, IReadOnlyCollection<string> known) =>
        new(1001, $"there is no column `{name}`")
        {
            Hint = Nearest.Hint(name, known) ?? $"the columns are {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", ..." : "")}",
        };

    // ---- SR2xxx formulas

    /// <summary>A formula was evaluated without a value for one of its variables.</summary>
    public static Diagnostic UnboundVariable(string name, IReadOnlyCollection<string> known) =>
        new(2001, $"the formula's variable `{name}` has no value") { Hint = Nearest.Hint(name, known) };

    /// <summary>An operator was given the wrong number of arguments.</summary>
    public static Diagnostic WrongArity(string name, int expected, int got) =>
        new(2002, $"`{name}` takes {expected} argument{(expected == 1 ? "" : "s")}, not {got}");

    /// <summary>A derivative was asked of an operator whose derivative is no formula of the table.</summary>
    public static Diagnostic NoDerivative(string name) =>
        new(2003, $"`{name}` has no derivative in the operator table") { Hint = "derive before the special function is applied, or replace it" };
}
