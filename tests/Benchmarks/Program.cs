using SrRepl.Benchmarks;

// A named command is one file; `dotnet run -c Release --project tests/Benchmarks -- NAME [arguments]`.
(string Name, string Help, Func<string[], int> Run)[] commands =
[
    ("fit", "FILE.csv [seconds] [threads] [seed]: default search on a table, test table beside it scored when there is one", FitCommand.Run),
];

var chosen = commands.FirstOrDefault(command => args.Length > 0 && command.Name == args[0]);
if (chosen.Run is not null)
    return chosen.Run(args[1..]);
foreach (var (name, help, _) in commands)
    Console.Error.WriteLine($"{name,-12} {help}");
return 2;
