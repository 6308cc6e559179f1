using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>
/// The types of the top function's arrays. Where the ports' own types differ, an array has the smallest type that holds
/// them all, and each value is rounded to its own port's type before it enters.
/// </summary>
internal sealed class InterfaceTypes
{
    /// <summary>The types of a kernel's ports.</summary>
    public InterfaceTypes(Kernel kernel)
    {
        Ports = [.. kernel.Inputs.Select(input => input.Type)];
        Input = Common(Ports, kernel.Type);
        Output = Common([.. kernel.Outputs.Select(output => kernel.Operations[output.Operation].Type)], kernel.Type);
    }

    /// <summary>The inputs' own types, in port order.</summary>
    public IReadOnlyList<FixedType> Ports { get; }

    /// <summary>input_t</summary>
    public FixedType Input { get; }

    /// <summary>result_t</summary>
    public FixedType Output { get; }

    /// <summary>How a number given as <paramref name="value"/> enters port <paramref name="port"/>.</summary>
    public string Convert(int port, string value) =>
        Ports.Count == 0 || Ports[port] == Input ? $"input_t({value})" : $"input_t({TypeNames.Cpp(Ports[port])}({value}))";

    // A type that differs from the kernel's in rounding and overflow alone holds the same values.
    private static FixedType Common(IReadOnlyList<FixedType> types, FixedType type) =>
        types.All(one => one.Plain == type.Plain) ? type : types.Aggregate(FixedType.Join);
}
