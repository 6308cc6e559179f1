using SrRepl.Benchmarks;

// A named command is one file; `dotnet run -c Release --project tests/Benchmarks -- NAME [arguments]`.
(string Name, string Help, Func<string[], int> Run)[] commands =
[
    ("micro", "[BenchmarkDotNet's arguments]: reading, evaluating, emulating, costing, simplifying, each step by itself", MicroCommand.Run),
    ("program", "FOLDER [all]: a published sr from its start to its first output and its end", ProgramCommand.Run),
    ("fit", "FILE.csv [seconds] [threads] [seed]: default search on a table, test table beside it scored when there is one", FitCommand.Run),
    ("eval", "node-evaluations per second on one core, beside a plain vector add", EvalCommand.Run),
    ("scaling", "formulas a second by threads and by rows, peak memory", ScalingCommand.Run),
    ("blackbox", "FOLDER [seconds]: real tables of the reference data with a time budget", BlackboxCommand.Run),
    ("problems", "tuning | classic | formulas.csv | FOLDER [CPU seconds] [seeds] [names or all] [OPTION=VALUE...]: known laws, or the tables NAME.train.csv, NAME.test.csv of a folder", ProblemsCommand.Run),
    ("emulate", "[rows] [alone]: the fixed-point emulator beside the exported project under g++ -O3", EmulateCommand.Run),
    ("functions", "[names]: our own functions in fixed point at every argument up to 16 bits, beside the exact ones", FunctionsCommand.Run),
    ("widths", "types per node beside the cheapest one type within the same error, on twenty formulas", WidthsCommand.Run),
    ("read", "[rows] [number format]: a CSV file of 16 columns, beside cutting it into lines only", ReadCommand.Run),
    ("parse", "time to read a formula of 10 kB warm, and how it grows up to 1 MB", ParseCommand.Run),
    ("cost", "[FOLDER of reference data]: the cost model beside real synthesis runs, per run and per family", CostCommand.Run),
    ("objectives", "[rounds]: a search by loss, LUT and latency beside a plain one: CPU time, and the loss within budgets of LUTs", ObjectivesCommand.Run),
    ("yosys", "the cost model beside yosys on single operators and small kernels", YosysCommand.Run),
    ("simplify", "FILE.csv [list]: the equations of a PySR front, beside SymPy's simplify where it is installed; formulas of 200 nodes", SimplifyCommand.Run),
];

var chosen = commands.FirstOrDefault(command => args.Length > 0 && command.Name == args[0]);
if (chosen.Run is not null)
    return chosen.Run(args[1..]);
foreach (var (name, help, _) in commands)
    Console.Error.WriteLine($"{name,-12} {help}");
return 2;
