// The study of Tsoi et al., "Symbolic Regression on FPGAs for Fast Machine Learning Inference" (2023), again: paper.sr in C#, where
// the study and the kinds of files are told.
//
//     sr run scripts/paper.csx                          jets of the toy Monte Carlo, an hour or two
//     sr run scripts/paper.csx -- --quick               the same with small searches, about a minute
//     sr run scripts/paper.csx -- polynomial 40 plain   some of the families, sizes or forms alone
//     sr run scripts/paper.csx -- hls4ml_lhc_jets.arff  the LHC jets of hls4ml, from OpenML; .csv too
//     sr run scripts/paper.csx -- X_train_val.npy y_train_val.npy    the same as hls4ml's tutorial keeps them

string[] families = ["polynomial", "trigonometric", "exponential", "logarithmic"];
int[] sizes = [20, 40, 80];
string[] forms = ["plain", "latency", "tables"];
string[] words = ["--quick", .. families, .. forms, .. sizes.Select(size => size.String())];
T[] Asked<T>(T[] choices) => choices.Where(choice => Args.Contains(choice.String())).ToArray() is { Length: > 0 } named ? named : choices;
var quick = Args.Contains("--quick");
var files = Args.Where(word => !words.Contains(word)).ToArray();
var folder = "build/paper" + (quick ? "-quick" : "") + (files.Length > 0 ? "-" + files[0] : "");

// The data: the target of each tagger is 1 for its class and -1 for the rest.
string[] letters = ["g", "q", "t", "w", "z"];
string[] taggers = ["tag_g", "tag_q", "tag_t", "tag_w", "tag_z"];
Dataset FromFile(string file)
{
    var read = file.Read();
    return read.TextColumns.Contains("class") ? file.Read(new() { Classes = "class" }) : read;
}
Dataset FromFiles(string[] files) => files.Length > 1 ? files[0].Read().Hstack(new() { With = files[1].Read() }) : FromFile(files[0]);
var raw = files.Length > 0 ? FromFiles(files) : "jets".Sample(new() { Rows = quick ? 1500 : 20000, Seed = 1 });
var names = raw.Columns();
string SourceOf(int i) =>
    names.Contains("is_" + letters[i]) ? "is_" + letters[i]
    : names.Contains("j_" + letters[i]) ? "j_" + letters[i]
    : names.Contains(letters[i]) ? letters[i]
    : names.Contains("x20") ? $"x{16 + i}"
    : names.Contains("x16") ? $"equal(x16, {i})"
    : $"equal(class, {i})";
var tags = new Dictionary<string, IFormula>();
for (var i = 0; i < taggers.Length; i++)
    tags[taggers[i]] = $"2*greater({SourceOf(i)}, 0.5) - 1".Expr();
string[] classColumns = ["class", "x16", "x17", "x18", "x19", "x20", .. letters.SelectMany(letter => new[] { letter, "is_" + letter, "j_" + letter })];
var inputs = names.Where(name => !classColumns.Contains(name)).ToArray();
var jets = raw.Assign(tags).Features(new() { Columns = inputs });
var (known, held) = jets.Split(new() { Fraction = 0.8, Seed = 7 });
var train = known.Standardize();
var test = held.Standardize(new() { By = known });

// What accuracies are relative to, where the paper has a neural network: a weight for every input and its square, by least squares.
var weighted = string.Join(" + ", inputs.SelectMany(x => new[] { "0.1*" + x, "0.1*" + x + "**2" }).Prepend("0.1")).Expr();
var reference = taggers.Select(name => weighted.Fit(new() { On = train.Target(new() { Column = name }) })).Classify(new() { On = test, Classes = taggers });
$"reference of {2 * inputs.Length + 1} weights a class: accuracy {reference.Accuracy.String()}".Print();

// The functions of each family, computed as in the vendor's library or looked up in 1,024 entries as hls4ml does.
var x = Var("x");
var safe = new DefinedOperator("safe", ["x"], Log(Abs(x) + 0.001));
Operator LookedUp(Operator f, string name) => f.Lut(new() { From = -8, To = 8, Size = 1024, Name = name });
Operator[] Computed(string family, bool tables) => family switch
{
    "trigonometric" => [tables ? LookedUp(Operators.Sin, "sin_table") : Operators.Sin],
    "exponential" => [tables ? LookedUp(Operators.Gauss, "gauss_table") : Operators.Gauss],
    "logarithmic" => [tables ? LookedUp(safe, "log_table") : safe],
    _ => [],
};

record Study(string Family, int MaxSize, string Form);

EvolveOptions effort = quick
    ? new() { NIterations = 1, Populations = 2, PopulationSize = 40, NCyclesPerIteration = 20 }
    : new() { NIterations = 40, Populations = 6, PopulationSize = 80, NCyclesPerIteration = 100 };
Candidate Search(Study study, string name)
{
    var place = $"{folder}/{study.Family}-{study.MaxSize}-{study.Form}/{name}";
    var options = effort with
    {
        Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, .. Computed(study.Family, study.Form == "tables")],
        MaxSize = study.MaxSize, Loss = "L2MarginLoss", Seed = 1, Verbosity = 0, OutputDirectory = place,
        Complexity = study.Form == "latency" ? new FixedType(16, 6).Latency() : null,
    };
    var data = train.Target(new() { Column = name });
    var front = (place + "/state.bin").Exists() ? data.Resume(options) : data.Evolve(options);
    return front.Pick(new() { By = "accuracy" });
}

var chosen = Asked(families);
string[] FormsOf(string family) => Asked(forms).Where(form => form != "tables" || family != "polynomial").ToArray();
var rows = new List<(string Functions, int MaxSize, string Form, int Bits, double Accuracy, Classification Judged, CostReport Spent)>();
foreach (var study in from family in chosen from form in FormsOf(family) from size in Asked(sizes) select new Study(family, size, form))
{
    var models = taggers.Select(name => Search(study, name)).ToArray();
    $"searched: {study.Family}, {study.Form}, maxSize {study.MaxSize}".Print();
    for (var bits = 12; bits <= 18; bits++)
    {
        var kernel = models.Quantize(new() { Type = new FixedType(bits, 6), Mode = QuantizeMode.Hls4ml, MathLibrary = MathLibrary.HlsMath });
        var judged = kernel.Classify(new() { On = test, Classes = taggers });
        rows.Add((study.Family, study.MaxSize, study.Form, bits, judged.Accuracy / reference.Accuracy, judged, kernel.Cost(new() { Clock = 5 })));
    }
}

"\nAccuracy relative to the reference, the AUC of each tagger, and what all five together cost at 200 MHz:\n".Print();
rows.Select(row => new
{
    functions = row.Functions, maxSize = row.MaxSize, form = row.Form, bits = row.Bits, accuracy = row.Accuracy,
    g = row.Judged.Auc[0], q = row.Judged.Auc[1], t = row.Judged.Auc[2], w = row.Judged.Auc[3], z = row.Judged.Auc[4],
    lut = row.Spent.Lut, dsp = row.Spent.Dsp, ff = row.Spent.Ff, bram = row.Spent.Bram, cycles = row.Spent.Cycles, ns = row.Spent.Ns,
}).Table().Show();

// The figure: a column a family, a line a size and form.
Picture Panel(string family, string label, bool logarithmic, Func<double, CostReport, double> measure)
{
    var curves = new List<(string, IReadOnlyList<double>, IReadOnlyList<double>)>();
    foreach (var form in FormsOf(family))
        foreach (var size in Asked(sizes))
        {
            var mine = rows.Where(row => row.Functions == family && row.Form == form && row.MaxSize == size).ToArray();
            curves.Add(($"maxSize {size}, {form}", mine.Select(row => (double)row.Bits).ToArray(), mine.Select(row => measure(row.Accuracy, row.Spent)).ToArray()));
        }
    return curves.Plot(new() { Title = family, XLabel = "bits", YLabel = label, LogY = logarithmic });
}
Picture[] panels =
[
    .. chosen.Select(family => Panel(family, "relative accuracy", false, (accuracy, _) => accuracy)),
    .. chosen.Select(family => Panel(family, "latency in ns", true, (_, spent) => spent.Ns)),
    .. chosen.Select(family => Panel(family, "DSP", true, (_, spent) => spent.Dsp)),
    .. chosen.Select(family => Panel(family, "LUT", true, (_, spent) => spent.Lut)),
];
panels.Plot(new() { Across = chosen.Length, File = folder + ".svg" })
