using System.Globalization;
using System.Text;
using System.Text.Json;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A search's folder: <c>state.bin</c>, from which it goes on exactly where it stood after its last whole round, the front so
/// far as PySR writes it in <c>hall_of_fame.csv</c>, and <c>run.json</c>, what was run. Every file is written beside and renamed.
/// With several targets each has its own files, as PySR names them: <c>hall_of_fame_output1.csv</c> and so on.
/// </summary>
internal sealed class Checkpoint(string folder, string ending, SearchProblem problem)
{
    private const string Magic = "SrRepl search 3";

    private readonly ulong _fingerprint = RunFingerprint.Of(problem);

    private readonly MemoryStream _state = new();
    private (int Complexity, double Loss, Expr Equation)[] _front = [];

    private string StatePath => Named("state.bin");

    /// <summary>Keeps the state after a whole round, and the front so far, until the next is kept.</summary>
    public void Keep(Course course, HallOfFame hall, Island[] islands, IEnumerable<(int Complexity, double Loss, Expr Equation)> front)
    {
        _state.SetLength(0);
        using var writer = new BinaryWriter(_state, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(_fingerprint);
        writer.Write(course.Iteration);
        writer.Write(course.ExactAt);
        writer.Write(course.Evaluations);
        writer.Write(course.Repeated);
        writer.Write(course.IsSeeded);
        hall.Save(writer);
        writer.Write(islands.Length);
        foreach (var island in islands)
            island.Save(writer);
        // Last, so that a file cut short is noticed.
        writer.Write(Magic);
        Keep(front);
    }

    /// <summary>Keeps a later front with the state kept last.</summary>
    public void Keep(IEnumerable<(int Complexity, double Loss, Expr Equation)> front) => _front = [.. front];

    /// <summary>Writes what was kept last.</summary>
    public void Write()
    {
        AtomicFile.Write(StatePath, _state.WriteTo);
        HallOfFameFile.Write(Named("hall_of_fame.csv"), _front);
    }

    /// <summary>Reads the state into a search's islands.</summary>
    /// <returns>How far it had come.</returns>
    /// <exception cref="DiagnosticException">There is no state, it is damaged, or it is of another search.</exception>
    public Course Load(HallOfFame hall, Island[] islands)
    {
        if (!File.Exists(StatePath))
            throw new DiagnosticException(Errors.BadCheckpoint(folder, "there is no state.bin"));
        try
        {
            using var reader = new BinaryReader(DataFile.Open(StatePath), Encoding.UTF8);
            Require(reader.ReadString() == Magic, "state.bin is not a state of this version");
            Require(reader.ReadUInt64() == _fingerprint, "it is of other data, other operators or other options");
            var course = new Course(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean());
            hall.Load(reader);
            Require(reader.ReadInt32() == islands.Length, "it has another number of islands");
            foreach (var island in islands)
                island.Load(reader);
            Require(reader.ReadString() == Magic, "state.bin is damaged");
            return course;
        }
        catch (Exception damage) when (damage is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new DiagnosticException(Errors.BadCheckpoint(folder, "state.bin is damaged"), damage);
        }
    }

    /// <summary>Writes what was run.</summary>
    public void Record(Course course, ParetoFront front, TimeSpan elapsed)
    {
        var record = new
        {
            program = "SrRepl " + typeof(Checkpoint).Assembly.GetName().Version?.ToString(3),
            runtime = Environment.Version.ToString(),
            fingerprint = _fingerprint.ToString("x16", CultureInfo.InvariantCulture),
            seed = problem.Options.Seed,
            rows = problem.Dataset.Rows,
            target = problem.Dataset.Target,
            features = problem.Features,
            options = RunFingerprint.Describe(problem).ToDictionary(option => option.Name, option => option.Text),
            rounds = course.Iteration,
            evaluations = course.Evaluations,
            repeated = course.Repeated,
            seconds = Math.Round(elapsed.TotalSeconds, 3),
            front = front.Select(candidate => new { complexity = candidate.Complexity, loss = candidate.Loss, score = candidate.Score, equation = candidate.Equation.ToString() }),
        };
        AtomicFile.WriteText(Named("run.json"), JsonSerializer.Serialize(record, JsonSerializerOptions.Web) + "\n");
        FrontFile.Write(Named("hall_of_fame.csv"), front);
    }

    private string Named(string file) => Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ending + Path.GetExtension(file));

    private void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new DiagnosticException(Errors.BadCheckpoint(folder, otherwise));
    }
}
