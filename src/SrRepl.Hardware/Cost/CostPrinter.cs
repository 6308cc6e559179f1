using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A <see cref="CostReport"/> as text.</summary>
internal static class CostPrinter
{
    /// <summary>The table and the lines under it.</summary>
    public static string Print(CostReport report)
    {
        var table = new TextTable(">node", "operation", "operands", "type", "core", ">LUT", ">FF", ">DSP", ">BRAM18", ">cycles", ">start", ">end", ">share", "source");
        foreach (var row in report.Rows.Where(row => row.Core.Length > 0 || row.Lut + row.Ff + row.Dsp + row.Bram > 0))
            table.Add(
                row.Index < 0 ? "" : Number(row.Index), row.Operation, row.Operands, row.Type, row.Core,
                Number(row.Lut), Number(row.Ff), Number(row.Dsp), Number(row.Bram),
                row.Index < 0 ? "" : Number(row.Cycles), row.Index < 0 ? "" : Number(row.Start), row.Index < 0 ? "" : Number(row.End),
                Percent(row.Share), row.Source.ToString().ToLowerInvariant());
        table.AddRule();
        table.Add(
            "", "total", "", "", "", Number(report.Lut), Number(report.Ff), Number(report.Dsp), Number(report.Bram),
            Number(report.Cycles), "0", Number(report.Latency), "", "");

        var device = report.Target.Device;
        var text = new StringBuilder(table.ToString());
        text.Append(CultureInfo.InvariantCulture, $"\nlatency {report.Cycles} cycle{(report.Cycles == 1 ? "" : "s")} = {report.Ns:0.##} ns, II {report.Ii}, longest path in a cycle {report.EstimatedClock:0.00} of {report.Target.UsableNs:0.00} ns");
        if (report.CriticalPath.Length > 0)
            text.Append("\ncritical path: ").AppendJoin(" -> ", report.CriticalPath.Select(index => $"#{Number(index)} {report.Rows[index].Operation}"));
        text.Append(CultureInfo.InvariantCulture, $"\n{device} at {report.Target.ClockNs:0.##} ns: LUT {Part(report.Lut, device.Lut)}, FF {Part(report.Ff, device.Ff)}, DSP {Part(report.Dsp, device.Dsp)}, BRAM18 {Part(report.Bram, device.Bram18)}");
        return text.ToString();
    }

    private static string Part(int used, int held) => held == 0 ? (used == 0 ? "0%" : "none there") : Percent((double)used / held);

    private static string Percent(double part) =>
        part.ToString(part is > 0 and < 0.001 ? "0.000%" : "0.0%", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
