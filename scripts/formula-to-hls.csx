// A formula of one's own, as written on paper, to an HLS project: formula-to-hls.sr in C#.
//
//     sr run scripts/formula-to-hls.csx

// The squared invariant mass of two particles from their transverse momenta (in units of 64 GeV) and their distances in
// pseudorapidity and azimuth.
Expr Mass2(Expr pt1, Expr pt2, Expr deta, Expr dphi) => 2 * pt1 * pt2 * (Cosh(deta) - Cos(dphi));
Mass2(0.6, 0.7, 0.3, 2.9).Evaluate(new Dictionary<string, double>()).Show();

// Its derivative, as a formula again: how a mismeasured angle moves it.
var mass2 = Mass2(Var("pt1"), Var("pt2"), Var("deta"), Var("dphi"));
mass2.Derivative("dphi").Simplify().Show();

// The same in fixed point. A type says its width and its bits before the point, then how it rounds and what it does when
// a value is too large.
var kernel = mass2.Quantize(new()
{
    Type = FixedType.Parse("ap_fixed<18,9,AP_RND,AP_SAT>"), MathLibrary = MathLibrary.HlsMath, Name = "mass2",
});
kernel.Explain().Show();

// At two clocks, on two devices.
kernel.Cost(new() { Clock = 5 }).Show();
kernel.Cost(new() { Device = "pynq-z2", Clock = 10 }).Show();

kernel.Hls(new() { Dir = "build/mass2", Clock = 5, Overwrite = true }).Show();
