using System.Globalization;

namespace SrRepl.Core;

/// <summary>
/// Every error a user can cause: code, wording, hint. One section a floor of the house; a code is never reused.
/// SR0xxx language, SR1xxx data, SR2xxx formulas and rewriting, SR3xxx search, SR4xxx hardware, SR5xxx HLS, SR9xxx the program.
/// </summary>
public static class Errors
{
    // ---- SR0xxx language: reading

    /// <summary>The text goes on in a way the grammar does not.</summary>
    public static Diagnostic Expected(string expected, string found, string? hint) =>
        new(1, $"expected {expected}, found {found}") { Hint = hint };

    /// <summary>A character, or a sign of another language, means nothing where it stands.</summary>
    public static Diagnostic UnexpectedCharacter(string character) =>
        new(2, $"the {(character is "==" or "!=" ? "sign" : "character")} `{character}` means nothing here") { Hint = ForeignSpelling.Hint(character) };

    /// <summary>A string has no end.</summary>
    public static Diagnostic UnfinishedText() =>
        new(3, "the text that begins here has no end") { Hint = "close it with \" on the same line; a text over several lines stands between \"\"\" and \"\"\"" };

    /// <summary>A comment has no end.</summary>
    public static Diagnostic UnfinishedComment() => new(4, "the comment that begins here has no end") { Hint = "close it with *)" };

    /// <summary>A number exceeds double precision.</summary>
    public static Diagnostic NumberBeyondDouble(string number) =>
        new(5, $"the number {(number.Length <= 24 ? number : number[..24] + "...")} is too large") { Hint = "the largest is 1.7976931348623157e308" };

    /// <summary>A name sticks to a number.</summary>
    public static Diagnostic NumberThenName(string number, string name) =>
        new(6, $"a name cannot stick to a number") { Hint = $"a product is written {number}*{name}" };

    /// <summary>A measure has an unknown unit.</summary>
    public static Diagnostic UnknownUnit(string unit, IReadOnlyCollection<string> known) =>
        new(7, $"there is no unit `{unit}`") { Hint = Nearest.Hint(unit, known) };

    /// <summary>A bracket is never closed.</summary>
    public static Diagnostic UnclosedBracket(string open, string close) => new(8, $"this `{open}` is never closed") { Hint = $"its end is a `{close}`" };

    /// <summary>A bracket closes nothing, or another one than was opened.</summary>
    public static Diagnostic UnmatchedBracket(string close, string? wanted) =>
        new(9, wanted is null ? $"this `{close}` closes nothing" : $"this `{close}` stands where a `{wanted}` is due");

    /// <summary>Brackets or bodies are nested too deep.</summary>
    public static Diagnostic NestedTooDeep(int deepest) => new(10, $"this is nested deeper than {deepest}") { Hint = "bind inner parts to names with let" };

    /// <summary>A backslash in a string is followed by a letter that means nothing.</summary>
    public static Diagnostic BadEscape(string escape) =>
        new(11, $"`{escape}` means nothing in a text") { Hint = "a backslash itself is written \\\\; \\n, \\t, \\\" and \\u0041 are known" };

    /// <summary>A quoted name has no end on its line, or is empty.</summary>
    public static Diagnostic UnfinishedName() => new(14, "the quoted name that begins here has no end") { Hint = "a quoted name stands between `` and `` on one line" };

    /// <summary>A fixed-point type has no closing angle.</summary>
    public static Diagnostic UnfinishedType() => new(15, "the type that begins here has no `>`") { Hint = "a type is written ap_fixed<16,6> or ap_ufixed<8,0,AP_RND,AP_SAT>" };

    // ---- SR0xxx language: names, values, verbs

    /// <summary>The number of <see cref="DivisionByZeroInRow"/>, and of <see cref="DivisionByZeroConstant"/>: a fit of constants goes round them.</summary>
    public const int DivisionByZeroNumber = 4021;

    /// <summary>The number of <see cref="ErrorOutOfReach"/>, after which less is asked for.</summary>
    public const int ErrorOutOfReachNumber = 4026;

    /// <summary>The number of <see cref="DivisionByZeroConstant"/>.</summary>
    public const int DivisionByZeroConstantNumber = 4028;

    /// <summary>The number of <see cref="NotAFormula"/>, which is not wrapped in itself.</summary>
    public const int NotAFormulaNumber = 31;

    /// <summary>A name stands for nothing; <paramref name="isBeingBound"/> where it stands in the function that is bound to it.</summary>
    public static Diagnostic UnknownName(string name, IReadOnlyCollection<string> known, bool isBeingBound = false) =>
        new(12, $"there is no `{name}` here") { Hint = isBeingBound ? $"a function that calls itself is bound by let rec {name}" : ForeignSpelling.Hint(name) ?? Nearest.Hint(name, known) };

    /// <summary>A function or a body ends with a let, which has no value.</summary>
    public static Diagnostic BodyEndsWithLet() =>
        new(13, "a let has no value, and a body ends with one") { Hint = "put an expression on the next line, in the same column" };

    /// <summary>A pipe was put in parentheses as if it were an operator.</summary>
    public static Diagnostic NoSection(string sign) =>
        new(16, $"`({sign})` is no function") { Hint = "arithmetic and comparisons have sections: (+) (-) (*) (/) (**) (<) (=)" };

    /// <summary>A value was applied that is no function.</summary>
    public static Diagnostic NotAFunction(string got) => new(20, $"{got} is no function and takes no argument") { Hint = "a product is written with *, items of a list are separated by ;" };

    /// <summary>A sign joins values it has no meaning for.</summary>
    public static Diagnostic WrongOperands(string sign, string left, string right) => new(22, $"`{sign}` does not join {left} and {right}");

    /// <summary>A value is of the wrong kind.</summary>
    public static Diagnostic WrongValue(string wants, string got, string? hint) => new(23, $"{wants} is wanted here, not {got}") { Hint = hint };

    /// <summary>A function was given an argument of the wrong kind.</summary>
    public static Diagnostic WrongArgument(string function, string wants, string got, string? hint) =>
        new(21, $"`{function}` wants {wants}, not {got}") { Hint = hint };

    /// <summary>A value lacks the field.</summary>
    public static Diagnostic UnknownField(string name, string owner, IReadOnlyCollection<string> known) =>
        new(24, $"{owner} has no field `{name}`") { Hint = Nearest.Hint(name, known) };

    /// <summary>A value has no items by such an index.</summary>
    public static Diagnostic NotIndexed(string owner, string index) => new(25, $"{owner} has no item {index}");

    /// <summary>An index is outside a list.</summary>
    public static Diagnostic IndexOutOfRange(string index, int length) =>
        new(26, $"there is no item {index}: the length is {length}") { Hint = length > 0 ? $"items are counted from 0 to {length - 1}" : null };

    /// <summary>A value has items, but none by this index.</summary>
    public static Diagnostic IndexNotThere(string index) => new(17, $"there is no item {index}");

    /// <summary>A value is no tuple of as many items as there are names.</summary>
    public static Diagnostic CannotDestructure(int count, string got) => new(27, $"a tuple of {count} is wanted here, not {got}");

    /// <summary>A function calls itself too often before it returns.</summary>
    public static Diagnostic RecursionTooDeep(int depth) => new(28, $"{depth} calls wait for one another") { Hint = "a recursion needs a case that ends it" };

    /// <summary>A range or a comprehension would have too many items.</summary>
    public static Diagnostic RangeTooLong(int longest) => new(29, $"a range has at most {longest} items");

    /// <summary>A record names a field twice.</summary>
    public static Diagnostic FieldTwice(string name) => new(30, $"the field `{name}` is given twice");

    /// <summary>A function was used as a formula and is none.</summary>
    public static Diagnostic NotAFormula(string? name, string reason) =>
        new(NotAFormulaNumber, $"{(name is null ? "this function" : $"`{name}`")} is no formula: {reason}") { Hint = "a formula is arithmetic on the function's parameters" };

    /// <summary>An if on a symbol has no else.</summary>
    public static Diagnostic FormulaNeedsElse() => new(32, "an `if` in a formula needs an `else`");

    /// <summary>A let binds a tuple and has parameters.</summary>
    public static Diagnostic FunctionNeedsName() => new(33, "a function has one name");

    /// <summary>A verb has no such option.</summary>
    public static Diagnostic UnknownOption(string verb, string option, IReadOnlyCollection<string> known, string? advice = null) =>
        new(34, known.Count > 0 ? $"`{verb}` has no option `{option}`" : $"`{verb}` takes no options, and so no `{option}`")
        {
            Hint = advice ?? Nearest.Hint(option, known),
        };

    /// <summary>An option was given a value of the wrong kind.</summary>
    public static Diagnostic WrongOption(string verb, string option, string wants, string got, string? hint) =>
        new(35, $"the option `{option}` of `{verb}` wants {wants}, not {got}") { Hint = hint };

    /// <summary>A verb was given a subject of the wrong kind.</summary>
    public static Diagnostic WrongSubject(string verb, string wants, string got, string? hint) =>
        new(36, $"`{verb}` wants {wants}, not {got}") { Hint = hint };

    /// <summary>A verb was given more than a subject, its options and a bare option.</summary>
    public static Diagnostic TooManyArguments(string verb, string usage) => new(37, $"`{verb}` has too many arguments") { Hint = $"it is used as: {usage}" };

    /// <summary>A verb lacks an option it cannot do without.</summary>
    public static Diagnostic OptionMissing(string verb, string usage) => new(38, $"`{verb}` needs more than its subject") { Hint = $"it is used as: {usage}" };

    /// <summary>An assertion does not hold.</summary>
    public static Diagnostic AssertionFailed(string? condition) => new(39, condition is null ? "the assertion does not hold" : $"this does not hold: {condition}");

    /// <summary>Help was asked about something that has none.</summary>
    public static Diagnostic NoHelp(string topic, IReadOnlyCollection<string> known) =>
        new(40, $"there is no help on `{topic}`") { Hint = Nearest.Hint(topic, known) ?? "`help` alone lists all verbs" };

    /// <summary>A formula calls a function that does not exist.</summary>
    public static Diagnostic UnknownFunction(string name, IReadOnlyCollection<string> known) =>
        new(41, $"there is no function `{name}`") { Hint = Nearest.Hint(name, known) };

    /// <summary>A formula holds something that is no arithmetic.</summary>
    public static Diagnostic NotInFormula(string what) => new(42, $"{what} has no place in a formula") { Hint = "a formula is made of numbers, variables, signs and functions" };

    /// <summary>A file or folder could not be used.</summary>
    public static Diagnostic FileTrouble(string message) => new(43, message);

    /// <summary>Something failed that no user could cause.</summary>
    public static Diagnostic Internal(string message) => new(900, $"internal error: {message}") { Hint = "this is a fault of the program, not of your script" };

    // ---- SR1xxx data

    /// <summary>A column was named that the dataset lacks.</summary>
    public static Diagnostic UnknownColumn(string name, IReadOnlyCollection<string> known) =>
        new(1001, $"there is no column `{name}`") { Hint = Nearest.Hint(name, known) };

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

    /// <summary>A number is beyond the range of its precision.</summary>
    public static Diagnostic NumberTooLarge(string text, double largest) =>
        new(1016, Invariant($"the number `{Cut(text)}` is too large: the largest is about {largest:0.0e0}"));

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

    /// <summary>The header of an attribute-relation file is wrong.</summary>
    public static Diagnostic BadArff(string reason) =>
        new(1024, $"this is no ARFF header: {reason}");

    /// <summary>The bytes are no NumPy array.</summary>
    public static Diagnostic BadArray(string file, string reason) =>
        new(1025, $"`{file}` is no NumPy array: {reason}");

    /// <summary>An array holds neither numbers nor text.</summary>
    public static Diagnostic BadArrayType(string file, string type) =>
        new(1026, $"`{file}` holds values of NumPy type `{type}`, which are no numbers") { Hint = "save floats, integers or booleans: np.save(file, a.astype(float))" };

    /// <summary>An array has no or too many axes.</summary>
    public static Diagnostic BadArrayShape(string file, IReadOnlyCollection<int> shape) =>
        new(1027, $"`{file}` has the shape ({string.Join(", ", shape)}), and a table has one axis or two");

    /// <summary>Arrays of one archive differ in length.</summary>
    public static Diagnostic UnequalArrays(string file, string first, int firstRows, string other, int otherRows) =>
        new(1028, Invariant($"the arrays of `{file}` differ in length: `{first}` has {firstRows} rows, `{other}` {otherRows}"));

    /// <summary>A value of an array is not a number.</summary>
    public static Diagnostic MissingValueInRow(string file, string column, int row) =>
        new(1029, Invariant($"`{file}`: a value is missing in column `{column}`, row {row} (counted from 0)"));

    /// <summary>A column would play two parts.</summary>
    public static Diagnostic RoleTaken(string name, string role) =>
        new(1030, $"column `{name}` is the {role} already");

    /// <summary>A weight is below 0.</summary>
    public static Diagnostic NegativeWeights(string name, double least) =>
        new(1031, Invariant($"weights cannot be negative, and `{name}` falls to {least:G6}"));

    /// <summary>A feature was named twice.</summary>
    public static Diagnostic DuplicateFeature(string name) =>
        new(1032, $"the feature `{name}` is named twice");

    /// <summary>A list of targets names one twice.</summary>
    public static Diagnostic DuplicateTarget(string name) =>
        new(1060, $"the target `{name}` is named twice");

    /// <summary>A list of features is empty.</summary>
    public static Diagnostic NoFeatures() =>
        new(1033, "a dataset needs at least one feature");

    /// <summary>A split's first part would be empty or everything.</summary>
    public static Diagnostic BadSplitRows(int wanted, int rows) =>
        new(1034, Invariant($"{wanted} of {rows} rows leave one part empty")) { Option = "rows" };

    /// <summary>A fraction outside 0 to 1.</summary>
    public static Diagnostic BadFraction(double fraction) =>
        new(1035, Invariant($"the fraction is {fraction}, and must lie between 0 and 1")) { Hint = "for a number of rows say split { rows = 1000 }", Option = "fraction" };

    /// <summary>A dataset is too small for what is asked.</summary>
    public static Diagnostic TooFewRows(int rows, int needed) =>
        new(1036, Invariant($"the dataset has {rows} row{(rows == 1 ? "" : "s")}, and at least {needed} are needed"));

    /// <summary>A number of rows below what makes sense.</summary>
    public static Diagnostic BadRowCount(long rows) =>
        new(1037, Invariant($"{rows} is no number of rows")) { Option = "rows" };

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
        new(1042, $"there is no sample `{name}`") { Hint = Nearest.Hint(name, known) ?? $"there is {List(known)}" };

    /// <summary>A picture is to be written in a format that nothing writes.</summary>
    public static Diagnostic NotAPicture(string path) =>
        new(1050, $"`{path}` names no format for pictures") { Hint = "pictures are written as .svg" };

    /// <summary>A formula has more variables than a curve can show.</summary>
    public static Diagnostic TooManyVariables(IReadOnlyList<string> names) =>
        new(1051, $"a plot shows two variables at most, and here are {string.Join(", ", names)}")
        {
            Hint = $"substitute {{ {names[^1]} = 1 }} puts a number in the place of one, plot {{ on = data }} compares with a dataset",
        };

    /// <summary>A plot's range holds nothing.</summary>
    public static Diagnostic EmptyRange(double from, double to) =>
        new(1052, Invariant($"there is nothing between {from} and {to}"));

    /// <summary>A plot that compares with data was given none.</summary>
    public static Diagnostic NoDataToPlot(PlotKind kind) =>
        new(1053, $"a plot of kind `{kind.ToString().ToLowerInvariant()}` needs a dataset") { Hint = "plot { on = test }" };

    /// <summary>A dataset to compare with has no target.</summary>
    public static Diagnostic NoTargetToPlot() =>
        new(1054, "the dataset has no target to compare with") { Hint = "choose one: data |> target \"y\"" };

    /// <summary>A target of one class has no curve.</summary>
    public static Diagnostic OneClass(string target) =>
        new(1055, $"all rows of the target `{target}` are of one class");

    /// <summary>A plot of a dataset lacks a column.</summary>
    public static Diagnostic NoColumnsToPlot() =>
        new(1056, "a plot of a dataset needs two columns") { Hint = "plot { x = \"a\"; y = \"b\" }" };

    /// <summary>There is not one score a class, or no two classes.</summary>
    public static Diagnostic ScoresAndClasses(int scores, int classes) =>
        new(1070, $"{scores} score{(scores == 1 ? "" : "s")} cannot tell {classes} class{(classes == 1 ? "" : "es")} apart") { Hint = "give one formula a class, two or more: classify { on = test; classes = [\"is_t\"; \"is_w\"] }" };

    /// <summary>A row is of no class, or of two.</summary>
    public static Diagnostic NotOneClass(int row, string? first, string? second) =>
        new(1061, first is null ? $"row {row} is of none of the classes" : $"row {row} is of the classes `{first}` and `{second}` at once");

    /// <summary>A column to add has the name of one that is there.</summary>
    public static Diagnostic ColumnIsThere(string name) =>
        new(1062, $"there is a column `{name}` already") { Hint = "columns are never overwritten: choose another name" };

    /// <summary>Two datasets of different lengths do not stand beside one another.</summary>
    public static Diagnostic UnequalRows(int rows, int others) =>
        new(1071, Invariant($"a dataset of {others} row{(others == 1 ? "" : "s")} cannot stand beside one of {rows}")) { Hint = "are they of the same file, or was one split or filtered?" };

    /// <summary>A table of nothing.</summary>
    public static Diagnostic NoRowsToTable(string usage) =>
        new(1063, "there are no records to make a table of") { Hint = usage };

    /// <summary>A list holds other things than records.</summary>
    public static Diagnostic NoRecord(string found, string usage) =>
        new(1074, $"a list of records is wanted, and {found} is none") { Hint = usage };

    /// <summary>A row of a table has other fields than the first one.</summary>
    public static Diagnostic UnevenTable(int row, string found, string wanted) =>
        new(1064, $"row {row} has {(found.Length > 0 ? found : "no fields")}, the first row {wanted}");

    /// <summary>A record's field holds no number where a dataset wants one.</summary>
    public static Diagnostic NoNumberInRow(int row, string field, string found) =>
        new(1072, Invariant($"row {row}: `{field}` is {found}, a dataset holds numbers"));

    /// <summary>A list of records has neither a header nor separators.</summary>
    public static Diagnostic OptionOfFiles(string option) =>
        new(1073, $"`{option}` tells how a file is read, and these are records") { Hint = "leave it out" };

    /// <summary>A sheet of no figures.</summary>
    public static Diagnostic NothingToDraw() => new(1065, "there is nothing to draw");

    /// <summary>A report is to be written in a format that nothing writes.</summary>
    public static Diagnostic NotAPage(string path) =>
        new(1066, $"`{path}` names no format for reports") { Hint = "a report is a page: report \"out.html\"" };

    /// <summary>A session has nothing that a report shows.</summary>
    public static Diagnostic NothingToReport() =>
        new(1067, "there is nothing to report yet") { Hint = "bind a front, a formula, a kernel or a dataset to a name, or pipe it: front |> report \"out.html\"" };

    /// <summary>A series has more abscissas than ordinates, or the other way round.</summary>
    public static Diagnostic UnevenSeries(string name, int across, int up) =>
        new(1068, $"the series `{Cut(name)}` has {across} abscissa{(across == 1 ? "" : "s")} and {up} ordinate{(up == 1 ? "" : "s")}");

    /// <summary>A tree or a sheet is to be put on a sheet.</summary>
    public static Diagnostic NotForSheet() =>
        new(1069, "a sheet holds figures with axes, and no trees or sheets");

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

    /// <summary>A verb was told the name of a variable that the formula lacks.</summary>
    public static Diagnostic UnknownVariable(string name, IReadOnlyCollection<string> known) =>
        new(2004, known.Count > 0 ? $"the formula has no variable `{name}`" : $"the formula has no variables, and so no `{name}`")
        {
            Hint = Nearest.Hint(name, known),
        };

    /// <summary>A derivative was asked of a formula of several variables without saying by which.</summary>
    public static Diagnostic VariableNeeded(string verb, IReadOnlyCollection<string> known) =>
        new(2005, $"`{verb}` needs to know by which variable") { Hint = known.Count > 0 ? $"{verb} \"{known.First()}\"" : "the formula has no variable" };

    /// <summary>Constants are to be fitted and nothing says to what.</summary>
    public static Diagnostic FitWantsData() =>
        new(2006, "`fit` needs a dataset with a target") { Hint = "formula |> fit train" };

    /// <summary>A formula has more constants than can be fitted at once.</summary>
    public static Diagnostic TooManyConstants(int constants, int most) =>
        new(2008, Invariant($"the formula has {constants} constants, and `fit` moves at most {most}")) { Hint = "simplify it, or fit its parts" };

    /// <summary>Accuracy is wanted and nothing says in which arithmetic.</summary>
    public static Diagnostic AccuracyWantsType() =>
        new(2007, "accuracy needs a type to be accurate in") { Hint = "simplify { accuracy = train; type = ap_fixed<16,6> }" };

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
        new(3006, $"{loss} needs targets of -1 and +1, and `{column}` holds {value}") { Hint = "map the classes to -1 and +1, or take CrossEntropyLoss for 0 and 1", Option = "loss" };

    /// <summary>No loss of this name.</summary>
    public static Diagnostic UnknownLoss(string name, IReadOnlyCollection<string> known) =>
        new(3007, $"there is no loss `{name}`") { Hint = Nearest.Hint(name, known) ?? $"losses are {List(known)}" };

    /// <summary>An option of the search has a value it cannot have.</summary>
    public static Diagnostic BadOption(string option, string value, string wanted) =>
        new(3008, $"`{option} = {value}` is not possible: {wanted}") { Option = option };

    /// <summary>The operators cannot build formulas of more than one node.</summary>
    public static Diagnostic NoOperators() =>
        new(3009, "the search has no operators") { Hint = "give some: `operators = [(+); (*); sin]`", Option = "operators" };

    /// <summary>No operator of this name.</summary>
    public static Diagnostic UnknownOperator(string name, IReadOnlyCollection<string> known) =>
        new(3010, $"there is no operator `{name}`") { Hint = Nearest.Hint(name, known) };

    /// <summary>The weights are negative or all zero.</summary>
    public static Diagnostic BadWeights(string column) =>
        new(3011, $"the weights in `{column}` must be at least 0 and not all 0");

    /// <summary>A way to pick that does not exist.</summary>
    public static Diagnostic UnknownPick(string by, IReadOnlyCollection<string> ways) =>
        new(3012, $"a front cannot be picked from by `{by}`") { Hint = Nearest.Hint(by, ways) ?? $"by {string.Join(", ", ways.Select(way => $"\"{way}\""))} or a complexity" };

    /// <summary>A front has no formula of a complexity.</summary>
    public static Diagnostic NoSuchComplexity(int complexity, IEnumerable<int> known) =>
        new(3013, $"the front has no formula of complexity {complexity}") { Hint = $"it has {string.Join(", ", known)}" };

    /// <summary>A front without formulas has none to pick.</summary>
    public static Diagnostic EmptyFront() => new(3125, "the front has no formulas");

    /// <summary>No formula of a front meets conditions.</summary>
    public static Diagnostic NothingWithin(string conditions, string nearest) =>
        new(3126, $"no formula of the front is within {conditions}") { Hint = nearest };

    /// <summary>No formula of a front can be built, so that none has a cost.</summary>
    public static Diagnostic NothingBuildable() =>
        new(3127, "no formula of the front can be built as a kernel") { Hint = "name a narrower type: pick { lut <= 500; type = ap_fixed<12,4> }" };

    /// <summary>A guess applies an operator the search does not have.</summary>
    public static Diagnostic GuessOperator(string guess, string name) =>
        new(3014, $"the guess `{guess}` applies `{name}`, which is not among the search's operators") { Hint = $"add `{name}` to `operators`", Option = "guesses" };

    /// <summary>A guess is beyond the search's limits.</summary>
    public static Diagnostic GuessTooLarge(string guess, int complexity, int maxSize) =>
        new(3015, $"the guess `{guess}` of complexity {complexity} is beyond the search's limits") { Hint = complexity > maxSize ? $"`maxSize = {complexity}` would admit it" : "see maxDepth, constraints and nestedConstraints", Option = "guesses" };

    /// <summary>A checkpoint to resume from is missing or of another search.</summary>
    public static Diagnostic BadCheckpoint(string folder, string why) =>
        new(3016, $"`{folder}` holds no search to resume: {why}");

    // ---- SR31xx search: targets, templates, preparation, constraints

    /// <summary>One formula was asked for a dataset with several targets.</summary>
    public static Diagnostic SeveralTargets(IReadOnlyCollection<string> names) =>
        new(3101, $"the dataset has {names.Count} targets, and one is wanted here") { Hint = $"choose one: `data |> target \"{names.First()}\"`" };

    /// <summary>A front was asked for a target that was not searched.</summary>
    public static Diagnostic NoSuchFront(string name, IReadOnlyCollection<string> known) =>
        new(3102, $"there is no front for `{name}`") { Hint = Nearest.Hint(name, known) ?? $"there are fronts for {List(known)}" };

    /// <summary>An unknown function of a template is applied to different numbers of arguments.</summary>
    public static Diagnostic TemplateArity(string name, int first, int second) =>
        new(3110, $"the template applies `{name}` to {first} and to {second} arguments") { Option = "template" };

    /// <summary>A list of values for columns of another length.</summary>
    public static Diagnostic MiscountedColumns(string option, int values, IReadOnlyCollection<string> columns) =>
        new(3120, $"`{option}` lists {values} value{(values == 1 ? "" : "s")} for {columns.Count} column{(columns.Count == 1 ? "" : "s")}") { Hint = $"the columns are {List(columns)}", Option = option };

    /// <summary>A unit that is not known.</summary>
    public static Diagnostic UnknownPhysicalUnit(string name, IReadOnlyCollection<string> known) =>
        new(3121, $"there is no unit `{name}`") { Hint = Nearest.Hint(name, known) ?? "units are those of the SI and beside it: m, kg, s, N, J, eV, T, ..." };

    /// <summary>A text that is no product of powers of units.</summary>
    public static Diagnostic UnreadableUnit(string text) =>
        new(3122, $"`{text}` is no unit") { Hint = "a unit is a product of powers: kg*m^2/s^2, m s^-1, V/m^(1/2)" };

    /// <summary>Constraints that no formula of the search met.</summary>
    public static Diagnostic NothingAllowed() =>
        new(3123, "no formula met the constraints") { Hint = "wider bounds, other operators, or shapeCheck = \"Data\" allow more" };

    /// <summary>A template without unknowns.</summary>
    public static Diagnostic NothingUnknown(string template) =>
        new(3111, $"nothing in the template `{template}` is unknown") { Hint = "its unknown functions are the parameters: template = fun f g -> f a b * g c", Option = "template" };

    // ---- SR4xxx hardware

    /// <summary>A text that is no fixed-point type.</summary>
    public static Diagnostic NotAFixedType(string text, string? hint) =>
        new(4001, $"`{text}` is no fixed-point type") { Hint = hint ?? "write ap_fixed<W,I> or ap_ufixed<W,I,Q,O>, for example ap_fixed<16,6,AP_RND,AP_SAT>" };

    /// <summary>Widths outside what can be built.</summary>
    public static Diagnostic FixedTypeOutOfRange(string text, int widest, int farthest) =>
        new(4002, $"`{text}` is out of range: W goes from 1 to {widest}, I from -{farthest} to {farthest}");

    /// <summary>A rounding or overflow mode that ap_fixed lacks.</summary>
    public static Diagnostic UnknownFixedMode(string word, IReadOnlyCollection<string> known) =>
        new(4003, $"`{word}` is no mode of ap_fixed here") { Hint = Nearest.Hint(word, known) ?? $"the modes are {List(known)}" };

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
        new(4008, $"the table of `{name}` cannot go from {from} to {to}") { Hint = "`from` lies below `to`, and both are finite", Option = "to" };

    /// <summary>A table without entries, or with more than can be built.</summary>
    public static Diagnostic TableSize(string name, int size, int largest) =>
        new(4009, $"the table of `{name}` cannot have {size} entries: 2 to {largest}") { Option = "size" };

    /// <summary>A function that has no value somewhere in its table.</summary>
    public static Diagnostic TableEntry(string name, string at) =>
        new(4010, $"`{name}` has no finite value at {at}, inside its table") { Hint = "narrow the table's range to where the function has values" };

    /// <summary>A table of something that does not take one argument.</summary>
    public static Diagnostic TableArity(string name, int arity) =>
        new(4011, $"a table is of a function of one argument, and `{name}` takes {arity}");

    /// <summary>hls4ml's table code would divide by zero or run with a negative scale.</summary>
    public static Diagnostic TableWraps(string name, string type, string range) =>
        new(4012, $"hls4ml's table `{name}` cannot be built: its range {range} wraps to zero or below in {type}") { Hint = "use more integer bits, or a narrower table" };

    /// <summary>An error that no table of a function reaches.</summary>
    public static Diagnostic TableErrorOutOfReach(string name, double maxError) =>
        new(4013, string.Create(CultureInfo.InvariantCulture, $"no table of `{name}` is within {maxError:G4} of it")) { Hint = "allow a larger error, a narrower range, or interpolate = true" };

    /// <summary>A NaN or an infinity where the chip needs a number.</summary>
    public static Diagnostic NotANumberInData(string column, int row, string value) =>
        new(4020, $"row {row} of column `{column}` is {value}, which no fixed-point type holds") { Hint = $"drop such rows first: where (fun {column} -> ...)" };

    /// <summary>A division by zero while a Kernel is emulated.</summary>
    public static Diagnostic DivisionByZeroInRow(int row) =>
        new(DivisionByZeroNumber, $"row {row} divides by zero, where the exported C++ would trap") { Hint = "`ranges` shows which divisor reaches 0" };

    /// <summary>An empty list of formulas.</summary>
    public static Diagnostic NothingToQuantize() =>
        new(4022, "there is no formula to quantize");

    /// <summary>Formulas to compare with that do not match the outputs one to one.</summary>
    public static Diagnostic FormulasAndOutputs(int formulas, int outputs) =>
        new(4023, $"the kernel has {outputs} output{(outputs == 1 ? "" : "s")}, and {formulas} formula{(formulas == 1 ? " was" : "s were")} given to agree with");

    /// <summary>A comparison on no rows.</summary>
    public static Diagnostic NoRowsToCompare() =>
        new(4024, "there are no rows to compare on");

    /// <summary>An error bound that no width reaches.</summary>
    public static Diagnostic ErrorOutOfReach(double wanted, double best, int row) =>
        new(ErrorOutOfReachNumber, string.Create(CultureInfo.InvariantCulture, $"no width keeps the error within {wanted:G4}: the best is {best:G4}, worst in row {row}"))
        {
            Hint = "a division through zero or a steep function there needs another formula, or a larger maxError",
        };

    /// <summary>An error that is to be proven, and is not.</summary>
    public static Diagnostic ErrorUnproven(string reason) =>
        new(4033, $"no bound of the error is proven: {reason}") { Hint = "without proven = true the error holds on the rows of the data" };

    /// <summary>A divisor that is 0 in its type.</summary>
    public static Diagnostic DivisionByZeroConstant(string part, string type) =>
        new(DivisionByZeroConstantNumber, $"`{part}` divides by a constant that is 0 in {type}") { Hint = "use more fraction bits, or multiply by the reciprocal" };

    /// <summary>Types per node without the data and the error they are chosen by.</summary>
    public static Diagnostic TypedWantsData() =>
        new(4027, "types per node are chosen on data, within an error") { Hint = "quantize { on = train; maxError = 0.01 }" };

    /// <summary>Constants of a kernel are to be fitted, and the kernel has none that a formula gave it.</summary>
    public static Diagnostic NothingToRefit() =>
        new(4030, "the constants of this kernel are those of no formula") { Hint = "fit a kernel that quantize made" };

    /// <summary>Constants are to be fitted in fixed point, and nothing says in which.</summary>
    public static Diagnostic FixedFitWantsKernel() =>
        new(4031, "constants are fitted in fixed point on a kernel, whose types they are to have") { Hint = "formula |> quantize ap_fixed<16,6> |> fit { on = train; fixed = true }" };

    /// <summary>A kernel of several outputs is to be fitted to one target.</summary>
    public static Diagnostic OneTargetForOutputs(int outputs) =>
        new(4032, $"the kernel has {outputs} outputs, and the dataset one target") { Hint = "without a target each output is fitted to its own formula" };

    /// <summary>A verb of the hardware was called without its dataset.</summary>
    public static Diagnostic DatasetWanted(string verb) =>
        new(4025, $"`{verb}` needs a dataset to run on") { Hint = $"kernel |> {verb} {(verb == "agrees" ? "{ on = data }" : "data")}" };

    /// <summary>A device was named that is neither built in nor a data file.</summary>
    public static Diagnostic UnknownDevice(string name, IReadOnlyCollection<string> known) =>
        new(4201, $"there is no device `{name}`") { Hint = Nearest.Hint(name, known) ?? "`devices` lists them; a data file of your own is named by its path" };

    /// <summary>A device's data file does not hold a device.</summary>
    public static Diagnostic BadDeviceFile(string path, string reason) =>
        new(4202, $"`{path}` describes no device: {reason.TrimEnd('.')}");

    /// <summary>A clock outside what the model, or any such part, knows.</summary>
    public static Diagnostic ClockOutOfRange(double nanoseconds) =>
        new(4203, Invariant($"a clock period of {nanoseconds:G6} ns is outside 1 to 100 ns")) { Hint = "a period as 5<ns>, or a frequency as 200<MHz>", Option = "clock" };

    /// <summary>An uncertainty that leaves nothing of the clock period, or is negative.</summary>
    public static Diagnostic UncertaintyOutOfRange(double percent) =>
        new(4204, Invariant($"an uncertainty of {percent:G6} % is outside 0 to 90 %")) { Option = "uncertainty" };

    /// <summary>A function without figures.</summary>
    public static Diagnostic NoCost(string function) =>
        new(4205, $"there are no figures for what `{function}` costs") { Hint = "make a table of it with `lut`" };

    /// <summary>The verb cheapest without rows to emulate on, or without an error to stay within.</summary>
    public static Diagnostic CheapestWantsData() =>
        new(4206, "the cheapest kernel is chosen on data, within an error") { Hint = "cheapest { on = train; maxError = 0.01 }" };

    /// <summary>No kernel stays within the error, or none of those within the latency.</summary>
    public static Diagnostic NothingInBudget(double maxError, double nearest, double? maxLatency) => nearest > maxError
        ? new(4207, Invariant($"no kernel stays within {maxError:G4} of the formula on every row")) { Hint = "allow a larger error, or wider types: maxWidth" }
        : new(4207, Invariant($"every kernel within the error takes more than {maxLatency:G4} ns")) { Hint = "allow more latency, or a larger error" };

    // ---- SR5xxx HLS

    /// <summary>An export was asked without saying where to.</summary>
    public static Diagnostic NoFolder(string verb) =>
        new(5001, $"{verb} needs a folder to write") { Hint = $"{verb} \"build/top\", or {verb} {{ dir = \"build/top\" }}" };

    /// <summary>A name is no identifier that every tool of the flow takes.</summary>
    public static Diagnostic NotAnIdentifier(string name, int longest) =>
        new(5002, $"`{name}` cannot be a name here")
        {
            Hint = $"a name is made of letters, digits and single underscores, begins with a letter, and has at most {longest} characters",
        };

    /// <summary>A name means something to one of the flow's languages.</summary>
    public static Diagnostic ReservedName(string name) =>
        new(5003, $"`{name}` cannot be a name here: it is a word of C++, Verilog, VHDL or of the project itself") { Hint = $"`{name}_top` would do" };

    /// <summary>How a variable gets another name: the hint where its own cannot stand in a project.</summary>
    public static string RenameVariable(string name) => $"give it another name before quantize: formula |> substitute {{ ``{name}`` = expr \"v\" }}";

    /// <summary>A part's name has characters that no part has.</summary>
    public static Diagnostic BadPart(string part) =>
        new(5004, $"`{part}` is no FPGA part") { Hint = "a part is written like xcvu9p-flga2577-2-e" };

    /// <summary>The clock's period or its reserve makes no sense.</summary>
    public static Diagnostic BadClock(string option, double value) =>
        new(5005, string.Create(CultureInfo.InvariantCulture, $"{option} = {value} is out of range"))
        {
            Hint = "clock is a period in ns above 0 (or a frequency, 200<MHz>); uncertainty a percentage from 0 to below 100",
            Option = option,
        };

    /// <summary>The folder holds files that no export of this kind wrote.</summary>
    public static Diagnostic FolderIsForeign(string folder, string verb) =>
        new(5006, $"`{folder}` is not empty and was not written by {verb}") { Hint = "choose another folder, or say overwrite = true" };

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

    /// <summary>Nothing is where something was to be loaded from.</summary>
    public static Diagnostic NothingToLoad(string path) => new(5010, $"there is no file or folder `{path}`");

    /// <summary>A file is of no kind that can be loaded.</summary>
    public static Diagnostic CannotLoad(string path, IEnumerable<string> kinds) =>
        new(5011, $"`{path}` is nothing that load knows") { Hint = $"load reads {string.Join("; ", kinds)}; `read` reads tables of numbers" };

    /// <summary>A row of a hall of fame ends too early.</summary>
    public static Diagnostic MissingField(int column) =>
        new(5012, string.Create(CultureInfo.InvariantCulture, $"the row has no field {column}")) { Hint = "a field that holds the delimiter must stand in double quotes" };

    /// <summary>A figure is no number.</summary>
    public static Diagnostic FigureExpected(string text) => new(5013, $"`{text}` is no number");

    /// <summary>A text is no dictionary of lut_functions.</summary>
    public static Diagnostic NotLutFunctions() =>
        new(5014, "this is no dictionary of lut_functions")
        {
            Hint = "it maps a table's name to math_func, range_start, range_end and table_size, in JSON or YAML",
        };

    /// <summary>A lut_functions entry has a key that hls4ml does not know.</summary>
    public static Diagnostic UnknownLutKey(string key, IReadOnlyCollection<string> known) =>
        new(5015, $"a table has no `{key}`") { Hint = Nearest.Hint(key, known) };

    /// <summary>A lut_functions entry lacks a key.</summary>
    public static Diagnostic LutKeyMissing(string table, string key) => new(5016, $"the table `{table}` lacks `{key}`");

    /// <summary>A lut_functions entry names a function that is in no table of operators.</summary>
    public static Diagnostic UnknownLutFunction(string name, IReadOnlyCollection<string> known) =>
        new(5017, $"there is no function `{name}` to tabulate") { Hint = Nearest.Hint(name, known) };

    /// <summary>A folder that was to be loaded has no script.</summary>
    public static Diagnostic NoFormulaScript(string folder, string script) =>
        new(5018, $"`{folder}` has no {script}") { Hint = "load reads folders that hls or verilog wrote from a quantized formula" };

    /// <summary>A folder's script does not bind the kernel.</summary>
    public static Diagnostic NoKernelBound(string path, string name) => new(5019, $"`{path}` binds no kernel to `{name}`");

    /// <summary>A formula was to be written in a language that is not known.</summary>
    public static Diagnostic UnknownCodeLanguage(string name, IReadOnlyCollection<string> known) =>
        new(5020, $"formulas cannot be written in `{name}`") { Hint = Nearest.Hint(name, known) ?? $"the languages are {List(known)}" };

    /// <summary>An operator that a language lacks.</summary>
    public static Diagnostic NoCodeForm(string op, string language) =>
        new(5021, $"`{op}` has no form in {language}") { Hint = "substitute another function for it, or write the formula in another language" };

    /// <summary>Functions of the vendor's library have no Verilog.</summary>
    public static Diagnostic VerilogNeedsOwnFunctions(IReadOnlyCollection<string> functions) =>
        new(5022, $"Verilog cannot call the vendor's library: {List(functions)}")
        {
            Hint = "quantize with mathLibrary = \"own\", or make tables of these functions with lut",
        };

    /// <summary>A part of a JSON formula is none of the three kinds of node.</summary>
    public static Diagnostic NotAJsonFormula() =>
        new(5023, "this is no part of a formula")
        {
            Hint = "a part is {\"constant\": 2.5}, {\"variable\": \"x\"} or {\"operator\": \"+\", \"arguments\": [...]}",
        };

    // ---- SR9xxx the program

    /// <summary>A script that holds no text.</summary>
    public static Diagnostic ScriptIsBinary(string path, bool wide) =>
        new(9004, $"`{path}` is not UTF-8 text") { Hint = wide ? "it looks like UTF-16; save it as UTF-8" : "a script is plain text; data files are read with `read`" };

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
    public static Diagnostic CSharpRejected(string code, string message, string? hint) =>
        new(9030, $"{code}: {message}") { Hint = hint };

    /// <summary>An exception that a C# script did not catch.</summary>
    public static Diagnostic CSharpFailed(string exception, string message) =>
        new(9031, $"{exception}: {message.ReplaceLineEndings(" ").TrimEnd('.')}");

    /// <summary>A C# script that calls itself without end.</summary>
    public static Diagnostic CSharpTooDeep() =>
        new(9032, "the calls are nested too deeply") { Hint = "a function calls itself without end" };

    /// <summary>A formula was asked of a C# function that does not take formulas.</summary>
    public static Diagnostic CSharpNoFormula(string name) =>
        new(9033, $"`{name}` is no formula: its C# does not take formulas") { Hint = "in C#, a formula is a function of Expr: Expr f(Expr x) => x * x" };

    /// <summary>A C# script asks for an argument that it was not given.</summary>
    public static Diagnostic ScriptArgumentMissing(int index, int count) =>
        new(9034, $"there is no argument {index}: the script was given {(count == 0 ? "none" : count.ToString(CultureInfo.InvariantCulture))}") { Hint = "arguments are counted from 0 and stand behind `--`" };

    /// <summary>A package that is not named as `#r "nuget: Name, version"` wants it.</summary>
    public static Diagnostic PackageMisnamed(string text) =>
        new(9040, $"`{text}` names no package and version") { Hint = "write #r \"nuget: Name, 1.2.3\"" };

    /// <summary>A package that could not be restored.</summary>
    public static Diagnostic PackageUnavailable(string name, string version, string reason) =>
        new(9041, $"the package {name} {version} cannot be restored: {reason.TrimEnd('.')}");

    // Where values are few and fixed (losses, separators, modes) eight of them show what is meant; names of the user's own are not listed.
    private static string List(IReadOnlyCollection<string> known) =>
        string.Join(", ", known.Count > 8 ? known.Take(8).Append("...") : known);
}
