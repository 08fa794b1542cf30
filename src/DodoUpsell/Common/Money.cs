using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace DodoUpsell;

/// <summary>
/// Represents an amount of money in whole minor units of a currency (cents for USD, yen for JPY, fils for KWD). It
/// never uses floating-point numbers.
/// </summary>
/// <remarks>Arithmetic and comparison across currencies throw, and so does overflow.</remarks>
/// <param name="MinorUnits">The amount in minor units; negative for credits.</param>
/// <param name="Currency">The currency.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Money(long MinorUnits, Currency Currency)
    : IComparable<Money>,
        IFormattable,
        IAdditionOperators<Money, Money, Money>,
        ISubtractionOperators<Money, Money, Money>,
        IComparisonOperators<Money, Money, bool>
{
    /// <summary>Creates an amount of zero in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Creates an amount from major units, such as 49.90 for USD.</summary>
    /// <exception cref="ArgumentException">The amount has more decimals than the currency.</exception>
    /// <exception cref="OverflowException">The amount does not fit into 64 bits of minor units.</exception>
    public static Money FromMajorUnits(decimal amount, Currency currency)
    {
        var minor = amount * Scale(currency);
        if (minor != decimal.Truncate(minor))
        {
            throw new ArgumentException(
                $"{amount.ToString(CultureInfo.InvariantCulture)} has more decimals than {currency}, which has "
                    + $"{currency.MinorUnitDigits}.",
                nameof(amount)
            );
        }

        return new((long)minor, currency);
    }

    /// <summary>Gets the amount in major units, such as 49.90 for 4990 minor units of USD.</summary>
    public decimal MajorUnits => MinorUnits / Scale(Currency);

    /// <summary>Gets whether the amount is zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Adds two amounts of the same currency.</summary>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.MinorUnits + right.In(left).MinorUnits), left.Currency);

    /// <summary>Subtracts two amounts of the same currency.</summary>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.MinorUnits - right.In(left).MinorUnits), left.Currency);

    /// <summary>Negates an amount.</summary>
    public static Money operator -(Money money) => new(checked(-money.MinorUnits), money.Currency);

    /// <summary>Multiplies an amount by a quantity.</summary>
    public static Money operator *(Money money, long quantity) =>
        new(checked(money.MinorUnits * quantity), money.Currency);

    /// <summary>Returns whether the left amount is lower. Both must have the same currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left amount is higher. Both must have the same currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Returns whether the left amount is lower or equal. Both must have the same currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Returns whether the left amount is higher or equal. Both must have the same currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.In(this).MinorUnits);

    /// <summary>Returns the amount and the currency code, the same in every culture: <c>49.00 USD</c>.</summary>
    public override string ToString() => $"{Digits(CultureInfo.InvariantCulture)} {Currency}";

    /// <summary>
    /// Returns the amount formatted for a culture, with the currency's number of decimals: <c>$49.00</c>, <c>49,00
    /// €</c>, <c>¥500</c>.
    /// </summary>
    public string ToString(IFormatProvider? culture) => MoneyFormat.Format(this, culture);

    /// <summary>
    /// Returns the amount in a format: <c>C</c> (the default), with the currency's symbol, as
    /// <see cref="ToString(IFormatProvider)"/>; or <c>G</c>, with the currency's code.
    /// </summary>
    /// <exception cref="FormatException">The format is not supported.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format switch
        {
            null or "" or "C" or "c" => MoneyFormat.Format(this, formatProvider),
            "G" or "g" => $"{Digits(formatProvider)} {Currency}",
            _ => throw new FormatException($"Money supports the formats C and G, not '{format}'."),
        };

    private string Digits(IFormatProvider? culture) =>
        MajorUnits.ToString("F" + Currency.MinorUnitDigits.ToString(CultureInfo.InvariantCulture), culture);

    private Money In(Money other) =>
        Currency == other.Currency
            ? this
            : throw new InvalidOperationException(
                $"{Currency} and {other.Currency} cannot be combined; convert one of the amounts first."
            );

    private static decimal Scale(Currency currency) =>
        currency.MinorUnitDigits switch
        {
            0 => 1m,
            3 => 1000m,
            _ => 100m,
        };
}
