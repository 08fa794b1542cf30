using System.Globalization;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.Models;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("USD", 4990, "49.90 USD")]
    [InlineData("JPY", 4990, "4990 JPY")]
    [InlineData("KWD", 4990, "4.990 KWD")]
    [InlineData("EUR", -5, "-0.05 EUR")]
    [InlineData("USD", long.MaxValue, "92233720368547758.07 USD")]
    public void Knows_the_decimals_of_its_currency_in_every_culture(string currency, long minorUnits, string expected)
    {
        CultureInfo.CurrentCulture = Cultures.Of("de-DE");
        Assert.Equal(
            expected,
            new Money(minorUnits, new Currency(currency)).ToString("G", CultureInfo.InvariantCulture)
        );
        Assert.Equal(expected, Text(new Money(minorUnits, new Currency(currency))));
    }

    [Theory]
    [InlineData("en-US", "USD", "$1,234.50")]
    [InlineData("de-DE", "EUR", "1.234,50 €")]
    [InlineData("ja-JP", "USD", "US$1,234.50")]
    public void Is_written_as_people_of_a_culture_write_it(string culture, string currency, string expected)
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        var text = new Money(123450, new Currency(currency)).ToString(Cultures.Of(culture));
        Assert.Equal(expected, text.Replace('\u00a0', ' '));
    }

    [Fact]
    public void Major_units_convert_back_and_forth_exactly()
    {
        foreach (var money in Some(1000))
            Assert.Equal(money, Money.FromMajorUnits(money.MajorUnits, money.Currency));
    }

    [Fact]
    public void Sums_are_exact_and_keep_their_order()
    {
        foreach (var (left, right) in Some(1000).Zip(Some(1000).Reverse().Select(money => money.MinorUnits)))
        {
            var other = new Money(right, left.Currency);
            Assert.Equal(left, left + other - other);
            Assert.Equal(left + other, other + left);
            Assert.Equal(-(left - other), other - left);
            Assert.Equal(left < other, left.MinorUnits < other.MinorUnits);
            Assert.Equal(left * 3, left + left + left);
        }
    }

    [Fact]
    public void Currencies_do_not_mix()
    {
        var dollars = new Money(1, Currency.USD);
        var euros = new Money(1, Currency.EUR);
        Assert.Throws<InvalidOperationException>(() => dollars + euros);
        Assert.Throws<InvalidOperationException>(() => dollars - euros);
        Assert.Throws<InvalidOperationException>(() => dollars < euros);
        Assert.NotEqual(dollars, euros);
    }

    [Fact]
    public void Overflow_and_lost_decimals_are_errors()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.USD) + new Money(1, Currency.USD));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.USD) * 2);
        Assert.Throws<ArgumentException>(() => Money.FromMajorUnits(0.001m, Currency.USD));
        Assert.Throws<ArgumentException>(() => Money.FromMajorUnits(0.5m, Currency.JPY));
        Assert.Equal(new Money(1, Currency.KWD), Money.FromMajorUnits(0.001m, Currency.KWD));
    }

    [Fact]
    public void What_is_negative_is_no_exception()
    {
        var least = new Money(long.MinValue, Currency.USD);
        var owed = new Money(1, Currency.USD) - new Money(3, Currency.USD);

        Assert.Equal(new Money(-2, Currency.USD), owed);
        Assert.Equal(new Money(2, Currency.USD), -owed);
        Assert.Equal(new Money(-6, Currency.USD), owed * 3);
        Assert.True(owed < Money.Zero(Currency.USD));
        Assert.False(owed.IsZero);
        Assert.Equal(-0.02m, owed.MajorUnits);
        Assert.Equal(owed, Money.FromMajorUnits(-0.02m, Currency.USD));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => least - new Money(1, Currency.USD));
        Assert.Throws<ArgumentException>(() => Money.FromMajorUnits(-0.001m, Currency.USD));
        Assert.Throws<OverflowException>(() => Money.FromMajorUnits(decimal.MinValue / 100, Currency.USD));
    }

    [Theory]
    [InlineData("en-US", "USD", "-$1,234.50")]
    [InlineData("en-US", "CHF", "-CHF 1,234.50")]
    [InlineData("de-DE", "EUR", "-1.234,50 €")]
    [InlineData("de-DE", "CHF", "-1.234,50 CHF")]
    public void What_is_negative_has_its_sign_in_front(string culture, string currency, string expected)
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        var text = new Money(-123450, new Currency(currency)).ToString(Cultures.Of(culture));
        Assert.Equal(expected, text.Replace('\u00a0', ' '));
    }

    private static string? Text(object money) => money.ToString();

    private static IEnumerable<Money> Some(int count)
    {
        // A fixed seed, so that a failure can be had again.
        var random = new Random(20260811);
        Currency[] currencies = [Currency.USD, Currency.JPY, Currency.KWD];
        for (var i = 0; i < count; i++)
            yield return new Money(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), currencies[i % 3]);
    }
}
