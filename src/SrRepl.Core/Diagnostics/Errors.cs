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

    // ---- SR4xxx hardware

    /// <summary>A text that is no fixed-point type.</summary>
    public static Diagnostic NotAFixedType(string text, string? hint) =>
        new(4001, $"`{text}` is no fixed-point type") { Hint = hint ?? "write ap_fixed<W,I> or ap_ufixed<W,I,Q,O>, for example ap_fixed<16,6,AP_RND,AP_SAT>" };

    /// <summary>Widths outside what can be built.</summary>
    public static Diagnostic FixedTypeOutOfRange(string text, int widest, int farthest) =>
        new(4002, $"`{text}` is out of range: W goes from 1 to {widest}, I from -{farthest} to {farthest}");

    /// <summary>A rounding or overflow mode that ap_fixed lacks.</summary>
    public static Diagnostic UnknownFixedMode(string word, IReadOnlyCollection<string> known) =>
        new(4003, $"`{word}` is no mode of ap_fixed here") { Hint = Nearest.Hint(word, known) ?? $"the modes are {string.Join(", ", known)}" };

    /// <summary>Sign-magnitude wrapping or saturation bits.</summary>
    public static Diagnostic UnsupportedOverflow(string text) =>
        new(4004, $"`{text}`: sign-magnitude wrapping and saturation bits are not supported") { Hint = "use AP_WRAP, AP_SAT, AP_SAT_ZERO or AP_SAT_SYM, and 0 saturation bits" };
}
