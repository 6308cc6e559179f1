using System.Globalization;

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

    /// <summary>There is no file of that name.</summary>
    public static Diagnostic FileMissing(string path, IReadOnlyCollection<string> neighbours) =>
        new(1002, $"there is no file `{path}`")
        {
            Hint = Nearest.Hint(Path.GetFileName(path), neighbours) ?? (Path.IsPathRooted(path) ? null : "paths start from the directory that the program was started in"),
        };

    /// <summary>A directory stands where a file is wanted.</summary>
    public static Diagnostic IsDirectory(string path) =>
        new(1003, $"`{path}` is a directory, not a file");

    /// <summary>The operating system forbids reading or writing.</summary>
    public static Diagnostic NotPermitted(string path) =>
        new(1004, $"no permission for `{path}`");

    /// <summary>The operating system fails at reading or writing for another reason.</summary>
    public static Diagnostic NotReadable(string path, string reason) =>
        new(1005, $"`{path}` cannot be read or written: {reason.TrimEnd('.')}");

    /// <summary>A table of text is wanted and the file is something else.</summary>
    public static Diagnostic NotText(string path, string? content) =>
        new(1006, $"`{path}` is not a table of text")
        {
            Hint = content is null ? "it holds zero bytes; tables are CSV, TSV, ARFF, .npy or .npz, each also packed as .gz" : $"it looks like {content}",
        };

    /// <summary>A file packed as .gz does not unpack.</summary>
    public static Diagnostic BadCompression(string path) =>
        new(1007, $"`{path}` cannot be unpacked: it is no gzip or zip file, or it is damaged");

    /// <summary>The file has no bytes.</summary>
    public static Diagnostic EmptyFile(string path) =>
        new(1008, $"`{path}` is empty");

    /// <summary>The file has a header and nothing below it.</summary>
    public static Diagnostic NoRows(string path) =>
        new(1009, $"`{path}` has a header and no rows");

    /// <summary>No column of the file holds numbers.</summary>
    public static Diagnostic NoNumbers(string path) =>
        new(1010, $"`{path}` has no column of numbers")
        {
            Hint = "if cells are not separated by commas, say read { separator = \";\" }",
        };

    /// <summary>A row has more or fewer cells than the first line.</summary>
    public static Diagnostic RaggedRow(int got, int expected) =>
        new(1011, $"this row has {got} cell{(got == 1 ? "" : "s")}, the first line {expected}");

    /// <summary>An empty line with rows below it.</summary>
    public static Diagnostic BlankLine() =>
        new(1012, "an empty line, and rows below it") { Hint = "remove the line, or what follows it" };

    /// <summary>A cell of a column of numbers is empty or says that the value is missing.</summary>
    public static Diagnostic MissingValue(string column) =>
        new(1013, $"a value is missing in column `{column}`")
        {
            Hint = "remove the row, fill in a value, or read only the columns you need: read { columns = [...] }",
        };

    /// <summary>A cell of a column of numbers holds text.</summary>
    public static Diagnostic TextAmongNumbers(string column, string text, bool decimalComma) =>
        new(1014, $"`{Cut(text)}` is no number, and column `{column}` holds numbers")
        {
            Hint = decimalComma ? "numbers are written with a decimal point" : null,
        };

    /// <summary>A column is written with decimal commas.</summary>
    public static Diagnostic DecimalComma(string column, string text) =>
        new(1015, $"column `{column}` holds numbers with a decimal comma, such as `{Cut(text)}`") { Hint = "numbers are written with a decimal point" };

    /// <summary>A number is beyond the range of double precision.</summary>
    public static Diagnostic NumberTooLarge(string text) =>
        new(1016, $"the number `{Cut(text)}` is too large: the largest is about 1.8e308");

    /// <summary>A column of the header has no name.</summary>
    public static Diagnostic EmptyName(int number) =>
        new(1017, $"column {number} has no name") { Hint = "name it in the file's first line; an index that a program wrote can be left out there" };

    /// <summary>Two columns have one name.</summary>
    public static Diagnostic DuplicateName(string name) =>
        new(1018, $"there are two columns `{name}`") { Hint = "rename one of them" };

    /// <summary>Bytes that are no UTF-8.</summary>
    public static Diagnostic NotUtf8() =>
        new(1019, "this is not UTF-8 text") { Hint = "save the file in UTF-8" };

    /// <summary>A quoted cell does not end.</summary>
    public static Diagnostic UnfinishedQuote() =>
        new(1020, "a quote opens here and never closes");

    /// <summary>A separator that no reader knows.</summary>
    public static Diagnostic BadSeparator(string name) =>
        new(1021, $"`{name}` is no separator") { Hint = "separators are \",\" \";\" \"|\" \"tab\" \" \"" };

    /// <summary>A column of class names has too many of them.</summary>
    public static Diagnostic TooManyClasses(string column, int most) =>
        new(1022, $"column `{column}` has more than {most} different values, too many for classes");

    /// <summary>A column of text was named where numbers are wanted.</summary>
    public static Diagnostic TextColumn(string name) =>
        new(1023, $"column `{name}` holds text, not numbers") { Hint = $"read {{ classes = \"{name}\" }} makes columns of 1 and -1 of it" };

    /// <summary>A column would play two parts.</summary>
    public static Diagnostic RoleTaken(string name, string role) =>
        new(1030, $"column `{name}` is the {role} already");

    /// <summary>A weight is below 0.</summary>
    public static Diagnostic NegativeWeights(string name, double least) =>
        new(1031, Invariant($"weights cannot be negative, and `{name}` falls to {least:G6}"));

    /// <summary>A feature was named twice.</summary>
    public static Diagnostic DuplicateFeature(string name) =>
        new(1032, $"the feature `{name}` is named twice");

    /// <summary>A list of features is empty.</summary>
    public static Diagnostic NoFeatures() =>
        new(1033, "a dataset needs at least one feature");

    /// <summary>A split's first part would be empty or everything.</summary>
    public static Diagnostic BadSplitRows(int wanted, int rows) =>
        new(1034, Invariant($"{wanted} of {rows} rows leave one part empty"));

    /// <summary>A fraction outside 0 to 1.</summary>
    public static Diagnostic BadFraction(double fraction) =>
        new(1035, Invariant($"the fraction is {fraction}, and must lie between 0 and 1")) { Hint = "for a number of rows say split { rows = 1000 }" };

    /// <summary>A dataset is too small for what is asked.</summary>
    public static Diagnostic TooFewRows(int rows, int needed) =>
        new(1036, Invariant($"the dataset has {rows} row{(rows == 1 ? "" : "s")}, and at least {needed} are needed"));

    /// <summary>A number of rows below what makes sense.</summary>
    public static Diagnostic BadRowCount(long rows) =>
        new(1037, Invariant($"{rows} is no number of rows"));

    /// <summary>A filter keeps nothing.</summary>
    public static Diagnostic NothingKept(string predicate) =>
        new(1038, $"no row is left: `{Cut(predicate)}` is nowhere above 0");

    /// <summary>A table is to be written in a format that nothing writes.</summary>
    public static Diagnostic NotWritable(string path) =>
        new(1039, $"`{path}` names no format for tables") { Hint = "write to .csv or .tsv, or to .csv.gz" };

    /// <summary>Nothing says where to write.</summary>
    public static Diagnostic NoFileNamed() =>
        new(1040, "no file is named") { Hint = "write \"y.csv\"" };

    /// <summary>A verb that wants a column was given none.</summary>
    public static Diagnostic NoColumnNamed(string verb) =>
        new(1041, $"`{verb}` needs the name of a column") { Hint = $"{verb} \"y\"" };

    /// <summary>A sample was named that nobody draws.</summary>
    public static Diagnostic UnknownSample(string name, IReadOnlyCollection<string> known) =>
        new(1042, $"there is no sample `{name}`") { Hint = Nearest.Hint(name, known) ?? $"there is {string.Join(", ", known)}" };

    // A cell can be a megabyte of text.
    private static string Cut(string text) => text.Length <= 40 ? text : $"{text[..40]}...";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

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

    // ---- SR3xxx search

    /// <summary>A search was asked of a dataset without a target.</summary>
    public static Diagnostic NoTarget() =>
        new(3001, "the dataset has no target to search for") { Hint = "choose a column first: `data |> target \"y\" |> evolve`" };

    /// <summary>A search was asked of a dataset without features.</summary>
    public static Diagnostic NothingToSearchOver() =>
        new(3002, "the dataset has no features to search over") { Hint = "choose columns: `data |> features [\"x1\"; \"x2\"]`" };

    /// <summary>A search was asked of an empty table.</summary>
    public static Diagnostic NoRows() => new(3003, "the dataset has no rows");

    /// <summary>A column of the search holds NaN or infinity.</summary>
    public static Diagnostic NotFinite(string column, int row, string value) =>
        new(3004, $"column `{column}` holds {value} in row {row}") { Hint = "drop such rows first, for example with `where`" };

    /// <summary>The target is the same everywhere.</summary>
    public static Diagnostic ConstantTarget(string column, string value) =>
        new(3005, $"the target `{column}` is {value} in every row: there is nothing to search for");

    /// <summary>A margin loss was asked of other targets than -1 and +1.</summary>
    public static Diagnostic MarginTargets(string loss, string column, string value) =>
        new(3006, $"{loss} needs targets of -1 and +1, and `{column}` holds {value}") { Hint = "map the classes to -1 and +1, or take a loss such as L2DistLoss" };

    /// <summary>No loss of this name.</summary>
    public static Diagnostic UnknownLoss(string name, IReadOnlyCollection<string> known) =>
        new(3007, $"there is no loss `{name}`") { Hint = Nearest.Hint(name, known) ?? $"losses are {string.Join(", ", known)}" };

    /// <summary>An option of the search has a value it cannot have.</summary>
    public static Diagnostic BadOption(string option, string value, string wanted) =>
        new(3008, $"`{option} = {value}` is not possible: {wanted}");

    /// <summary>The operators cannot build formulas of more than one node.</summary>
    public static Diagnostic NoOperators() =>
        new(3009, "the search has no operators") { Hint = "give some: `operators = [(+); (*); sin]`" };

    /// <summary>No operator of this name.</summary>
    public static Diagnostic UnknownOperator(string name, IReadOnlyCollection<string> known) =>
        new(3010, $"there is no operator `{name}`") { Hint = Nearest.Hint(name, known) };

    /// <summary>The weights are negative or all zero.</summary>
    public static Diagnostic BadWeights(string column) =>
        new(3011, $"the weights in `{column}` must be at least 0 and not all 0");

    /// <summary>A way to pick that does not exist.</summary>
    public static Diagnostic UnknownPick(string by) =>
        new(3012, $"a front cannot be picked from by `{by}`") { Hint = Nearest.Hint(by, ["best", "accuracy", "score"]) ?? "by \"best\", \"accuracy\", \"score\" or a complexity" };

    /// <summary>A front has no formula of a complexity.</summary>
    public static Diagnostic NoSuchComplexity(int complexity, IEnumerable<int> known) =>
        new(3013, $"the front has no formula of complexity {complexity}") { Hint = $"it has {string.Join(", ", known)}" };

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

    /// <summary>An intermediate result that no vendor type can hold.</summary>
    public static Diagnostic KernelTooWide(string part, int width, int widest) =>
        new(4005, $"`{part}` needs {width} bits, and the widest type has {widest}") { Hint = "lower the power, or give types per node: quantize { maxError = ... }" };

    /// <summary>An operator that nothing on the chip computes.</summary>
    public static Diagnostic NoHardwareForm(string name) =>
        new(4006, $"`{name}` has no form in hardware") { Hint = $"make a table of it: lut {name} {{ from = ...; to = ...; size = ... }}" };

    /// <summary>A constant that is not finite.</summary>
    public static Diagnostic NoFixedConstant(string value) =>
        new(4007, $"the constant {value} has no fixed-point value");

    /// <summary>A table's range with its ends in the wrong order, or not finite.</summary>
    public static Diagnostic TableRange(string name, string from, string to) =>
        new(4008, $"the table of `{name}` cannot go from {from} to {to}") { Hint = "`from` lies below `to`, and both are finite" };

    /// <summary>A table without entries, or with more than can be built.</summary>
    public static Diagnostic TableSize(string name, int size, int largest) =>
        new(4009, $"the table of `{name}` cannot have {size} entries: 2 to {largest}");

    /// <summary>A function that has no value somewhere in its table.</summary>
    public static Diagnostic TableEntry(string name, string at) =>
        new(4010, $"`{name}` has no finite value at {at}, inside its table") { Hint = "narrow the table's range to where the function has values" };

    /// <summary>A table of something that does not take one argument.</summary>
    public static Diagnostic TableArity(string name, int arity) =>
        new(4011, $"a table is of a function of one argument, and `{name}` takes {arity}");

    /// <summary>hls4ml's table code would divide by zero or run with a negative scale.</summary>
    public static Diagnostic TableWraps(string name, string type, string range) =>
        new(4012, $"hls4ml's table `{name}` cannot be built: its range {range} wraps to zero or below in {type}") { Hint = "use more integer bits, or a narrower table" };

    /// <summary>A NaN or an infinity where the chip needs a number.</summary>
    public static Diagnostic NotANumberInData(string column, int row, string value) =>
        new(4020, $"row {row} of column `{column}` is {value}, which no fixed-point type holds") { Hint = $"drop such rows first: where (fun {column} -> ...)" };

    /// <summary>A division by zero while a Kernel is emulated.</summary>
    public static Diagnostic DivisionByZeroInRow(int row) =>
        new(4021, $"row {row} divides by zero, where the exported C++ would trap") { Hint = "`ranges` shows which divisor reaches 0" };
    /// <summary>An empty list of formulas.</summary>
    public static Diagnostic NothingToQuantize() =>
        new(4022, "there is no formula to quantize");

    /// <summary>Formulas to compare with that do not match the outputs one to one.</summary>
    public static Diagnostic FormulasAndOutputs(int formulas, int outputs) =>
        new(4023, $"the kernel has {outputs} output{(outputs == 1 ? "" : "s")}, and {formulas} formula{(formulas == 1 ? " was" : "s were")} given to agree with");

    /// <summary>A comparison on no rows.</summary>
    public static Diagnostic NoRowsToCompare() =>
        new(4024, "there are no rows to compare on");

    /// <summary>A verb of the hardware was called without its dataset.</summary>
    public static Diagnostic DatasetWanted(string verb) =>
        new(4025, $"`{verb}` needs a dataset to run on") { Hint = $"kernel |> {verb} {(verb == "agrees" ? "{ on = data }" : "data")}" };

    // ---- SR5xxx HLS

    /// <summary>An export was asked without saying where to.</summary>
    public static Diagnostic NoFolder() =>
        new(5001, "hls needs a folder to write") { Hint = "hls \"build/top\", or hls { dir = \"build/top\" }" };

    /// <summary>A name is no identifier that every tool of the flow takes.</summary>
    public static Diagnostic NotAnIdentifier(string name, int longest) =>
        new(5002, $"`{name}` cannot name a project")
        {
            Hint = $"a name is made of letters, digits and single underscores, begins with a letter, and has at most {longest} characters",
        };

    /// <summary>A name means something to one of the flow's languages.</summary>
    public static Diagnostic ReservedName(string name) =>
        new(5003, $"`{name}` cannot name a project: it is a word of C++, Verilog, VHDL or of the project itself") { Hint = $"`{name}_top` would do" };

    /// <summary>A part's name has characters that no part has.</summary>
    public static Diagnostic BadPart(string part) =>
        new(5004, $"`{part}` is no FPGA part") { Hint = "a part is written like xcvu9p-flga2577-2-e" };

    /// <summary>The clock's period or its reserve makes no sense.</summary>
    public static Diagnostic BadClock(string option, double value) =>
        new(5005, string.Create(CultureInfo.InvariantCulture, $"{option} = {value} is out of range"))
        {
            Hint = "clock is a period in ns above 0 (or a frequency, 200<MHz>); uncertainty a percentage from 0 to below 100",
        };

    /// <summary>The folder holds files that no export wrote.</summary>
    public static Diagnostic FolderIsForeign(string folder) =>
        new(5006, $"`{folder}` is not empty and is no exported project") { Hint = "choose another folder, or say overwrite = true" };

    /// <summary>Files of an export were changed by hand.</summary>
    public static Diagnostic FolderWasEdited(string folder, IReadOnlyList<string> changed) =>
        new(5007, $"`{folder}` was changed by hand since it was exported: {string.Join(", ", changed.Take(5))}{(changed.Count > 5 ? ", ..." : "")}")
        {
            Hint = "choose another folder, or say overwrite = true to lose the changes",
        };

    /// <summary>The folder's name is a file's.</summary>
    public static Diagnostic FolderIsFile(string folder) => new(5008, $"`{folder}` is a file, not a folder");

    /// <summary>The system refused to write.</summary>
    public static Diagnostic CannotWriteFolder(string folder, string reason) => new(5009, $"`{folder}` cannot be written: {reason.TrimEnd('.')}");

    // ---- SR9xxx the program

    /// <summary>A script that holds no text.</summary>
    public static Diagnostic ScriptIsBinary(string path) =>
        new(9004, $"`{path}` is not UTF-8 text") { Hint = "a script is plain text; data files are read with `read`" };

    /// <summary>A script in neither language.</summary>
    public static Diagnostic UnknownScriptKind(string path) =>
        new(9005, $"`{path}` is neither a .sr nor a .csx script");

    /// <summary>An argument the program does not know.</summary>
    public static Diagnostic UnknownArgument(string argument, IEnumerable<string> known) =>
        new(9010, $"the argument `{argument}` makes no sense here") { Hint = Nearest.Hint(argument, known) ?? "`sr --help` shows the usage" };

    /// <summary>An argument whose value is missing.</summary>
    public static Diagnostic MissingArgument(string argument, string wanted) =>
        new(9011, $"`{argument}` wants {wanted} behind it") { Hint = "`sr --help` shows the usage" };

    /// <summary>A script given without the word run.</summary>
    public static Diagnostic ScriptWithoutRun(string path) =>
        new(9012, $"the argument `{path}` makes no sense here") { Hint = $"did you mean `sr run {path}`?" };

    /// <summary>Arguments of a script that were not set apart.</summary>
    public static Diagnostic ScriptArgumentsUnmarked(string argument) =>
        new(9013, $"the argument `{argument}` makes no sense here") { Hint = "what a script gets as its arguments stands behind `--`" };

    /// <summary>Standard output was closed, or cannot take more.</summary>
    public static Diagnostic OutputLost(string reason) =>
        new(9014, $"standard output takes no more: {reason.TrimEnd('.')}");

    /// <summary>A command of the prompt that is not known.</summary>
    public static Diagnostic UnknownCommand(string name, IEnumerable<string> known) =>
        new(9020, $"there is no command `#{name}`") { Hint = Nearest.To(name, known) is { } near ? $"did you mean `#{near}`?" : "`#help` lists them" };

    /// <summary>A command of the prompt without what it wants.</summary>
    public static Diagnostic CommandWants(string name, string wanted) =>
        new(9021, $"`#{name}` wants {wanted}");

    /// <summary>An error of the C# compiler.</summary>
    public static Diagnostic CSharpRejected(string code, string message) =>
        new(9030, $"{code}: {message}");

    /// <summary>An exception that a C# script did not catch.</summary>
    public static Diagnostic CSharpFailed(string exception, string message) =>
        new(9031, $"{exception}: {message.ReplaceLineEndings(" ").TrimEnd('.')}");

    /// <summary>A C# script that calls itself without end.</summary>
    public static Diagnostic CSharpTooDeep() =>
        new(9032, "the calls are nested too deeply") { Hint = "a function calls itself without end" };
}
