using System.Globalization;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Benchmarks;

/// <summary>A problem whose law is known: its formula, and a range for each variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">The law, in the language.</param>
/// <param name="Ranges">"NAME:LOW:HIGH ..." from which rows are drawn uniformly; whole numbers where LOW is written with a "#".</param>
/// <param name="Rows">Rows to train on.</param>
internal sealed record KnownProblem(string Name, string Formula, string Ranges, int Rows)
{
    private const string Target = "target_";

    /// <summary>The law.</summary>
    public Expr Law => FormulaReader.Read(Formula);

    /// <summary>Rows drawn with a seed.</summary>
    public Dataset Sample(int rows, ulong seed)
    {
        var ranges = Ranges.Split(' ').Select(text => text.Split(':')).Select(part =>
            (Name: part[0], Low: double.Parse(part[1].TrimStart('#'), CultureInfo.InvariantCulture), High: double.Parse(part[2], CultureInfo.InvariantCulture), Whole: part[1][0] == '#')).ToArray();
        var rng = new Xoshiro256(seed, 0);
        var columns = Enumerable.Range(0, ranges.Length + 1).Select(_ => new double[rows]).ToArray();
        var law = Law;
        for (var row = 0; row < rows; row++)
        {
            var point = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var i = 0; i < ranges.Length; i++)
            {
                var value = ranges[i].Low + (ranges[i].High - ranges[i].Low) * rng.NextDouble();
                columns[i][row] = point[ranges[i].Name] = ranges[i].Whole ? Math.Floor(value) : value;
            }
            columns[^1][row] = law.Evaluate(point);
        }
        return new Dataset([.. ranges.Select((range, i) => new Column(range.Name, columns[i])), new Column(Target, columns[^1])])
        {
            Features = [.. ranges.Select(range => range.Name)],
            Target = Target,
        };
    }
}

/// <summary>
/// The classic problems given by a formula, and those the search is tuned on: laws of physics and benchmark functions that are
/// not among the reference data, which stay a test set.
/// </summary>
internal static class KnownProblems
{
    /// <summary>Nguyen-1 to 12 (Uy et al. 2011), Keijzer-6 (2003; its sum written by the digamma function).</summary>
    public static IReadOnlyList<KnownProblem> Classic { get; } =
    [
        new("nguyen1", "x**3 + x**2 + x", "x:-1:1", 20),
        new("nguyen2", "x**4 + x**3 + x**2 + x", "x:-1:1", 20),
        new("nguyen3", "x**5 + x**4 + x**3 + x**2 + x", "x:-1:1", 20),
        new("nguyen4", "x**6 + x**5 + x**4 + x**3 + x**2 + x", "x:-1:1", 20),
        new("nguyen5", "sin(x**2)*cos(x) - 1", "x:-1:1", 20),
        new("nguyen6", "sin(x) + sin(x + x**2)", "x:-1:1", 20),
        new("nguyen7", "log(x + 1) + log(x**2 + 1)", "x:0:2", 20),
        new("nguyen8", "sqrt(x)", "x:0:4", 20),
        new("nguyen9", "sin(x) + sin(y**2)", "x:0:1 y:0:1", 20),
        new("nguyen10", "2*sin(x)*cos(y)", "x:0:1 y:0:1", 20),
        new("nguyen11", "x**y", "x:0:1 y:0:1", 20),
        new("nguyen12", "x**4 - x**3 + y**2/2 - y", "x:0:1 y:0:1", 20),
        new("keijzer6", "digamma(x + 1) + 0.577215664901532861", "x:#1:51", 50),
    ];

    /// <summary>The tuning set.</summary>
    public static IReadOnlyList<KnownProblem> Tuning { get; } =
    [
        new("velocities", "(u + v)/(1 + u*v/c**2)", "u:1:5 v:1:5 c:6:20", 1000),
        new("kinetic", "m*c**2/sqrt(1 - v**2/c**2) - m*c**2", "m:1:5 v:1:2 c:3:10", 1000),
        new("lens", "1/(1/d1 + n/d2)", "d1:1:5 d2:1:5 n:1:5", 1000),
        new("doppler", "f*sqrt((1 + b)/(1 - b))", "f:1:5 b:0:0.9", 1000),
        new("planck", "h*f**3/(exp(h*f/(k*T)) - 1)", "h:1:5 f:1:5 k:1:5 T:1:5", 1000),
        new("damped", "A*exp(-g*t)*cos(w*t)", "A:1:5 g:0.1:1 t:0:4 w:1:3", 1000),
        new("fresnel", "((n1 - n2)/(n1 + n2))**2", "n1:1:2 n2:2:4", 1000),
        new("grating", "I0*sin(n*t/2)**2/sin(t/2)**2", "I0:1:5 t:1:5 n:1:5", 1000),
        new("normal", "exp(-((x - m)/s)**2/2)/(sqrt(2*pi)*s)", "x:1:3 m:1:3 s:1:3", 1000),
        new("distance", "sqrt((x2 - x1)**2 + (y2 - y1)**2)", "x1:1:5 x2:1:5 y1:1:5 y2:1:5", 1000),
        new("interference", "I1 + I2 + 2*sqrt(I1*I2)*cos(d)", "I1:1:5 I2:1:5 d:1:5", 1000),
        new("barometric", "n0*exp(-m*g*x/(k*T))", "n0:1:5 m:1:5 g:1:5 x:1:5 k:1:5 T:1:5", 1000),
        new("potential", "G*m1*m2*(1/r2 - 1/r1)", "G:1:5 m1:1:5 m2:1:5 r1:1:5 r2:1:5", 1000),
        new("polar", "n0*(1 + p*E*cos(t)/(k*T))", "n0:1:3 p:1:3 E:1:3 t:1:3 k:1:3 T:1:3", 1000),
        new("energy", "sqrt(p**2*c**2 + m**2*c**4)", "p:1:5 c:1:5 m:1:5", 1000),
        new("fermi", "1/(exp((E - mu)/(k*T)) + 1)", "E:1:5 mu:1:5 k:1:5 T:1:5", 1000),
        new("logistic", "K/(1 + exp(-r*(t - t0)))", "K:1:5 r:0.5:2 t:0:5 t0:1:3", 1000),
        new("inhibition", "V*S/(K*(1 + I/Ki) + S)", "V:1:5 S:1:5 K:1:5 I:1:5 Ki:1:5", 1000),
        new("waals", "R*T/(V - b) - a/V**2", "R:1:3 T:1:5 V:3:6 b:1:2 a:1:5", 1000),
        new("larmor", "q**2*a**2/(6*pi*e*c**3)", "q:1:5 a:1:5 e:1:5 c:1:5", 1000),
        new("cosines", "sqrt(x1**2 + x2**2 - 2*x1*x2*cos(t1 - t2))", "x1:1:5 x2:1:5 t1:1:5 t2:1:5", 1000),
        new("nested", "sqrt(a + sqrt(b*c + 1))", "a:0:3 b:0:3 c:0:3", 1000),
        new("vlad1", "exp(-(x1 - 1)**2)/(1.2 + (x2 - 2.5)**2)", "x1:0.3:4 x2:0.3:4", 100),
        new("vlad5", "30*(x1 - 1)*(x3 - 1)/(x2**2*(x1 - 10))", "x1:0.05:2 x2:1:2 x3:0.05:2", 300),
        new("vlad7", "(x1 - 3)*(x2 - 3) + 2*sin((x1 - 4)*(x2 - 4))", "x1:0.05:6.05 x2:0.05:6.05", 300),
        new("vlad8", "((x1 - 3)**4 + (x2 - 3)**3 - (x2 - 3))/((x2 - 2)**4 + 10)", "x1:0.05:6.05 x2:0.05:6.05", 100),
        new("korns7", "213.80940889*(1 - exp(-0.54723748542*x0))", "x0:0:10 x1:0:10 x2:0:10", 1000),
        new("korns12", "2 - 2.1*cos(9.8*x0)*sin(1.3*x4)", "x0:-3:3 x1:-3:3 x2:-3:3 x3:-3:3 x4:-3:3", 1000),
        new("jin1", "2.5*x0**4 - 1.3*x0**3 + 0.5*x1**2 - 1.7*x1", "x0:-3:3 x1:-3:3", 100),
        new("jin6", "1.35*x0*x1 + 5.5*sin((x0 - 1)*(x1 - 1))", "x0:-3:3 x1:-3:3", 100),
        new("livermore14", "x1**3 + x1**2 + x1 + sin(x1) + sin(x2**2)", "x1:-1:1 x2:-1:1", 100),
        new("keijzer4", "x**3*exp(-x)*cos(x)*sin(x)*(sin(x)**2*cos(x) - 1)", "x:0:10", 200),
        new("r1", "(x + 1)**3/(x**2 - x + 1)", "x:-1:1", 20),
        new("r2", "(x**5 - 3*x**3 + 1)/(x**2 + 1)", "x:-1:1", 20),
        new("r3", "(x**6 + x**5)/(x**4 + x**3 + x**2 + x + 1)", "x:-1:1", 20),
    ];

    /// <summary>The formulas of the reference data's feynman/formulas.csv.</summary>
    public static IEnumerable<KnownProblem> Feynman(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var (open, close) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
            yield return new(line[..line.IndexOf(',', StringComparison.Ordinal)], line[(open + 1)..close], line[(close + 2)..], 1000);
        }
    }
}
