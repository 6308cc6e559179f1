using System.Runtime.InteropServices;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SrRepl.Hls.Tests;

/// <summary>
/// An exported project as hls4ml's link_existing_project, compile and predict see it: the keys of hls4ml_config.yml, the library that they
/// name, and its two entry points.
/// </summary>
public sealed unsafe class CompiledProject : IDisposable
{
    private readonly nint _library;
    private readonly delegate* unmanaged<double*, double*, void> _double;
    private readonly delegate* unmanaged<float*, float*, void> _float;

    /// <summary>Loads the library that build_lib.sh made in a folder.</summary>
    public CompiledProject(string folder)
    {
        var stream = new YamlStream();
        using (var text = File.OpenText(Path.Combine(folder, "hls4ml_config.yml")))
            stream.Load(text);
        var config = (YamlMappingNode)stream.Documents[0].RootNode;
        Text(config, "Backend").ShouldBe("SymbolicExpression");
        config["HLSConfig"].ShouldBeOfType<YamlMappingNode>();
        var name = Word(config, "ProjectName");
        Inputs = int.Parse(((YamlScalarNode)config["InputShapes"]["x"][0]).Value!);
        Outputs = int.Parse(((YamlScalarNode)config["OutputShapes"]["y"][0]).Value!);
        OutputDir = Word(config, "OutputDir");
        Path.IsPathRooted(OutputDir).ShouldBeTrue();
        _library = NativeLibrary.Load(Path.Combine(OutputDir, "firmware", $"{name}-{Word(config, "Stamp")}.so"));
        _double = (delegate* unmanaged<double*, double*, void>)NativeLibrary.GetExport(_library, name + "_double");
        _float = (delegate* unmanaged<float*, float*, void>)NativeLibrary.GetExport(_library, name + "_float");
    }

    public string OutputDir { get; }

    public int Inputs { get; }

    public int Outputs { get; }

    public double[] Run(double[] row)
    {
        row.Length.ShouldBe(Inputs);
        var results = new double[Outputs];
        fixed (double* x = row, y = results)
            _double(x, y);
        return results;
    }

    public float[] Run(float[] row)
    {
        var results = new float[Outputs];
        fixed (float* x = row, y = results)
            _float(x, y);
        return results;
    }

    public void Dispose() => NativeLibrary.Free(_library);

    private static string Text(YamlMappingNode config, string key) => ((YamlScalarNode)config[key]).Value!;

    // Without quotes Python's reader makes a number of 12345678 and false of a project called off.
    private static string Word(YamlMappingNode config, string key)
    {
        ((YamlScalarNode)config[key]).Style.ShouldBeOneOf(ScalarStyle.SingleQuoted, ScalarStyle.DoubleQuoted);
        return Text(config, key);
    }
}
