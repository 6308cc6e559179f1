// How large must a table be? One function as a table of several sizes: what each costs, and whether it is close enough.
// This is tables.sr in C#.
//
//     sr run scripts/tables.csx

var points = "jets".Sample(new() { Rows = 1000, Seed = 1 }).Features(new() { Columns = ["mass_mmdt"] }).Standardize();
var mass = Var("mass_mmdt");
var wave = 0.5 * Sin(2 * mass);

Kernel Stepped(int size)
{
    var sine = Operators.Sin.Lut(new() { From = -8, To = 8, Size = size, Name = "sine" });
    return (0.5 * sine.Of(2 * mass)).Quantize(new() { Type = new FixedType(16, 6) });
}

"entries, LUT, BRAM, cycles, within 0.01 of the function:".Print();
var rows = new List<object>();
foreach (var size in new[] { 64, 256, 1024, 4096 })
{
    var kernel = Stepped(size);
    var spent = kernel.Cost();
    rows.Add((size, spent.Lut, spent.Bram, spent.Cycles, kernel.Agrees(new() { With = [wave], On = points, Within = 0.01 })));
}
rows
