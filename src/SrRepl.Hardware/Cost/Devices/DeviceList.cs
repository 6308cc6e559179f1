using System.Collections;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The devices that come with the program, as a list and as a table.</summary>
public sealed class DeviceList : IReadOnlyList<Device>
{
    /// <inheritdoc/>
    public int Count => Device.All.Length;

    /// <inheritdoc/>
    public Device this[int index] => Device.All[index];

    /// <summary>The device of a name, a board or a part number.</summary>
    /// <exception cref="DiagnosticException">There is none (SR4201).</exception>
    public Device this[string name] => Device.Find(name);

    /// <inheritdoc/>
    public IEnumerator<Device> GetEnumerator() => Device.All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line a device: names, part, family, what it holds, how its delays compare.</summary>
    public override string ToString()
    {
        var table = new TextTable("device", "boards", "part", "family", ">LUT", ">FF", ">DSP", ">BRAM18", ">delays");
        foreach (var device in this)
            table.Add(
                device.Name, string.Join(" ", device.Boards), device.Part, device.Family, Number(device.Lut), Number(device.Ff),
                Number(device.Dsp), Number(device.Bram18), device.DelayScale.ToString("0.00", CultureInfo.InvariantCulture));
        return table + "\nadd one of your own: a file NAME.json of the same form beside the script, then cost { device = \"NAME\" }";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
