using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Eighth pass: every cell gets the hardware that computes it, with its area and its delays at the widths it has. Delays are
/// those of the device; wiring gets nothing.
/// </summary>
internal sealed class Binding
{
    private readonly Netlist _cells;
    private readonly MacroMerging _macros;
    private readonly TernaryGrouping _ternaries;
    private readonly TableSharing _sharing;
    private readonly DeviceFamily _family;
    private readonly double _scale;
    private readonly CostTarget _target;
    private readonly ImmutableArray<Instance>.Builder _instances = ImmutableArray.CreateBuilder<Instance>();

    private Binding(Netlist cells, MacroMerging macros, TernaryGrouping ternaries, CostTarget target)
    {
        _cells = cells;
        _macros = macros;
        _ternaries = ternaries;
        _target = target;
        _family = target.Figures;
        _scale = target.Device.DelayScale;
        _sharing = TableSharing.Run(cells, _family);
    }

    /// <summary>The hardware of a circuit, operands first.</summary>
    /// <exception cref="DiagnosticException">A function without figures (SR4205).</exception>
    public static ImmutableArray<Instance> Run(Netlist cells, MacroMerging macros, TernaryGrouping ternaries, CostTarget target)
    {
        var binding = new Binding(cells, macros, ternaries, target);
        for (var i = 0; i < cells.Count; i++)
            if (!cells[i].IsWiring && !macros.IsClaimed(i) && !ternaries.IsClaimed(i))
                binding._instances.Add(binding.Bind(i));
        return binding._instances.DrainToImmutable();
    }

    private Instance Bind(int i) => _cells[i].Kind switch
    {
        CellKind.Multiply => Multiplier(i),
        CellKind.Add or CellKind.Subtract or CellKind.Negate when _macros.Product(i) >= 0 => Macro(i, _macros.Product(i)),
        CellKind.Add or CellKind.Subtract or CellKind.Negate when _ternaries.Inner(i) >= 0 => Ternary(i, _ternaries.Inner(i)),
        CellKind.Add or CellKind.Subtract or CellKind.Negate => Adder(i),
        CellKind.Compare => Simple(i, "compare", _family.Compare, OperandWidth(i)),
        CellKind.Select => Simple(i, "select", _family.Select, _cells[i].Width),
        CellKind.Call when _cells[i].Module!.Table is { } table => Table(i, table),
        CellKind.Call => Call(i),
        _ => Gates(i),
    };

    private Instance Adder(int i) => Simple(i, _cells[i].Kind == CellKind.Add ? "add" : "subtract", _family.Adder, _cells[i].Width);

    private Instance Simple(int i, string core, DeviceFamily.LutOperator figures, int width) =>
        new(core, [i], Operands(figures.Ns.At(width) * _scale, i))
        {
            Lut = figures.Lut.Count(width),
            Measured = figures.Lut.Holds(width),
        };

    private Instance Gates(int i) =>
        new("logic", [i], Operands(_family.Logic.Ns * _scale, i)) { Lut = _family.Logic.Lut, Measured = true };

    // The tool prints one LUT value for all three-operand adders of a module; the first of the two adders takes no time.
    private Instance Ternary(int i, int inner)
    {
        var width = _ternaries.Widest;
        return new("add3", [inner, i], Operands(_family.TernaryAdder.Ns.At(_cells[i].Width) * _scale, inner, i))
        {
            Lut = 2 * _family.TernaryAdder.Lut.Count(width),
            Measured = _family.TernaryAdder.Lut.Holds(width),
        };
    }

    private Instance Multiplier(int i)
    {
        var (a, b) = (_macros.Width(_cells[i].A, i), _macros.Width(_cells[i].B, i));
        var (narrow, wide) = (Math.Min(a, b), Math.Max(a, b));
        var fabric = _family.FabricMultiplier;
        if (_macros.PreAdder(i) >= 0)
            return Macro(i, i);
        if (wide <= fabric.Widest)
            return Simple(i, "multiply", new(fabric.Lut, fabric.Ns), wide);
        if (narrow <= fabric.Narrow && wide <= fabric.NarrowWidest)
            return Simple(i, "multiply", new(fabric.NarrowLut, fabric.Ns), wide) with { Ports = Operands(fabric.Ns.At(fabric.Widest) * _scale, i) };
        if (_macros.FitsMacro(i))
            return Macro(i, i);
        if (wide >= _family.Staged.From)
            return Staged(i, narrow, wide);
        return Simple(i, "multiply", _family.WideMultiplier, wide) with { Dsp = WideMacros(narrow, wide) };
    }

    private Instance Staged(int i, int narrow, int wide)
    {
        var staged = _family.Staged;
        return new("multiply", [i], Operands(staged.Ns * _scale, i))
        {
            Lut = staged.Lut,
            Ff = staged.Ff,
            Dsp = WideMacros(narrow, wide),
            Latency = staged.Latency,
            OutputNs = staged.Ns * _scale,
            Measured = narrow <= _family.Macro.Wide,
        };
    }

    // How many macros a product wider than one takes: a chain along the wide operand, each of its other port's width; and where
    // neither operand fits the wide port, as many chains as the narrow one is cut into.
    private int WideMacros(int narrow, int wide)
    {
        var macro = _family.Macro;
        var step = macro.Narrow - 1;
        if (narrow <= macro.Narrow)
            return Cuts(wide);
        return narrow > macro.Wide ? Cuts(narrow) * Cuts(wide) : wide <= macro.Wide ? 2 : (wide + macro.Narrow - 1) / macro.Narrow;

        int Cuts(int width) => 1 + (width - macro.Wide + step - 1) / step;
    }

    private Instance Macro(int root, int product)
    {
        var cells = ImmutableArray.CreateBuilder<int>(3);
        var preAdder = _macros.PreAdder(product);
        if (preAdder >= 0)
            cells.Add(preAdder);
        cells.Add(product);
        var ports = ImmutableArray.CreateBuilder<Port>(4);
        foreach (var factor in new[] { _cells[product].A, _cells[product].B })
            if (factor != preAdder)
                AddPort(ports, factor, _family.MacroNs);
        if (preAdder >= 0)
            foreach (var term in new[] { _cells[preAdder].A, _cells[preAdder].B })
                AddPort(ports, term, _family.MacroNs);
        if (root != product)
        {
            cells.Add(root);
            AddPort(ports, _cells[root].A == product ? _cells[root].B : _cells[root].A, _family.PostAdderNs);
        }
        return new("dsp", cells.ToImmutable(), ports.ToImmutable()) { Dsp = 1, Measured = true };
    }

    private Instance Table(int i, LookupTable table)
    {
        var module = TableModule.Of(table, _cells[i].Width, _family);
        var address = _sharing.HasAddress(i);
        return new(TableModule.Name, [i], Operands(Within(module.EntryNs), i))
        {
            Lut = (address ? module.Lut : 0) + module.MemoryLut,
            Ff = 2,
            Dsp = address ? module.Dsp : 0,
            Bram = _sharing.HasMemory(i) ? module.Bram : 0,
            Latency = _target.Cycles(1),
            OutputNs = Within(_family.Memory.Ns),
        };
    }

    private Instance Call(int i)
    {
        var cell = _cells[i];
        var (name, type, _) = cell.Module!;
        var figures = FunctionFigures.Find(name) ?? throw new DiagnosticException(Errors.NoCost(name));
        var (cycles, knownCycles) = figures.Latency(type, _target.Unmeasured);
        var area = figures.AreaAt(type, _target.Unmeasured);
        var waits = _cells[Source(cell.A)].Kind != CellKind.Input && type.Width <= figures.ArgumentCyclesUpTo;
        return new(figures.Name, [i], Operands(Within(figures.EntryNs), i))
        {
            Lut = area.Lut,
            Ff = area.Ff,
            Dsp = area.Dsp,
            Bram = area.Bram,
            Latency = (figures.HasFixedStages ? cycles : _target.Cycles(cycles)) + (waits ? figures.ArgumentCycles : 0),
            OutputNs = Within(figures.ExitNs),
            Measured = knownCycles && area.Measured,
        };
    }

    private int Source(int cell)
    {
        while (_cells[cell].Kind is CellKind.Wire or CellKind.Part)
            cell = _cells[cell].A;
        return cell;
    }

    // A module's own stages are cut to the clock: their first and last parts never exceed it.
    private double Within(double ns) => Math.Min(ns * _scale, _target.UsableNs);

    private ImmutableArray<Port> Operands(double ns, params ReadOnlySpan<int> cells)
    {
        var ports = ImmutableArray.CreateBuilder<Port>(3);
        foreach (var cell in cells)
            for (var k = 0; k < 3; k++)
                if (_cells[cell].Operand(k) is >= 0 and var operand && !cells.Contains(operand))
                    AddPort(ports, operand, ns);
        return ports.ToImmutable();
    }

    private void AddPort(ImmutableArray<Port>.Builder ports, int cell, double ns)
    {
        if (_cells[cell].Kind != CellKind.Constant)
            ports.Add(new(cell, ns));
    }

    private int OperandWidth(int i) => Math.Max(_cells[_cells[i].A].Width, _cells[i].B >= 0 ? _cells[_cells[i].B].Width : 1);
}
