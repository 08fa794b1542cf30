using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace DodoUpsell;

/// <summary>
/// An amount of money: whole minor units of a currency (cents for USD, yen for JPY, fils for KWD). Never a
/// floating-point number.
/// </summary>
/// <remarks>Arithmetic and order across currencies throw. Overflow throws.</remarks>
/// <param name="MinorUnits">Whole minor units; negative for credits.</param>
/// <param name="Currency">The currency.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct Money(long MinorUnits, Currency Currency)
    : IComparable<Money>,
        IFormattable,
        IAdditionOperators<Money, Money, Money>,
        ISubtractionOperators<Money, Money, Money>,
        IComparisonOperators<Money, Money, bool>
{
    /// <summary>No money of this currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount in major units, such as 49.90 of USD.</summary>
    /// <exception cref="ArgumentException">The amount has more decimals than the currency.</exception>
    /// <exception cref="OverflowException">The amount does not fit 64 bits of minor units.</exception>
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

    /// <summary>Gets whether nothing is owed either way.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>The sum; both must be of one currency.</summary>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.MinorUnits + right.In(left).MinorUnits), left.Currency);

    /// <summary>The difference; both must be of one currency.</summary>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.MinorUnits - right.In(left).MinorUnits), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(checked(-money.MinorUnits), money.Currency);

    /// <summary>The amount that many times.</summary>
    public static Money operator *(Money money, long quantity) =>
        new(checked(money.MinorUnits * quantity), money.Currency);

    /// <summary>Whether the left amount is lower; both must be of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is higher; both must be of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is not higher; both must be of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is not lower; both must be of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.In(this).MinorUnits);

    /// <summary>The amount and the currency's code, the same in every culture: <c>49.00 USD</c>.</summary>
    public override string ToString() => $"{Digits(CultureInfo.InvariantCulture)} {Currency}";

    /// <summary>
    /// The amount as people of that culture write it, with the currency's own number of decimals: <c>$49.00</c>,
    /// <c>49,00 €</c>, <c>¥500</c>.
    /// </summary>
    public string ToString(IFormatProvider? culture) => MoneyFormat.Format(this, culture);

    /// <summary>
    /// As <see cref="ToString(IFormatProvider)"/>; the format is <c>C</c> (the default) for the currency's symbol or
    /// <c>G</c> for its code.
    /// </summary>
    /// <exception cref="FormatException">The format is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format switch
        {
            null or "" or "C" or "c" => MoneyFormat.Format(this, formatProvider),
            "G" or "g" => $"{Digits(formatProvider)} {Currency}",
            _ => throw new FormatException($"Money knows the formats C and G, not '{format}'."),
        };

    private string Digits(IFormatProvider? culture) =>
        MajorUnits.ToString("F" + Currency.MinorUnitDigits.ToString(CultureInfo.InvariantCulture), culture);

    private Money In(Money other) =>
        Currency == other.Currency
            ? this
            : throw new InvalidOperationException(
                $"{Currency} and {other.Currency} cannot be mixed; convert one of the amounts first."
            );

    private static decimal Scale(Currency currency) =>
        currency.MinorUnitDigits switch
        {
            0 => 1m,
            3 => 1000m,
            _ => 100m,
        };
}
