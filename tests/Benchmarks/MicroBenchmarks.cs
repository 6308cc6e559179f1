using System.Text;
using BenchmarkDotNet.Attributes;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Language;
using SrRepl.Rewriting;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>The steps that everything else repeats, each by itself: what BenchmarkDotNet measures.</summary>
[MinColumn]
[MemoryDiagnoser(displayGenColumns: false)]
public unsafe class MicroBenchmarks
{
    private const int Rows = 1000;

    // 40 nodes, of the kind a search for jets gives.
    private const string Formula = "sin(1.3*x0 - x1*x2) * (x3 + 0.25*x0*x0) - (x1 - 0.7) * (x2 + exp(-x3*x3)) + 0.34*x0*(x1 - 2.88*x2) + x3";

    private readonly Evaluator<float> _evaluator = new();
    private readonly float[] _tile = new float[Evaluator<float>.TileRows];
    private string _text = "";
    private Expr _formula = 0;
    private SearchProblem _problem = null!;
    private Search.Program _program = null!;
    private Kernel _kernel = null!;
    private Dataset _data = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var text = new StringBuilder("x0");
        while (text.Length < 10_000)
            text.Append(" + 2.5*cos(x1)**2 - 0.5");
        _text = text.ToString();
        _formula = FormulaReader.Read(Formula);
        if (_formula.Nodes != 40)
            throw new InvalidOperationException($"the formula has {_formula.Nodes} nodes");
        var random = new Xoshiro256(1);
        _data = new Dataset([.. new[] { "x0", "x1", "x2", "x3", "y" }.Select(name => new Column(name, [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble(-2, 2))]))])
        {
            Features = ["x0", "x1", "x2", "x3"],
            Target = "y",
        };
        _problem = new SearchProblem(_data, new() { Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Sin, Operators.Exp, Operators.Negate] });
        _program = Compiler.ToProgram(_formula, _problem.Operators, _problem.Features);
        _kernel = Quantizer.Quantize([_formula], new() { Type = new FixedType(16, 6), Simplify = false });
    }

    [Benchmark(Description = "read a formula of 10 kB")]
    public Expr Read() => FormulaReader.Read(_text);

    [Benchmark(Description = "40 nodes on a tile of 512 rows")]
    public float Evaluate()
    {
        fixed (float* tile = _tile)
            _evaluator.RunTile(_program, _problem.Operators, _problem.Data, 0, _tile.Length, tile);
        return _tile[0];
    }

    [Benchmark(Description = "emulate a row of 40 nodes", OperationsPerInvoke = Rows)]
    public Dataset Emulate() => Emulator.Run(_kernel, _data);

    [Benchmark(Description = "cost of a kernel of 40 nodes")]
    public CostReport Cost() => CostModel.Estimate(_kernel);

    [Benchmark(Description = "simplify 40 nodes")]
    public Derivation Simplify() => Simplifier.Simplify(_formula);
}
