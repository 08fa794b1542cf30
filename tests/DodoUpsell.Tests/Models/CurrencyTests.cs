using System.Text.Json;

namespace DodoUpsell.Tests.Models;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("dollars", "'dollars'")]
    [InlineData("usd", "'usd'")]
    [InlineData("US", "'US'")]
    [InlineData("$", "'$'")]
    [InlineData("U$D", "'U$D'")]
    [InlineData("ÜSD", "'ÜSD'")]
    [InlineData("USD ", "'USD '")]
    [InlineData("a text that somebody pasted into the wrong place", "'a text that somebody…'")]
    public void A_code_that_is_not_three_letters_is_refused_with_what_is_expected_and_what_was_given(
        string code,
        string shown
    )
    {
        var refused = Assert.Throws<ArgumentException>(() => new Currency(code));

        Assert.Contains(
            "the three upper-case letters of an ISO 4217 code, such as USD",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(shown, refused.Message, StringComparison.Ordinal);
        Assert.Equal("value", refused.ParamName);
    }

    [Fact]
    public void Three_letters_are_accepted_known_or_not()
    {
        Assert.Equal(Currency.USD, new Currency("USD"));
        Assert.False(new Currency("XTS").IsKnown);
        Assert.Equal("XTS", new Currency("XTS").Value);
    }

    [Theory]
    [InlineData("dollars")]
    [InlineData("usd")]
    [InlineData("USDC")]
    public void What_the_API_sends_is_read_unchanged(string code)
    {
        var money = JsonSerializer.Deserialize<Money>(
            JsonSerializer.Serialize(new Money(100, Currency.Parse(code, null)))
        );

        Assert.Equal(code, money.Currency.Value);
        Assert.True(Currency.TryParse(code, null, out var parsed));
        Assert.Equal(money.Currency, parsed);
    }
}
