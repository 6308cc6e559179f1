using System.Runtime.InteropServices;

namespace SrRepl.Hls.Tests;

/// <summary>An exported project's library, loaded: what hls4ml's predict() calls.</summary>
public sealed unsafe class CompiledProject : IDisposable
{
    private readonly nint _library;
    private readonly delegate* unmanaged<double*, double*, void> _double;
    private readonly delegate* unmanaged<float*, float*, void> _float;

    /// <summary>Loads the library that build_lib.sh made in a folder.</summary>
    public CompiledProject(string folder, string name)
    {
        _library = NativeLibrary.Load(Directory.GetFiles(Path.Combine(folder, "firmware"), $"{name}-*.so").Single());
        _double = (delegate* unmanaged<double*, double*, void>)NativeLibrary.GetExport(_library, name + "_double");
        _float = (delegate* unmanaged<float*, float*, void>)NativeLibrary.GetExport(_library, name + "_float");
    }

    public double[] Run(double[] row, int outputs)
    {
        var results = new double[outputs];
        fixed (double* x = row, y = results)
            _double(x, y);
        return results;
    }

    public float[] Run(float[] row, int outputs)
    {
        var results = new float[outputs];
        fixed (float* x = row, y = results)
            _float(x, y);
        return results;
    }

    public void Dispose() => NativeLibrary.Free(_library);
}
