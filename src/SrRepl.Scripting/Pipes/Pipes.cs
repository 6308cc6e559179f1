using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>
/// The verbs as right sides of a pipe: <c>train | Evolve(new() { MaxSize = 25 })</c>. Written from the verb table by the test that
/// requires it to be whole.
/// </summary>
public static class Pipes
{
    /// <summary>tells whether a kernel's outputs stay within a distance of the formula on every row, and names the worst row when not</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::System.Boolean> Agrees(global::SrRepl.Hardware.AgreesOptions? options = null) =>
        new(subject => HardwareVerbs.Agrees(subject, options));

    /// <summary>tries types, tables and rewritings of a formula and gives the kernels within an error and a latency that no other one beats</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Hardware.CheapestKernels> Cheapest(global::SrRepl.Hardware.CheapestOptions options) =>
        new(subject => CostVerbs.Cheapest(subject, options));

    /// <summary>judges formulas or a kernel's outputs, one a class: the share of rows put into the right class, and the AUC of each</summary>
    public static Pipe<global::System.Collections.Generic.IEnumerable<global::SrRepl.Core.IFormula>, global::SrRepl.Core.Classification> Classify(global::SrRepl.Core.ClassifyOptions options) =>
        new(subject => ClassifyVerbs.Classify(subject, options));

    /// <summary>writes a formula as a function in C, C#, NumPy or Julia, as JSON, or as a graph</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::System.String> Code(global::SrRepl.Language.CodeOptions? options = null) =>
        new(subject => CodeVerbs.Code(subject, options));

    /// <summary>lists the names of the columns</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::System.Collections.Immutable.ImmutableArray<global::System.String>> Columns() =>
        new(subject => DataVerbs.Columns(subject));

    /// <summary>counts the nodes of a formula</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::System.Int32> Complexity() =>
        new(subject => FormulaVerbs.Complexity(subject));

    /// <summary>estimates LUT, FF, DSP, BRAM and cycles of a kernel, operation by operation, as synthesis would report them</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::SrRepl.Hardware.CostReport> Cost(global::SrRepl.Hardware.CostOptions? options = null) =>
        new(subject => CostVerbs.Cost(subject, options));

    /// <summary>derives a formula by a variable</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Core.Expr> Derivative(global::SrRepl.Rewriting.DerivativeOptions? options = null) =>
        new(subject => FormulaVerbs.Derivative(subject, options));

    /// <summary>shows every column's part, range, mean and deviation</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Description> Describe() =>
        new(subject => DataVerbs.Describe(subject));

    /// <summary>runs a kernel on a dataset exactly as the chip would, one column an output</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::SrRepl.Core.Dataset> Emulate(global::SrRepl.Hardware.EmulateOptions? options = null) =>
        new(subject => HardwareVerbs.Emulate(subject, options));

    /// <summary>tells whether two formulas are equal, by rules or by points, and which</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Rewriting.EquivalenceResult> Equivalent(global::SrRepl.Rewriting.EquivalentOptions options) =>
        new(subject => FormulaVerbs.Equivalent(subject, options));

    /// <summary>searches formulas for the target and gives the front of the best at each complexity</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Search.ParetoFront> Evolve(global::SrRepl.Search.EvolveOptions? options = null) =>
        new(subject => SearchVerbs.Evolve(subject, options));

    /// <summary>tells whether there is a file or a folder of a path</summary>
    public static Pipe<global::System.String, global::System.Boolean> Exists() =>
        new(subject => SessionVerbs.Exists(subject));

    /// <summary>multiplies products and powers of sums out</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Rewriting.Derivation> Expand() =>
        new(subject => FormulaVerbs.Expand(subject));

    /// <summary>shows rule by rule how a formula was simplified</summary>
    public static Pipe<global::SrRepl.Rewriting.Derivation, global::SrRepl.Core.TextTable> Explain() =>
        new(subject => FormulaVerbs.Explain(subject));

    /// <summary>reads a formula from text as PySR, SymPy and hls4ml write it</summary>
    public static Pipe<global::System.String, global::SrRepl.Core.Expr> Expr() =>
        new(subject => ExprVerbs.Expr(subject));

    /// <summary>chooses the columns that formulas are searched over</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Features(global::SrRepl.Core.FeaturesOptions options) =>
        new(subject => DataVerbs.Features(subject, options));

    /// <summary>fits the constants of a formula to the target of a dataset</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Core.Expr> Fit(global::SrRepl.Search.FitOptions? options = null) =>
        new(subject => FormulaVerbs.Fit(subject, options));

    /// <summary>shows the first rows</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Excerpt> Head(global::SrRepl.Core.HeadOptions? options = null) =>
        new(subject => DataVerbs.Head(subject, options));

    /// <summary>lists the verbs, or tells what one takes and does</summary>
    public static Pipe<global::SrRepl.Language.Verb, global::SrRepl.Language.HelpText> Help() =>
        new(subject => SessionVerbs.Help(subject));

    /// <summary>writes the kernel as an HLS C++ project with a test bench that checks itself</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::SrRepl.Hls.HlsProject> Hls(global::SrRepl.Hls.HlsOptions? options = null) =>
        new(subject => ExportVerbs.Hls(subject, options));

    /// <summary>puts another dataset's columns beside these, as NumPy's hstack does</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Hstack(global::SrRepl.Core.HstackOptions options) =>
        new(subject => DataVerbs.Hstack(subject, options));

    /// <summary>gives the cycles of every operator at a type, as a search's complexity</summary>
    public static Pipe<global::SrRepl.Hardware.FixedType, global::SrRepl.Hardware.OperatorCost> Latency(global::SrRepl.Hardware.CostOptions? options = null) =>
        new(subject => CostVerbs.Latency(subject, options));

    /// <summary>writes a front as a LaTeX table</summary>
    public static Pipe<global::SrRepl.Search.ParetoFront, global::System.String> Latex() =>
        new(subject => CodeVerbs.Latex(subject));

    /// <summary>reads PySR's hall_of_fame.csv as a front, a folder written by hls or verilog as its kernel, a formula from JSON, or hls4ml's lut_functions as tables</summary>
    public static Pipe<global::System.String, global::System.Object> Load() =>
        new(subject => LoadVerbs.Load(subject));

    /// <summary>makes a table of a function, or gives the look-up tables of every operator at a type as a search's complexity</summary>
    public static Pipe<global::SrRepl.Hardware.FixedType, global::SrRepl.Hardware.OperatorCost> Lut(global::SrRepl.Hardware.CostOptions? options = null) =>
        new(subject => CostVerbs.Lut(subject, options));

    /// <summary>picks one formula of a front: "best", "accuracy", "score", by complexity, or within conditions on its figures</summary>
    public static Pipe<global::SrRepl.Search.ParetoFront, global::SrRepl.Search.Candidate> Pick(global::SrRepl.Search.PickOptions? options = null) =>
        new(subject => SearchVerbs.Pick(subject, options));

    /// <summary>draws a formula over its variable, against a dataset's target, as a classifier or as a tree, a kernel beside it, a front, two columns, or lists of numbers; in the terminal or as .svg</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Core.Picture> Plot(global::SrRepl.Core.PlotOptions? options = null) =>
        new(subject => PlotVerbs.Plot(subject, options));

    /// <summary>turns a formula into the fixed-point kernel that the chip computes</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Hardware.Kernel> Quantize(global::SrRepl.Hardware.QuantizeOptions? options = null) =>
        new(subject => HardwareVerbs.Quantize(subject, options));

    /// <summary>shows the proven and the observed range of every operation and warns of overflow, division through zero and domains</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::SrRepl.Hardware.RangeReport> Ranges(global::SrRepl.Hardware.RangesOptions? options = null) =>
        new(subject => HardwareVerbs.Ranges(subject, options));

    /// <summary>reads a table of numbers from a .csv, .tsv, .arff, .npy or .npz file, each also packed as .gz, or from a list of records</summary>
    public static Pipe<global::System.String, global::SrRepl.Core.Dataset> Read(global::SrRepl.Core.ReadOptions? options = null) =>
        new(subject => DataVerbs.Read(subject, options));

    /// <summary>writes a page to look at, of the session or of a front, a formula or a kernel: one file, no network</summary>
    public static Pipe<global::SrRepl.Language.Session, global::SrRepl.Language.Report> Report(global::SrRepl.Language.ReportOptions? options = null) =>
        new(subject => ReportVerbs.Report(subject, options));

    /// <summary>goes on with the search whose checkpoint lies in outputDirectory, as if it had never stopped</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Search.ParetoFront> Resume(global::SrRepl.Search.EvolveOptions options) =>
        new(subject => SearchVerbs.Resume(subject, options));

    /// <summary>draws a dataset at random: "jets", a toy Monte Carlo of jets in five classes</summary>
    public static Pipe<global::System.String, global::SrRepl.Core.Dataset> Sample(global::SrRepl.Core.SampleOptions? options = null) =>
        new(subject => DataVerbs.Sample(subject, options));

    /// <summary>writes a front as PySR writes hall_of_fame.csv, and gives the front back</summary>
    public static Pipe<global::SrRepl.Search.ParetoFront, global::SrRepl.Search.ParetoFront> Save(global::SrRepl.Search.SaveOptions options) =>
        new(subject => SearchVerbs.Save(subject, options));

    /// <summary>scores a front on other data: the loss there beside the one it was searched with</summary>
    public static Pipe<global::SrRepl.Search.ParetoFront, global::SrRepl.Search.ParetoFront> Score(global::SrRepl.Search.ScoreOptions options) =>
        new(subject => SearchVerbs.Score(subject, options));

    /// <summary>rewrites a formula to a smaller one of the same value and says by which rules</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Rewriting.Derivation> Simplify(global::SrRepl.Rewriting.SimplifyOptions? options = null) =>
        new(subject => FormulaVerbs.Simplify(subject, options));

    /// <summary>replaces constants near simple numbers by these</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Rewriting.Derivation> Snap(global::SrRepl.Rewriting.SnapOptions? options = null) =>
        new(subject => FormulaVerbs.Snap(subject, options));

    /// <summary>deals the rows into two datasets at random</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::System.ValueTuple<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset>> Split(global::SrRepl.Core.SplitOptions? options = null) =>
        new(subject => DataVerbs.Split(subject, options));

    /// <summary>scales the features to mean 0 and deviation 1, by their own rows or by those of another dataset</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Standardize(global::SrRepl.Core.StandardizeOptions? options = null) =>
        new(subject => DataVerbs.Standardize(subject, options));

    /// <summary>writes a formula for SymPy</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Language.FormulaText> Sympy() =>
        new(subject => FormulaVerbs.Sympy(subject));

    /// <summary>writes a list of records as a table, a column a field</summary>
    public static Pipe<global::System.Collections.Generic.IEnumerable<global::System.Object>, global::SrRepl.Core.TextTable> Table(global::SrRepl.Language.TableOptions? options = null) =>
        new(subject => SessionVerbs.Table(subject, options));

    /// <summary>chooses the column to predict, or several, which then are no features</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Target(global::SrRepl.Core.TargetOptions options) =>
        new(subject => DataVerbs.Target(subject, options));

    /// <summary>runs a function, says how long it took, and gives its value</summary>
    public static Pipe<global::System.Func<global::System.Object>, global::System.Object> Time() =>
        new(subject => SessionVerbs.Time(subject)!);

    /// <summary>draws a formula as a tree</summary>
    public static Pipe<global::SrRepl.Core.IFormula, global::SrRepl.Language.FormulaText> Tree() =>
        new(subject => FormulaVerbs.Tree(subject));

    /// <summary>writes the kernel as a pipelined Verilog module with a test bench that checks bits and cycles</summary>
    public static Pipe<global::SrRepl.Hardware.Kernel, global::SrRepl.Verilog.VerilogProject> Verilog(global::SrRepl.Verilog.VerilogOptions? options = null) =>
        new(subject => ExportVerbs.Verilog(subject, options));

    /// <summary>chooses the column of row weights, which then is no feature</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Weights(global::SrRepl.Core.WeightsOptions options) =>
        new(subject => DataVerbs.Weights(subject, options));

    /// <summary>keeps the rows where a formula is above 0</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.Dataset> Where(global::SrRepl.Core.WhereOptions options) =>
        new(subject => DataVerbs.Where(subject, options));

    /// <summary>writes the table to a .csv or .tsv file, every number so that it reads back the same</summary>
    public static Pipe<global::SrRepl.Core.Dataset, global::SrRepl.Core.WrittenFile> Write(global::SrRepl.Core.WriteOptions options) =>
        new(subject => DataVerbs.Write(subject, options));
}
