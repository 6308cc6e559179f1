using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// PySR's names for options that are called or done otherwise here. Names that differ only in case and underscores need no row.
/// </summary>
public static class ForeignOptions
{
    private const string NotNeeded = "nothing takes its place: ";

    // Other names of an option of the same meaning.
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["random_state"] = "seed",
        ["procs"] = "threads",
        ["numprocs"] = "threads",
        ["equation_file"] = "outputDirectory",
        ["expression_spec"] = "template",
    }.ToFrozenDictionary(pair => Nearest.Fold(pair.Key), pair => pair.Value);

    private static readonly FrozenDictionary<string, string> Otherwise = new Dictionary<string, string>
    {
        ["model_selection"] = "a formula is picked afterwards: front |> pick \"best\", \"accuracy\" or \"score\"",
        ["loss_function"] = "a loss of (prediction, target) is elementwiseLoss = fun p y -> ...; losses of whole trees are not known here",
        ["loss_function_expression"] = "a loss of (prediction, target) is elementwiseLoss = fun p y -> ...; losses of whole trees are not known here",
        ["loss_scale"] = "scores are of the logarithm of the loss, as with PySR's \"log\"",
        ["complexity_mapping"] = "complexities are given by complexityOfOperators, complexityOfConstants, complexityOfVariables, or complexity = latency ap_fixed<16,6>",
        ["variable_names"] = "features are called as the dataset's columns are: read \"file.csv\"",
        ["warm_start"] = "a search goes on from its outputDirectory by `resume`, or from formulas by guesses = [...]",
        ["temp_equation_file"] = "files are written where outputDirectory names a folder, and nowhere without it",
        ["tempdir"] = "files are written where outputDirectory names a folder, and nowhere without it",
        ["delete_tempfiles"] = "files are written where outputDirectory names a folder, and nowhere without it",
        ["run_id"] = "outputDirectory names the folder of one run",
        ["deterministic"] = "a seed gives the same front on any number of threads, always",
        ["parallelism"] = "threads = 1 is serial, threads = 8 multithreaded; the front is the same",
        ["multithreading"] = "threads = 1 is serial, threads = 8 multithreaded; the front is the same",
        ["cluster_manager"] = NotNeeded + "a search runs on the threads of one machine",
        ["worker_imports"] = NotNeeded + "a search runs on the threads of one machine",
        ["worker_timeout"] = NotNeeded + "a search runs on the threads of one machine",
        ["heap_size_hint_in_bytes"] = NotNeeded + "the search's memory is the table and its populations",
        ["turbo"] = NotNeeded + "evaluation is vectorised always",
        ["bumper"] = NotNeeded + "evaluation allocates nothing",
        ["fast_cycle"] = NotNeeded + "cycles are fast always",
        ["autodiff_backend"] = NotNeeded + "derivatives by constants are exact always",
        ["update"] = NotNeeded + "there is no Julia behind it",
        ["update_test"] = NotNeeded + "there is no Julia behind it",
        ["julia_project"] = NotNeeded + "there is no Julia behind it",
        ["julia_kwargs"] = NotNeeded + "there is no Julia behind it",
        ["progress"] = "verbosity = 0 is silence, verbosity = 1 shows progress",
        ["update_verbosity"] = "verbosity = 0 is silence, verbosity = 1 shows progress",
        ["print_precision"] = "a front prints its formulas whole: what is printed can be read back and means the same",
        ["logger_spec"] = "outputDirectory gets run.json and hall_of_fame.csv",
        ["input_stream"] = "Ctrl-C stops a search and keeps its front",
        ["output_jax_format"] = "`code` writes a formula as NumPy, C, C# or Julia",
        ["output_torch_format"] = "`code` writes a formula as NumPy, C, C# or Julia",
        ["extra_sympy_mappings"] = "a function that stands in operators needs no mapping: let f x = ...",
        ["extra_jax_mappings"] = "a function that stands in operators needs no mapping: let f x = ...",
        ["extra_torch_mappings"] = "a function that stands in operators needs no mapping: let f x = ...",
        ["use_frequency"] = "adaptiveParsimonyScaling = 0 turns the frequencies off",
        ["use_frequency_in_tournament"] = "adaptiveParsimonyScaling = 0 turns the frequencies off",
        ["migration"] = "fractionReplaced = 0 turns the migration off",
        ["hof_migration"] = "fractionReplacedHof = 0 turns the migration off",
        ["fraction_replaced_guesses"] = "guesses enter every island once, at its start",
        ["skip_mutation_failures"] = "a mutation that fails is tried again, up to ten times, always",
        ["optimizer_algorithm"] = "constants are fitted by Levenberg and Marquardt's method where the loss is a sum of squares, by BFGS otherwise",
        ["optimizer_f_calls_limit"] = "optimizerIterations limits the steps of the optimiser",
        ["weights"] = "row weights are a column of the dataset: data |> weights \"w\"",
        ["nout"] = "several targets are named by target [\"a\"; \"b\"]",
    }.ToFrozenDictionary(pair => Nearest.Fold(pair.Key), pair => pair.Value);

    /// <summary>The option of a name, by its own or by PySR's; null where there is none.</summary>
    public static VerbOption? Find(Verb verb, IEnumerable<VerbOption> options, string name)
    {
        var folded = Nearest.Fold(name);
        var ours = Knows(verb) && Others.TryGetValue(folded, out var same) ? Nearest.Fold(same) : folded;
        return options.FirstOrDefault(option => Nearest.Fold(option.Name) == folded || Nearest.Fold(option.Name) == ours);
    }

    /// <summary>What to do instead of an option that is not there, as a hint; null where the name is of no other tool.</summary>
    public static string? Advice(Verb verb, string name) => Knows(verb) ? Otherwise.GetValueOrDefault(Nearest.Fold(name)) : null;

    /// <summary>Whether a name means one of the search's options.</summary>
    public static bool Same(string name, string option) =>
        Nearest.Fold(name) == Nearest.Fold(option) || Others.GetValueOrDefault(Nearest.Fold(name)) == option;

    private static bool Knows(Verb verb) => verb.Name is "evolve" or "resume";
}
