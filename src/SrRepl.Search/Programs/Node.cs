namespace SrRepl.Search;

/// <summary>One node of a <see cref="Program"/>: an operator by its index in the <see cref="OperatorSet"/>, a feature, or a constant.</summary>
public struct Node
{
    /// <summary>The code of a constant.</summary>
    public const short ConstantCode = -1;

    /// <summary>The code of a feature.</summary>
    public const short FeatureCode = -2;

    /// <summary>Index of the operator, or <see cref="ConstantCode"/> or <see cref="FeatureCode"/>.</summary>
    public short Code;

    /// <summary>Nodes of the subtree that ends here, this one included.</summary>
    public short Length;

    /// <summary>Index of the feature where the code is <see cref="FeatureCode"/>.</summary>
    public int Feature;

    /// <summary>The number where the code is <see cref="ConstantCode"/>.</summary>
    public double Value;

    /// <summary>Whether this is a number.</summary>
    public readonly bool IsConstant => Code == ConstantCode;

    /// <summary>Whether this is a feature.</summary>
    public readonly bool IsFeature => Code == FeatureCode;

    /// <summary>Whether this applies an operator.</summary>
    public readonly bool IsOperator => Code >= 0;

    /// <summary>A number.</summary>
    public static Node Number(double value) => new() { Code = ConstantCode, Length = 1, Value = value };

    /// <summary>A feature.</summary>
    public static Node Input(int feature) => new() { Code = FeatureCode, Length = 1, Feature = feature };

    /// <summary>An operator; the length is set by <see cref="Program.Measure"/>.</summary>
    public static Node Apply(int code) => new() { Code = (short)code, Length = 1 };

    /// <summary>Whether the two are the same leaf or the same operator, constants compared by value.</summary>
    public readonly bool Same(in Node other) =>
        Code == other.Code && Feature == other.Feature && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);
}
