using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class FixedTypeTextTests
{
    [Theory]
    [InlineData("ap_fixed<16,6>", "ap_fixed<16,6>")]
    [InlineData(" ap_ufixed< 12 , 5 > ", "ap_ufixed<12,5>")]
    [InlineData("ap_fixed<12,4,AP_RND,AP_SAT,0>", "ap_fixed<12,4,AP_RND,AP_SAT>")]
    [InlineData("ap_fixed<12,4,RND_CONV>", "ap_fixed<12,4,AP_RND_CONV,AP_WRAP>")]
    [InlineData("ap_fixed<8,-3,TRN,SAT_SYM>", "ap_fixed<8,-3,AP_TRN,AP_SAT_SYM>")]
    [InlineData("ap_fixed<4,20>", "ap_fixed<4,20>")]
    [InlineData("ap_uint<8>", "ap_ufixed<8,8>")]
    [InlineData("ap_int<8>", "ap_fixed<8,8>")]
    public void TypesAreReadAndWritten(string text, string written) => FixedType.Parse(text).ToString().ShouldBe(written);

    [Theory]
    [InlineData("ap_fixed<16>", 4001)]
    [InlineData("ap_fixd<16,6>", 4001)]
    [InlineData("ap_fixed<16,x>", 4001)]
    [InlineData("fixed", 4001)]
    [InlineData("ap_fixed<0,0>", 4002)]
    [InlineData("ap_fixed<1025,6>", 4002)]
    [InlineData("ap_fixed<16,6,AP_RNDD>", 4003)]
    [InlineData("ap_fixed<16,6,AP_RND,AP_WRAP_SM>", 4004)]
    [InlineData("ap_fixed<16,6,AP_RND,AP_SAT,2>", 4004)]
    public void WrongTypesAreRefused(string text, int number) =>
        Should.Throw<DiagnosticException>(() => FixedType.Parse(text)).Diagnostic.Number.ShouldBe(number);

    [Fact]
    public void AMisspeltNameOrModeIsSuggested()
    {
        Should.Throw<DiagnosticException>(() => FixedType.Parse("ap_fixd<16,6>")).Diagnostic.Hint.ShouldBe("did you mean `ap_fixed`?");
        Should.Throw<DiagnosticException>(() => FixedType.Parse("ap_fixed<16,6,AP_RNDD>")).Diagnostic.Hint.ShouldBe("did you mean `AP_RND`?");
    }
}
