using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How far a Kernel's outputs are from formulas in double precision, at worst and where.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Row">The worst row, counted from 1.</param>
/// <param name="Fixed">What the chip gives there.</param>
/// <param name="Formula">What the formula gives there.</param>
public sealed record Agreement(string Output, int Row, double Fixed, double Formula)
{
    /// <summary>The distance in the worst row; infinite where the formula has no value.</summary>
    public double Error => Math.Abs(Fixed - Formula) is var error && double.IsNaN(error) ? double.PositiveInfinity : error;

    /// <summary>The worst row of the worst output.</summary>
    /// <exception cref="DiagnosticException">There is not one formula an output, or the Kernel cannot run on the data.</exception>
    public static Agreement Worst(Kernel kernel, ImmutableArray<IFormula> formulas, Dataset data, CancellationToken cancellation = default)
    {
        if (formulas.Length != kernel.Outputs.Length)
            throw new DiagnosticException(Errors.FormulasAndOutputs(formulas.Length, kernel.Outputs.Length));
        var outputs = Emulator.Run(kernel, data, cancellation);
        Agreement? worst = null;
        for (var i = 0; i < formulas.Length; i++)
            worst = Worse(worst, kernel.Outputs[i].Name, outputs.Columns[i], formulas[i].Formula, data);
        return worst ?? throw new DiagnosticException(Errors.NoRowsToCompare());
    }

    /// <summary>The worst row in a sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Output} is farthest in row {Row}: {Fixed:R} in fixed point, {Formula:R} by the formula, {Error:G4} apart");

    private static Agreement? Worse(Agreement? worst, string name, Column output, Expr formula, Dataset data)
    {
        var variables = formula.Variables().Select(variable => (Name: variable, Column: data[variable])).ToArray();
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var row = 0; row < data.Rows; row++)
        {
            foreach (var (variable, column) in variables)
                values[variable] = column[row];
            var here = new Agreement(name, row + 1, output[row], formula.Evaluate(values));
            if (worst is null || here.Error > worst.Error)
                worst = here;
        }
        return worst;
    }
}
