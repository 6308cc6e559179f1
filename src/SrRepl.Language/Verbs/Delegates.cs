using System.Linq.Expressions;
using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Functions of the language as the delegates that options, and functions of C#, may ask for.</summary>
internal static class Delegates
{
    private static readonly Origin Nowhere = new(new SourceText("", "input"), default);
    private static readonly MethodInfo ApplyAs = typeof(Delegates).GetMethod(nameof(ApplyTo), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A delegate of the type, or null where that is none.</summary>
    public static Delegate? Of(object function, Type type) =>
        type == typeof(Func<object?>) ? (Func<object?>)(() => Apply(function, []))
        : type == typeof(Func<object, object?>) ? (Func<object, object?>)(argument => Apply(function, [argument]))
        : type == typeof(Func<IFormula, double>) ? (Func<IFormula, double>)(formula => ApplyTo<double>(function, [formula.Formula]))
        : type == typeof(Func<Expr, double>) ? (Func<Expr, double>)(formula => ApplyTo<double>(function, [formula]))
        : type == typeof(Func<double, double>) ? (Func<double, double>)(number => ApplyTo<double>(function, [number]))
        : function is DelegateFunction { Function: var own } && type.IsInstanceOfType(own) ? own
        : type.IsSubclassOf(typeof(MulticastDelegate)) ? Typed(function, type)
        : null;

    /// <summary>Applies a function to what C# gives it; to <c>()</c> where that is nothing.</summary>
    public static object Apply(object function, ReadOnlySpan<object?> arguments)
    {
        var given = new List<Argument>();
        foreach (var argument in arguments)
            given.Add(new(Import.From(argument), Nowhere));
        return new Evaluator(RunContext.Current.Cancellation)
            .Apply(function, given.Count == 0 ? [new(UnitValue.Value, Nowhere)] : [.. given], Nowhere);
    }

    private static T? ApplyTo<T>(object function, object?[] arguments)
    {
        var value = Apply(function, arguments);
        return Conversions.TryConvert(value, typeof(T), null, out var converted)
            ? (T?)converted
            : throw new DiagnosticException(Errors.WrongValue(Kinds.Wants(typeof(T)), Kinds.Got(value, typeof(T)), Conversions.Hint(typeof(T), value)));
    }

    private static Delegate? Typed(object function, Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        if (invoke.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsByRef))
            return null;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, parameter.Name)).ToArray();
        var given = Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))));
        var result = invoke.ReturnType == typeof(void) ? typeof(object) : invoke.ReturnType;
        Expression call = Expression.Call(ApplyAs.MakeGenericMethod(result), Expression.Constant(function), given);
        return Expression.Lambda(type, call, parameters).Compile();
    }
}
