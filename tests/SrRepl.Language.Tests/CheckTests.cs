using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>What <c>sr check</c> finds without running, where, with which suggestion; and what it lets pass.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData("1 + «foo»", 12, null)]
    [InlineData("let jets = sample \"jets\"\njets |> «taget» \"is_t\"", 12, "target")]
    [InlineData("let a = 2\nlet b = «aa»", 12, null)]
    [InlineData("let f x = x + «offset»\nlet offset = 3\nf 1", 12, null)]
    [InlineData("let d = args.[0]\nlet train, test = «dd» |> split { fraction = 0.5 }", 12, null)]
    [InlineData("expr \"x\" |> «qauntize» ap_fixed<16,6>", 12, "quantize")]
    [InlineData("let t = lut «sinn» { size = 16 }", 12, "sin")]
    [InlineData("fun x -> fun y -> x + y + «w»", 12, null)]
    [InlineData("[for i in «js» -> i]", 12, null)]
    [InlineData("[for i in [1 .. 3] -> i * «k»]", 12, null)]
    [InlineData("sin |> simplify { on = «data» }", 12, null)]
    [InlineData("evolve { «zzz» = 3 }", 34, null)]
    [InlineData("sample \"jets\" |> evolve { «maxSiz» = 3 }", 34, "maxSize")]
    [InlineData("let o = { «niteration» = 5 }\nsample \"jets\" |> evolve o", 34, "nIterations")]
    [InlineData("let o = { seed = 5 }\nsample \"jets\" |> evolve { o with «timout» = 3 }", 34, "timeout")]
    [InlineData("sample \"jets\" |> columns { «a» = 1 }", 34, null)]
    [InlineData("{ seed = 1; «seed» = 2 }", 30, null)]
    [InlineData("«sin 1 2»", 2002, null)]
    [InlineData("«max(1, 2, 3)»", 2002, null)]
    [InlineData("let f x y = x + y\n«f 1 2 3»", 2002, null)]
    [InlineData("let f x = if x > 0 then x*1 else -x\n«f 1 2»", 2002, null)]
    [InlineData("let f x =\n    let y = x + 1\n    y * 2\n«f 1 2»", 2002, null)]
    [InlineData("let f x = sin x\n«f 1 2»", 2002, null)]
    [InlineData("let g = fun x -> x + 1\n«g 1 2»", 2002, null)]
    [InlineData("let f x y = x + y\nlet g = f 1\n«g 2 3»", 2002, null)]
    [InlineData("let f x y = x + y\n3 |> «f 1 2»", 2002, null)]
    [InlineData("«(fun x -> x + 1) 2 3»", 2002, null)]
    [InlineData("sin |> «quantize ap_fixed<16,6> { mode = \"typed\" } 3»", 37, null)]
    [InlineData("«2» 3", 20, null)]
    [InlineData("1 |> «\"a\"»", 20, null)]
    [InlineData("let k = quantize «ap_fixed<16>»", 4001, null)]
    [InlineData("let z : «ap_fixed<12,4,AP_RNDD>» = 3", 4003, "AP_RND")]
    [InlineData("expr \"x + «foo»(1)\"", 41, null)]
    [InlineData("expr \"\\u0078 + «csoh»(x)\"", 41, "cosh")]
    [InlineData("expr \"x + «(»y\"", 8, null)]
    [InlineData("let f x y = x + y\nexpr \"1 + «f»(x)\"", 2002, null)]
    [InlineData("let f x y = x + y\nexpr \"f(x, y) + «sni»(x)\"", 41, "sin")]
    public void Finds(string marked, int number, string? suggestion)
    {
        var (text, span) = Marked.Read(marked);
        var found = new Session().Check(new SourceText(text, "input")).ShouldHaveSingleItem();
        found.Number.ShouldBe(number);
        found.Place.ShouldBe(new SourceText(text, "input").PlaceOf(span));
        if (suggestion is not null)
            found.Hint.ShouldBe($"did you mean `{suggestion}`?");
        else if (number is 12 or 34 or 41)
            found.Hint.ShouldBeNull();
    }

    [Theory]
    [InlineData("let f n = if n = 0 then 1 else n * f (n - 1)\nf 3", "f")]
    [InlineData("let twice x =\n    let half = fun y -> if y < 1 then y else half (y/2)\n    half x", "half")]
    [InlineData("let outer x =\n    let inner y = outer (x - y)\n    inner x", "outer")]
    public void AFunctionThatCallsItselfNeedsRec(string text, string name)
    {
        var found = new Session().Check(new SourceText(text, "input")).ShouldHaveSingleItem();
        (found.Number, found.Hint).ShouldBe((12, $"a function that calls itself is bound by let rec {name}"));
    }

    [Theory]
    [InlineData("let f x = x\nf 1 |> print")]
    [InlineData("let rec f n = if n < 1 then 0 else f (n - 1)\nf 3")]
    [InlineData("let f x y = x + y\nlet g = f 1\n(1, 2) |> f\nf(1, 2)\ng 2\n3 |> f 1")]
    [InlineData("let apply f x = f x\napply sin 1")]
    [InlineData("let compose f g = fun x -> g (f x)\ncompose sin cos 1")]
    [InlineData("let id x = x\nid sin 2")]
    [InlineData("let f x = sin\nf 1 2\nlet g x = max x\ng 1 2")]
    [InlineData("let f x = let y = x + 1 in y * y\nf 2")]
    [InlineData("let mine x = exp x\nexpr \"mine(2) + 1\"")]
    [InlineData("let t = lut sin { from = -8; to = 8; size = 256 }\nt 1\nexpr \"t(x) + 1\"")]
    [InlineData("1 + 1\nit + 1\nargs.[0]\nargs.length")]
    [InlineData("let f x = x\nf -1")]
    [InlineData("let (a, b), c = (1, 2), 3\na + b + c")]
    [InlineData("let o = { rows = 10 }\nsample \"jets\" { o with seed = 2 } |> head 1")]
    [InlineData("let e = expr \"x + 1\"\ne 2\nlet g = e * 2\ng 3")]
    [InlineData("print { a = 1 }\nshow (1, 2)")]
    [InlineData("expr \"x*y\" |> substitute { y = 2 }\nexpr \"x*y\" |> eval { x = 2; y = 3 }")]
    [InlineData("let go data = data |> evolve { maxSize = 5; nIterations = 1 } |> pick \"best\"\nsin >> cos")]
    [InlineData("let z : ap_fixed<12,4> = 3\nlet f (x : float) = x\nf z")]
    [InlineData("let ``a b`` = 2\n``a b`` + pi")]
    public void Lets_pass(string text) => new Session().Check(new SourceText(text, "input")).ShouldBeEmpty();
}
