// From a table in a file to the formula behind one of its columns: table-to-formula.sr in C#.
//
//     sr run scripts/table-to-formula.csx
//     sr run scripts/table-to-formula.csx -- data.csv column

var (file, wanted) = Args.Count == 2 ? (Args[0], Args[1]) : ("build/jets.csv", "c2_b1");
if (Args.Count != 2)
    "jets".Sample(new() { Rows = 1000, Seed = 3 })
        .Write(new() { File = file, Columns = ["c1_b1", "c2_b1", "d2_b1", "mass_mmdt"] });

var table = file.Read().Target(new() { Column = wanted });
table.Describe().Show();
table.Head(new() { Rows = 3 }).Show();

var (train, test) = table.Split(new() { Fraction = 0.8, Seed = 1 });
var front = train.Evolve(new()
{
    Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide],
    MaxSize = 9, NIterations = 10, Seed = 1,
});
front.Score(new() { On = test })
