// From a table of jets to a formula on a chip, in under a minute: quickstart.sr in C#.
//
//     sr run scripts/quickstart.csx             half a minute of search
//     sr run scripts/quickstart.csx -- quick    a few seconds of it

var quick = Args.Count > 0;
var (rows, rounds) = quick ? (2000, 2) : (10000, 20);

// Jets of five classes from a toy Monte Carlo. We tag top quarks: is_t is 1 for them and -1 for the rest. The inputs are
// scaled to mean 0 and deviation 1, by the training rows, as they would be in front of a chip.
var jets = "jets".Sample(new() { Rows = rows, Seed = 1 })
    .Target(new() { Column = "is_t" })
    .Features(new() { Columns = ["mass_mmdt", "multiplicity", "zlogz", "c1_b1", "c2_b1", "d2_b1", "m2_b1", "n2_b1"] });
var (known, held) = jets.Split(new() { Fraction = 0.7, Seed = 7 });
var train = known.Standardize();
var test = held.Standardize(new() { By = known });

// Functions as a chip looks them up: tables of 1,024 entries. The search works with the tables themselves.
var sine = Operators.Sin.Lut(new() { From = -8, To = 8, Size = 1024, Name = "sine" });
var bell = Operators.Gauss.Lut(new() { From = -8, To = 8, Size = 1024, Name = "bell" });

"The best formula of each complexity, by its loss (1 - y*f)**2, and the loss on the jets held back:\n".Print();
var front = train.Evolve(new()
{
    Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, sine, bell],
    MaxSize = 16, NIterations = rounds, Loss = "L2MarginLoss", Seed = 1,
});
front.Score(new() { On = test }).Show();

"\nThe most accurate of them, simplified, and the rules it took:\n".Print();
var best = front.Pick(new() { By = "accuracy" });
var formula = best.Simplify();
formula.Show();
formula.Rules.Show();

"\nIts operations in fixed point of 16 bits, 6 of them before the point, with the range each takes:\n".Print();
var kernel = formula.Quantize(new() { Type = new FixedType(16, 6), Name = "top_tagger" });
kernel.Ranges(new() { On = train }).Show();

"\nWhat they cost on the chip at 200 MHz:\n".Print();
kernel.Cost(new() { Clock = 5 }).Show();

kernel.Agrees(new() { With = [formula], On = test, Within = 0.1 }).Assert();
"\nOn every jet held back, fixed point stays within 0.1 of floating point.\n".Print();
kernel.Hls(new() { Dir = "build/quickstart", Vectors = test, Overwrite = true }).Show();
