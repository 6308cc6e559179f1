using System.Numerics;
using FsCheck.Fluent;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>What holds for every type and value.</summary>
public class FixedPointLaws
{
    private static readonly Gen<FixedType> Types =
        from width in Gen.Choose(1, 90)
        from integer in Gen.Choose(-20, 60)
        from signed in Gen.Elements(true, false)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from overflow in Gen.Elements(Enum.GetValues<Overflow>())
        select new FixedType(width, integer, signed, rounding, overflow);

    private static readonly Gen<FixedValue> Values =
        from type in Types
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select new FixedValue(((BigInteger)high << 64) + ((BigInteger)low << 31) + low, new(160, 80)).Cast(type with { Overflow = Overflow.Wrap });

    [Fact]
    public void ACastTwiceIsACastOnce() =>
        Prop.ForAll(Values.ToArbitrary(), Types.ToArbitrary(), (value, type) => value.Cast(type).Cast(type) == value.Cast(type)).QuickCheckThrowOnFailure();

    [Fact]
    public void ACastStaysInItsType() =>
        Prop.ForAll(Values.ToArbitrary(), Types.ToArbitrary(), (value, type) =>
            value.Cast(type).Raw is var raw && raw >= type.MinRaw && raw <= type.MaxRaw).QuickCheckThrowOnFailure();

    [Fact]
    public void ATypeThatHoldsAnotherKeepsItsValues() =>
        Prop.ForAll(Values.ToArbitrary(), Types.ToArbitrary(), (value, type) =>
            !type.Holds(value.Type) || value.Cast(type with { Overflow = Overflow.Wrap }).CompareTo(value) == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void ResultsFitTheirTypes() =>
        Prop.ForAll(Values.ToArbitrary(), Values.ToArbitrary(), (a, b) =>
            new[] { a + b, a - b, a * b, -a }.All(result => result.Raw >= result.Type.MinRaw && result.Raw <= result.Type.MaxRaw)).QuickCheckThrowOnFailure();

    [Fact]
    public void TheCastOfADoubleIsThatOfItsExactValue() =>
        Prop.ForAll(Types.ToArbitrary(), ArbMap.Default.ArbFor<NormalFloat>(), (type, x) =>
        {
            var mantissa = (BigInteger)Math.ScaleB(x.Get, 60 - Math.ILogB(x.Get == 0 ? 1 : x.Get));
            var exact = new FixedValue(mantissa, new(62 + 60, 62 + Math.ILogB(x.Get == 0 ? 1 : x.Get)));
            return FixedCast.Cast(x.Get, type) == exact.Cast(type).Raw;
        }).QuickCheckThrowOnFailure();
}
