using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>
/// What a text of the language names where it stands behind a verb or as an option's value: one of known names, a column,
/// or a path.
/// </summary>
internal static class TextChoices
{
    private static readonly string[] ColumnVerbs = ["target", "features", "weights", "where", "expr", "derivative", "standardize"];
    private static readonly (string? Verb, string Option)[] ColumnOptions = [(null, "column"), (null, "columns"), (null, "classes"), ("plot", "x"), ("plot", "y"), ("derivative", "by")];
    private static readonly string[] PathOptions = ["dir", "file", "outputDirectory"];

    // The names that an option's text is one of, of every verb that has the option and of the one named.
    private static readonly (string? Verb, string Option, Func<IEnumerable<string>> Names)[] OfOption =
    [
        (null, "loss", () => Losses.Names),
        (null, "device", Devices),
        ("hls", "part", () => Device.All.Select(device => device.Part)),
        ("pick", "by", () => ParetoFront.Ways),
        (null, "language", () => CodeLanguages.All.Select(language => language.Name)),
        (null, "mathLibrary", () => EnumWords.Of(typeof(MathLibrary))),
        ("read", "separator", () => [",", ";", "|", "tab", " "]),
    ];

    // The names that a text right behind a verb is one of.
    private static readonly (string Verb, Func<IEnumerable<string>> Names)[] OfVerb =
    [
        ("pick", () => ParetoFront.Ways),
        ("sample", () => Samples.Names),
        ("code", () => CodeLanguages.All.Select(language => language.Name)),
        ("help", () => VerbTable.Names),
    ];

    /// <summary>The names that an option takes; none where it takes others.</summary>
    public static IEnumerable<string> Of(Verb verb, string option) =>
    [
        .. OfOption.Where(row => Fits(row.Verb, row.Option, verb, option)).SelectMany(row => row.Names()),
        .. verb.Options.Where(known => known.ValueType.IsEnum && Same(known.Name, option)).SelectMany(known => EnumWords.Of(known.ValueType)),
    ];

    /// <summary>The names that a text behind a verb is one of; null where it is a column or a path.</summary>
    public static IEnumerable<string>? Of(string verb) => OfVerb.FirstOrDefault(row => row.Verb == verb).Names?.Invoke();

    /// <summary>Whether a verb's text speaks of columns.</summary>
    public static bool VerbNamesColumns(string verb) => ColumnVerbs.Contains(verb);

    /// <summary>Whether an option's text is a column.</summary>
    public static bool OptionNamesColumns(Verb verb, string option) => ColumnOptions.Any(row => Fits(row.Verb, row.Option, verb, option));

    /// <summary>Whether an option's text is a path.</summary>
    public static bool OptionIsPath(string option) => PathOptions.Any(name => Same(name, option));

    private static bool Fits(string? rowVerb, string rowOption, Verb verb, string option) => (rowVerb ?? verb.Name) == verb.Name && Same(rowOption, option);

    private static bool Same(string name, string option) => Nearest.Fold(name) == Nearest.Fold(option);

    private static IEnumerable<string> Devices() => Device.All.SelectMany(device => device.Boards.Prepend(device.Name));
}
