using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>What the firmware writes for an operation: one row a kind, each a few lines of static single assignment.</summary>
internal static class Emission
{
    /// <summary>One operation where it stands.</summary>
    /// <param name="Kernel">The kernel it belongs to.</param>
    /// <param name="Index">Its own index.</param>
    /// <param name="Tables">The tables' names.</param>
    public sealed record Site(Kernel Kernel, int Index, TableNames Tables)
    {
        /// <summary>The operation itself.</summary>
        public Operation Operation => Kernel.Operations[Index];

        /// <summary>The name of its value.</summary>
        public string Name => NameOf(Index);

        /// <summary>The name of an operand's value.</summary>
        public string Operand(int i) => NameOf(Operation.Operands[i]);

        /// <summary>The type of an operand.</summary>
        public FixedType OperandType(int i) => Kernel.Operations[Operation.Operands[i]].Type;

        /// <summary>The line that gives the operation its value.</summary>
        public Statement Result(string expression) => new(Operation.Type, Name, expression);

        /// <summary>An auxiliary line before it.</summary>
        public Statement Step(FixedType? type, string suffix, string expression) => new(type, $"{Name}_{suffix}", expression);
    }

    private static readonly FrozenDictionary<OperationKind, Func<Site, IEnumerable<Statement>>> Rows =
        new Dictionary<OperationKind, Func<Site, IEnumerable<Statement>>>
        {
            [OperationKind.Input] = site => [site.Result(string.Create(CultureInfo.InvariantCulture, $"x[{PortOf(site)}]"))],
            [OperationKind.Literal] = Literal,
            [OperationKind.Add] = site => [site.Result($"{site.Operand(0)} + {site.Operand(1)}")],
            [OperationKind.Subtract] = site => [site.Result($"{site.Operand(0)} - {site.Operand(1)}")],
            [OperationKind.Multiply] = site => [site.Result($"{site.Operand(0)} * {site.Operand(1)}")],
            [OperationKind.Divide] = site => [site.Result($"{site.Operand(0)} / {site.Operand(1)}")],
            [OperationKind.Negate] = site => [site.Result($"-{site.Operand(0)}")],
            [OperationKind.Cast] = site => [site.Result(site.Operand(0))],
            [OperationKind.Table] = Table,
            [OperationKind.OctantTable] = OctantEmission.Of,
            [OperationKind.MathCall] = MathCall,
            [OperationKind.Abs] = Abs,
            [OperationKind.Min] = site => Choice(site, "<"),
            [OperationKind.Max] = site => Choice(site, ">"),
            [OperationKind.Compare] = Compare,
            [OperationKind.Select] = Select,
        }.ToFrozenDictionary();

    /// <summary>Whether a kind has a row.</summary>
    public static bool Knows(OperationKind kind) => Rows.ContainsKey(kind);

    /// <summary>The lines of an operation; the last one gives its value.</summary>
    public static IEnumerable<Statement> Of(Site site) => Rows[site.Operation.Kind](site);

    /// <summary>The name of the value of the operation at an index.</summary>
    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"t{index}");

    private static int PortOf(Site site) => site.Kernel.Inputs.TakeWhile(input => input.Operation < site.Index).Count();

    // A value of more than 53 bits is the sum of doubles that are each exact.
    private static IEnumerable<Statement> Literal(Site site)
    {
        var parts = ExactDecimal.Parts(site.Operation.Raw, site.Operation.Type.Fraction).Select(ExactDecimal.Literal).ToList();
        if (parts.Count == 1)
            return [site.Result(parts[0])];
        var lines = parts.Select((part, i) => site.Step(site.Operation.Type, string.Create(CultureInfo.InvariantCulture, $"part{i}"), part)).ToList();
        return [.. lines, site.Result(string.Join(" + ", lines.Select(line => line.Name)))];
    }

    // An unsigned saturating cast is the clamp at both ends where the table's length is a power of two.
    private static IEnumerable<Statement> Table(Site site)
    {
        var table = site.Operation.Table!;
        var name = site.Tables.Of(table);
        var offset = FixedType.Difference(table.ArgumentType, table.ArgumentType);
        var bits = (int)Math.Max(1, new BigInteger(table.Entries.Length - 1).GetBitLength());
        var index = new FixedType(bits, bits, Signed: false, Rounding.Trn, Overflow.Sat);
        yield return site.Step(offset, "offset", $"{site.Operand(0)} - {name}_from");
        yield return site.Step(FixedType.Product(offset, table.ScaleType), "position", $"{site.Name}_offset * {name}_scale");
        yield return site.Step(index, "index", $"{site.Name}_position");
        var at = $"{site.Name}_index";
        if (table.Entries.Length < 1 << bits)
        {
            yield return site.Step(index, "last", string.Create(CultureInfo.InvariantCulture, $"{table.Entries.Length - 1}.0"));
            yield return site.Step(null, "beyond", $"{site.Name}_last < {site.Name}_index");
            at = $"{site.Name}_at";
            yield return site.Step(index, "at", $"{site.Name}_beyond ? {site.Name}_last : {site.Name}_index");
        }
        yield return site.Result($"{name}[{at}.to_int()]");
    }

    // The library is told W and I; rounding and overflow never reach it.
    private static IEnumerable<Statement> MathCall(Site site)
    {
        var arguments = new List<string>();
        for (var i = 0; i < site.Operation.Operands.Length; i++)
        {
            var step = site.Step(site.OperandType(i).Plain, string.Create(CultureInfo.InvariantCulture, $"arg{i}"), site.Operand(i));
            arguments.Add(step.Name);
            yield return step;
        }
        var type = site.OperandType(0);
        var call = string.Create(CultureInfo.InvariantCulture, $"hls::{site.Operation.Function}<{type.Width}, {type.Integer}>({string.Join(", ", arguments)})");
        yield return site.Step(type.Plain, "call", call);
        yield return site.Result($"{site.Name}_call");
    }

    private static IEnumerable<Statement> Abs(Site site)
    {
        var type = site.Operation.Type;
        yield return site.Step(type, "plus", site.Operand(0));
        yield return site.Step(type, "minus", $"-{site.Operand(0)}");
        yield return site.Step(site.OperandType(0), "zero", "0.0");
        yield return site.Step(null, "negative", $"{site.Operand(0)} < {site.Name}_zero");
        yield return site.Result($"{site.Name}_negative ? {site.Name}_minus : {site.Name}_plus");
    }

    private static IEnumerable<Statement> Choice(Site site, string comparison)
    {
        yield return site.Step(site.Operation.Type, "a", site.Operand(0));
        yield return site.Step(site.Operation.Type, "b", site.Operand(1));
        yield return site.Step(null, "first", $"{site.Operand(0)} {comparison} {site.Operand(1)}");
        yield return site.Result($"{site.Name}_first ? {site.Name}_a : {site.Name}_b");
    }

    private static IEnumerable<Statement> Compare(Site site)
    {
        yield return site.Step(null, "holds", $"{site.Operand(0)} {ComparisonSigns.Of(site.Operation)} {site.Operand(1)}");
        yield return site.Step(site.Operation.Type, "one", "1.0");
        yield return site.Step(site.Operation.Type, "zero", "0.0");
        yield return site.Result($"{site.Name}_holds ? {site.Name}_one : {site.Name}_zero");
    }

    private static IEnumerable<Statement> Select(Site site)
    {
        yield return site.Step(site.OperandType(0), "zero", "0.0");
        yield return site.Step(null, "chosen", $"{site.Operand(0)} != {site.Name}_zero");
        yield return site.Step(site.Operation.Type, "a", site.Operand(1));
        yield return site.Step(site.Operation.Type, "b", site.Operand(2));
        yield return site.Result($"{site.Name}_chosen ? {site.Name}_a : {site.Name}_b");
    }
}
