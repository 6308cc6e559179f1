using System.Collections.Concurrent;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The objectives of a search and the chip that measures them. A kernel's true cost takes as long as hundreds of
/// evaluations, so members are ranked by estimates (every distinct part of a formula counted once by its operator's share,
/// time along the longest path), and true costs are asked for what enters the front.
/// </summary>
internal sealed class ObjectiveSpace
{
    // Beyond this many nodes equal parts are no longer looked for.
    private const int LongestSearched = 256;

    private readonly SearchProblem _problem;
    private readonly IChip _chip;
    private readonly ImmutableArray<Objective> _costs;
    private readonly double[][] _shares;
    private readonly double[][] _sharesByConstant;
    private readonly ConcurrentDictionary<ulong, ChipCost?> _known = new();

    private ObjectiveSpace(SearchProblem problem, IChip chip, ImmutableArray<Objective> objectives)
    {
        _problem = problem;
        _chip = chip;
        Objectives = objectives;
        _costs = [.. objectives.Where(objective => objective.IsCost)];
        _shares = [.. problem.Operators.Operators.Select(op => Share(op, byConstant: false))];
        _sharesByConstant = [.. problem.Operators.Operators.Select((op, code) => problem.Operators.Arity[code] == 2 ? Share(op, byConstant: true) : _shares[code])];
    }

    /// <summary>The objectives in the order given; the loss is among them.</summary>
    public ImmutableArray<Objective> Objectives { get; }

    /// <summary>How many there are.</summary>
    public int Count => Objectives.Length;

    /// <summary>The space that options ask for; null for a search by loss and complexity alone.</summary>
    /// <exception cref="DiagnosticException">An objective twice, or none of them the loss; an operator that cannot be built.</exception>
    public static ObjectiveSpace? Of(SearchProblem problem, IChip? chip)
    {
        if (problem.Options.Objectives is not { Count: > 0 } objectives)
            return null;
        if (objectives.All(objective => objective.Name != Objective.Loss.Name))
            throw new DiagnosticException(Errors.BadOption("objectives", Text(objectives), "the loss must be among them: [loss; lut; latency]"));
        if (objectives.Select(objective => objective.Name).Distinct().Count() < objectives.Count)
            throw new DiagnosticException(Errors.BadOption("objectives", Text(objectives), "each objective stands there once"));
        return objectives.Any(objective => objective.IsCost) ? new(problem, chip!, [.. objectives]) : null;
    }

    /// <summary>The objectives of a program of a loss by estimates, with the product and the sum of a scale and an offset where it has them.</summary>
    public double[] Estimate(Program program, double loss, int complexity, bool scaled = false, bool shifted = false)
    {
        if (_problem.Operators.Template is { } template)
        {
            var expanded = new Program();
            template.Expand(program, expanded);
            program = expanded;
        }
        var estimates = Costs(program, scaled, shifted);
        var next = 0;
        var values = new double[Count];
        for (var i = 0; i < Count; i++)
            values[i] = Objectives[i].IsCost ? estimates[next++] : Objectives[i].Name == Objective.Loss.Name ? loss : complexity;
        return values;
    }

    /// <summary>The objectives of a formula of a known cost.</summary>
    public double[] Values(double loss, int complexity, ChipCost cost) =>
        [.. Objectives.Select(objective => objective.Figure?.Invoke(cost) ?? (objective.Name == Objective.Loss.Name ? loss : complexity))];

    /// <summary>What a program truly costs; null where no kernel of that formula can be built.</summary>
    public ChipCost? CostOf(Program program) =>
        _known.GetOrAdd(KeyOf(program), _ => CostOf(_problem.FormulaOf(program)));

    /// <summary>What a formula truly costs; null where no kernel of it can be built.</summary>
    public ChipCost? CostOf(Expr formula) => _problem.Options.Precision is null && LosesConstant(formula) ? null : _chip.CostOf(formula);

    // A factor that the type rounds to 0 takes its term off the chip, and the cost would be that of another formula; a
    // search that scores what the chip computes sees that by itself. An exponent is no value on the chip.
    private bool LosesConstant(Expr formula)
    {
        var loses = false;
        formula.Visit(node => loses |= node is Apply { Operator: var op, Arguments: var arguments } && op != Operators.Power
            && arguments.Any(argument => argument is Constant { Value: not 0 } constant && !_chip.Holds(constant.Value)));
        return loses;
    }

    // Operands in another order may share other macros, so the order counts here.
    private static ulong KeyOf(Program program)
    {
        var hash = (ulong)program.Count;
        foreach (ref readonly var node in program.Nodes)
            hash = Mix(hash, HashOf(node));
        return hash;
    }

    private static ulong HashOf(in Node node) =>
        Mix(((ulong)(ushort)node.Code << 32) ^ (uint)node.Feature, BitConverter.DoubleToUInt64Bits(node.Value));

    private double[] Share(Operator op, bool byConstant)
    {
        // What joins a template's parts is never computed.
        if (op is TemplatePart)
            return new double[_costs.Length];
        var share = _chip.ShareOf(op, byConstant);
        // Time adds up in ns, and becomes cycles at the end.
        return [.. _costs.Select(objective => objective.IsTime ? share.Ns : objective.Figure!(share))];
    }

    private double[] Costs(Program program, bool scaled, bool shifted)
    {
        var sums = new double[_costs.Length];
        var count = program.Count;
        Span<ulong> hashes = count <= LongestSearched ? stackalloc ulong[count] : new ulong[count];
        Span<double> times = count <= LongestSearched ? stackalloc double[count] : new double[count];
        for (var end = 0; end < count; end++)
        {
            ref readonly var node = ref program[end];
            var hash = HashOf(node);
            if (!node.IsOperator)
            {
                hashes[end] = hash;
                continue;
            }
            var (constant, time) = (false, 0.0);
            var operand = end - 1;
            for (var argument = _problem.Operators.Arity[node.Code]; argument > 0; argument--)
            {
                hash = Mix(hash, hashes[operand]);
                constant |= program[operand].IsConstant;
                time = Math.Max(time, times[operand]);
                operand -= program[operand].Length;
            }
            hashes[end] = hash;
            var share = (constant ? _sharesByConstant : _shares)[node.Code];
            var known = count <= LongestSearched && hashes[..end].Contains(hash);
            for (var k = 0; k < share.Length; k++)
                if (_costs[k].IsTime)
                    times[end] = time + share[k];
                else if (!known)
                    sums[k] += share[k];
        }
        for (var k = 0; k < sums.Length; k++)
        {
            var more = (scaled ? _sharesByConstant[_problem.Operators.Multiply][k] : 0) + (shifted ? _sharesByConstant[_problem.Operators.Add][k] : 0);
            var time = times[count - 1] + more;
            sums[k] = !_costs[k].IsTime ? sums[k] + more : _costs[k].Name == "ns" ? time : Math.Max(1, Math.Floor(time / _chip.UsableNs));
        }
        return sums;
    }

    // The mixing step of splitmix64.
    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0xBF58476D1CE4E5B9UL;
        return hash ^ (hash >> 29);
    }

    private static string Text(IEnumerable<Objective> objectives) => $"[{string.Join("; ", objectives)}]";
}
