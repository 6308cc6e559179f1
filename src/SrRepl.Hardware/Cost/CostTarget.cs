using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A device at a clock: what an estimate is for, worked out of <see cref="CostOptions"/> once.</summary>
/// <param name="Device">The part.</param>
/// <param name="ClockNs">The period.</param>
/// <param name="UsableNs">What the uncertainty leaves of it for logic.</param>
public sealed record CostTarget(Device Device, double ClockNs, double UsableNs)
{
    /// <summary>The clock at which the figures were measured, in ns.</summary>
    public const double MeasuredClockNs = 5;

    /// <summary>What was usable of it, in ns.</summary>
    public const double MeasuredUsableNs = 4.375;

    /// <summary>Whether figures of this device and clock were carried over from others.</summary>
    public bool IsScaled => Device.DelayScale != 1 || Device.Name != Device.Default || Math.Abs(UsableNs - MeasuredUsableNs) > 0.01;

    /// <summary>The operators' figures: the device's own where nothing else is said.</summary>
    public DeviceFamily Figures { get => field ?? Device.Figures; init; }

    /// <summary>Function modules, by name and type, that do not count as measured, so that their law answers: how errors with runs left out are found.</summary>
    public Func<string, FixedType, bool>? Unmeasured { get; init; }

    /// <summary>How many cycles a module's measured ones are here: the same time, in other cycles.</summary>
    public int Cycles(int measured) =>
        Device.DelayScale == 1 && Math.Abs(UsableNs - MeasuredUsableNs) <= 0.01
            ? measured
            : (int)Math.Ceiling(measured * MeasuredUsableNs * Device.DelayScale / UsableNs - 1e-9);

    /// <summary>The target that options name.</summary>
    /// <exception cref="DiagnosticException">No such device; a clock or an uncertainty out of range (SR4201 to SR4204).</exception>
    public static CostTarget Of(CostOptions? options)
    {
        options ??= new();
        if (options.Clock is not (>= 1 and <= 100))
            throw new DiagnosticException(Errors.ClockOutOfRange(options.Clock));
        var uncertainty = options.Uncertainty ?? (options.Backend == SynthesisTool.Vitis ? 27 : 12.5);
        if (uncertainty is not (>= 0 and <= 90))
            throw new DiagnosticException(Errors.UncertaintyOutOfRange(uncertainty));
        return new(Device.Find(options.Device), options.Clock, options.Clock * (1 - uncertainty / 100));
    }
}
