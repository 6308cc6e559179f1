using System.Runtime.Serialization;

namespace SrRepl.Hls;

/// <summary>The vendor's tool that the project is for.</summary>
public enum HlsBackend
{
    /// <summary>Vivado HLS: <c>vivado_hls</c>.</summary>
    [EnumMember(Value = "Vivado")]
    Vivado,

    /// <summary>Vitis HLS: <c>vitis_hls</c>.</summary>
    [EnumMember(Value = "Vitis")]
    Vitis,
}
