using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A part: what it holds, and how slow its operators are beside the part that its family's figures were measured on.
/// One data file each; a user adds one by putting a file of the same form beside a script.
/// </summary>
/// <param name="Name">What it is called here and on the command line: <c>xcvu9p</c>.</param>
/// <param name="Part">The full part number that a project names.</param>
/// <param name="Boards">Boards that carry it; each is a name for it too.</param>
/// <param name="Family">The family whose operator figures it uses.</param>
/// <param name="Lut">Look-up tables on it.</param>
/// <param name="Ff">Flip-flops on it.</param>
/// <param name="Dsp">DSP macros on it.</param>
/// <param name="Bram18">18-kilobit memory blocks on it.</param>
/// <param name="DelayScale">Its operators' delays over those of the family's measured part; 1 there.</param>
/// <param name="Source">Where the figures are from.</param>
public sealed partial record Device(
    string Name, string Part, ImmutableArray<string> Boards, string Family, int Lut, int Ff, int Dsp, int Bram18, double DelayScale, string Source)
{
    /// <summary>The part on which the operators' figures were measured, and the default.</summary>
    public const string Default = "xcvu9p";

    private static readonly Lazy<ImmutableArray<Device>> BuiltIn = new(() => [.. CostData.Folder("devices").Select(Parse)]);

    private static readonly Lazy<ImmutableArray<DeviceFamily>> Families = new(() => [.. CostData.Folder("families").Select(DeviceFamily.Parse)]);

    /// <summary>The devices that come with the program, by name.</summary>
    public static ImmutableArray<Device> All => BuiltIn.Value;

    /// <summary>The operators' figures.</summary>
    [JsonIgnore]
    public DeviceFamily Figures => Families.Value.First(family => family.Family == Family);

    /// <summary>
    /// A device by name, part number (of any package and speed grade) or board, letters in either case; or by the path of a data file that ends in
    /// <c>.json</c>, relative to the current directory or to the running script. A name no built-in device has is also looked for as <c>NAME.json</c> there.
    /// </summary>
    /// <exception cref="DiagnosticException">No such device; or the file is not one (SR4201, SR4202).</exception>
    public static Device Find(string name)
    {
        if ((All.FirstOrDefault(device => device.Answers(name)) ?? All.FirstOrDefault(device => device.IsPackaged(name))) is { } known)
            return known;
        var file = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name : name + ".json";
        return RunContext.Current.Find(file) is { } found
            ? Load(found)
            : throw new DiagnosticException(Errors.UnknownDevice(name, [.. All.SelectMany(device => device.Boards.Append(device.Name))]));
    }

    private static Device Load(string file)
    {
        try
        {
            var device = Parse(DataFile.Guard(file, () => File.ReadAllText(file)));
            return Families.Value.Any(family => family.Family == device.Family) && device is { Name.Length: > 0, Part.Length: > 0, Lut: > 0, Ff: > 0, Dsp: >= 0, Bram18: >= 0, DelayScale: > 0 }
                ? device
                : throw new DiagnosticException(Errors.BadDeviceFile(file, $"it has a name and a part, the family is one of {string.Join(", ", Families.Value.Select(family => family.Family))}, and counts and delayScale are positive"));
        }
        catch (JsonException problem)
        {
            throw new DiagnosticException(Errors.BadDeviceFile(file, problem.Message));
        }
    }

    private static Device Parse(string json) => JsonSerializer.Deserialize<Device>(json, CostData.Json)!;

    // Part numbers are compared without dashes: xc7z020clg400-1 and xc7z020-clg400-1 are both in use.
    private bool Answers(string name) =>
        Same(name, Name) || Same("xc" + name, Name) || Same(name, Part) || Boards.Any(board => Same(name, board));

    // The same die in another package or speed grade: its name, then letters and the number of pins.
    private bool IsPackaged(string part) => Boards.Append(Name).Any(stem =>
        part.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && Package().IsMatch(part.AsSpan(stem.Length)));

    [GeneratedRegex(@"^-?[a-z]{3,4}\d{3,4}(-|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Package();

    private static bool Same(string a, string b) =>
        string.Equals(Plain(a), Plain(b), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    /// <summary>The name and the part number.</summary>
    public override string ToString() => $"{Name} ({Part})";
}
