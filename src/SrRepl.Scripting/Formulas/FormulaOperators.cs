using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>The signs of arithmetic over everything that is a formula: what <c>Simplify</c> and <c>Pick</c> give is written on as <see cref="Expr"/> is.</summary>
public static class FormulaOperators
{
    extension(IFormula)
    {
        /// <summary>sign change</summary>
        public static Expr operator -(IFormula a) => -a.Formula;

        /// <summary>sum</summary>
        public static Expr operator +(IFormula a, IFormula b) => a.Formula + b.Formula;

        /// <summary>sum</summary>
        public static Expr operator +(IFormula a, double b) => a.Formula + b;

        /// <summary>sum</summary>
        public static Expr operator +(double a, IFormula b) => a + b.Formula;

        /// <summary>difference</summary>
        public static Expr operator -(IFormula a, IFormula b) => a.Formula - b.Formula;

        /// <summary>difference</summary>
        public static Expr operator -(IFormula a, double b) => a.Formula - b;

        /// <summary>difference</summary>
        public static Expr operator -(double a, IFormula b) => a - b.Formula;

        /// <summary>product</summary>
        public static Expr operator *(IFormula a, IFormula b) => a.Formula * b.Formula;

        /// <summary>product</summary>
        public static Expr operator *(IFormula a, double b) => a.Formula * b;

        /// <summary>product</summary>
        public static Expr operator *(double a, IFormula b) => a * b.Formula;

        /// <summary>quotient</summary>
        public static Expr operator /(IFormula a, IFormula b) => a.Formula / b.Formula;

        /// <summary>quotient</summary>
        public static Expr operator /(IFormula a, double b) => a.Formula / b;

        /// <summary>quotient</summary>
        public static Expr operator /(double a, IFormula b) => a / b.Formula;
    }
}
