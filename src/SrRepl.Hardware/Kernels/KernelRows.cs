using System.Globalization;

namespace SrRepl.Hardware;

/// <summary>
/// What tables and drawings of a Kernel show: its operations, but a function composed of many as one. Only what nobody
/// else uses is folded into it.
/// </summary>
internal sealed class KernelRows
{
    private readonly Kernel _kernel;
    private readonly Dictionary<int, (KernelCall Call, HashSet<int> Inside)> _composed = [];
    private readonly HashSet<int> _hidden = [];

    /// <summary>The rows of a Kernel.</summary>
    public KernelRows(Kernel kernel)
    {
        _kernel = kernel;
        var users = Users(kernel);
        var named = kernel.Outputs.Select(output => output.Operation).Concat(kernel.Calls.SelectMany(call => call.Arguments.Add(call.Result))).ToHashSet();
        foreach (var call in kernel.Calls)
        {
            var inside = Inside(call, named, users);
            _hidden.UnionWith(inside);
            if (inside.Count > 0)
                _composed.TryAdd(call.Result, (call, inside));
        }
    }

    /// <summary>The operations with a row of their own.</summary>
    public IEnumerable<int> Shown => Enumerable.Range(0, _kernel.Operations.Length).Where(index => !_hidden.Contains(index));

    /// <summary>What a row does: an operation, or a whole function.</summary>
    public string Title(int index) => _composed.TryGetValue(index, out var function)
        ? string.Create(CultureInfo.InvariantCulture, $"{function.Call.Function} ({function.Inside.Count + 1} operations)")
        : KernelPrinter.Title(_kernel.Operations[index]);

    /// <summary>The operations a row works on.</summary>
    public IReadOnlyList<int> Inputs(int index) =>
        _composed.TryGetValue(index, out var function) ? function.Call.Arguments : _kernel.Operations[index].Operands;

    /// <summary>What a row works on, in words.</summary>
    public string Operands(int index) => _composed.TryGetValue(index, out var function)
        ? string.Join(", ", function.Call.Arguments.Select(argument => KernelPrinter.Operand(_kernel, argument)))
        : KernelPrinter.Operands(_kernel, _kernel.Operations[index]);

    /// <summary>All operations that a row stands for, its own last.</summary>
    public IEnumerable<int> Operations(int index) =>
        _composed.TryGetValue(index, out var function) ? [.. function.Inside.Order(), index] : [index];

    // From the result down, as long as everything that uses an operation is inside.
    private HashSet<int> Inside(KernelCall call, HashSet<int> named, List<int>[] users)
    {
        var inside = new HashSet<int> { call.Result };
        for (var i = call.Result - 1; i >= 0; i--)
        {
            var operation = _kernel.Operations[i];
            if (operation.Kind != OperationKind.Input && !named.Contains(i)
                && Equals(operation.Source, _kernel.Operations[call.Result].Source) && users[i].All(inside.Contains))
                inside.Add(i);
        }
        inside.Remove(call.Result);
        return inside;
    }

    private static List<int>[] Users(Kernel kernel)
    {
        var users = kernel.Operations.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < users.Length; i++)
            foreach (var operand in kernel.Operations[i].Operands)
                users[operand].Add(i);
        return users;
    }
}
