namespace SrRepl.Search;

/// <summary>
/// Cheap simplifications on postfix arrays, applied to every child so that no size is wasted and equal formulas look equal:
/// constants folded and gathered, constants to the right of sums and products, x - c as x + (-c), x / c as x * (1/c), and the
/// neutral elements dropped, and x + x as x * 2. Values change at most by rounding. Owns scratch; one thread at a time.
/// </summary>
internal sealed class Tidying(OperatorSet operators)
{
    private readonly Program _out = new();
    private readonly double[] _arguments = new double[operators.LargestArity + 1];

    /// <summary>Tidies a program in place; it never gets longer.</summary>
    public void Apply(Program program)
    {
        _out.Clear();
        foreach (ref readonly var node in program.Nodes)
        {
            if (!node.IsOperator)
                _out.Add(node);
            else if (!Fold(node) && !(operators.Arity[node.Code] == 2 && Combine(node)))
                Append(node);
        }
        program.CopyFrom(_out);
    }

    private void Append(Node node)
    {
        var length = 1;
        for (var argument = operators.Arity[node.Code]; argument > 0; argument--)
            length += _out[_out.Count - length].Length;
        node.Length = (short)length;
        _out.Add(node);
    }

    private bool Fold(in Node node)
    {
        if (node.Code == operators.Template?.Code)
            return false;
        var arity = operators.Arity[node.Code];
        var start = _out.Count - arity;
        for (var i = 0; i < arity; i++)
        {
            if (start + i < 0 || !_out[start + i].IsConstant)
                return false;
            _arguments[i] = _out[start + i].Value;
        }
        _out.Replace(start, arity, [Node.Number(operators.Operators[node.Code].Evaluate(_arguments.AsSpan(0, arity)))]);
        return true;
    }

    // The last two subtrees of the output are the operands; true when the result is already written.
    private bool Combine(in Node node)
    {
        var right = _out.Count - 1;
        var left = right - _out[right].Length;
        var code = node.Code;
        if ((code == operators.Add || code == operators.Multiply) && _out[left].IsConstant)
        {
            var constant = _out[left];
            _out.Replace(left, 1, []);
            _out.Add(constant);
            right = _out.Count - 1;
            left = right - 1;
        }
        if (!_out[right].IsConstant)
            return SameOperands(code, left, right);
        var value = _out[right].Value;
        if (code == operators.Subtract && operators.Add >= 0)
            return WithConstant(operators.Add, left, -value);
        if (code == operators.Divide && operators.Multiply >= 0 && value != 0 && double.IsFinite(1 / value))
            return WithConstant(operators.Multiply, left, 1 / value);
        return (code == operators.Add || code == operators.Multiply) && WithConstant(code, left, value);
    }

    // x - x and x / x, and x + x as x * 2.
    private bool SameOperands(int code, int left, int right)
    {
        if ((code != operators.Subtract && code != operators.Divide && (code != operators.Add || operators.Multiply < 0)) || _out[left].Length != _out[right].Length)
            return false;
        var length = _out[left].Length;
        for (var i = 0; i < length; i++)
            if (!_out[left - i].Same(_out[right - i]))
                return false;
        if (code == operators.Add)
        {
            _out.Replace(left + 1, length, [Node.Number(2)]);
            Append(Node.Apply(operators.Multiply));
            return true;
        }
        _out.Replace(left - length + 1, 2 * length, [Node.Number(code == operators.Subtract ? 0 : 1)]);
        return true;
    }

    // The subtree that ends at left, joined with a constant by a sum or a product; the output ends with the constant's node.
    private bool WithConstant(int code, int left, double value)
    {
        var sum = code == operators.Add;
        var neutral = sum ? 0.0 : 1.0;
        var top = _out[left];
        _out.Replace(_out.Count - 1, 1, []);
        if (top.IsOperator && top.Code == code && _out[left - 1].IsConstant)
        {
            value = sum ? _out[left - 1].Value + value : _out[left - 1].Value * value;
            _out.Replace(left - 1, 2, []);
        }
        else if (sum && top.IsOperator && top.Code == operators.Subtract && First(left) is var first && _out[first].IsConstant)
        {
            _out[first].Value += value;
            return true;
        }
        if (value == neutral)
            return true;
        if (!sum && value == 0)
        {
            var end = _out.Count - 1;
            _out.Replace(end - _out[end].Length + 1, _out[end].Length, [Node.Number(0)]);
            return true;
        }
        _out.Add(Node.Number(value));
        Append(Node.Apply(code));
        return true;
    }

    // Where the first operand of a node of two ends.
    private int First(int end) => end - 1 - _out[end - 1].Length;
}
