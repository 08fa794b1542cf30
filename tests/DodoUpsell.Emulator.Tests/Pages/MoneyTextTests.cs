using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(4900, "USD", "$49.00")]
    [InlineData(123456789, "USD", "$1,234,567.89")]
    [InlineData(-980, "USD", "-$9.80")]
    [InlineData(5, "EUR", "€0.05")]
    [InlineData(4900, "JPY", "¥4,900")]
    [InlineData(4900, "KRW", "₩4,900")]
    [InlineData(12345, "KWD", "KWD\u00a012.345")]
    [InlineData(-12345, "KWD", "-KWD\u00a012.345")]
    [InlineData(100, "XOF", "XOF\u00a0100")]
    [InlineData(0, "GBP", "£0.00")]
    public void Amounts_are_written_for_people(long amount, string currency, string text) =>
        Assert.Equal(text, MoneyText.Of(amount, currency));

    [Theory]
    [InlineData("12.50", "USD", 1250)]
    [InlineData("12", "USD", 1200)]
    [InlineData("1,234.5", "USD", 123450)]
    [InlineData("12.345", "KWD", 12345)]
    [InlineData("500", "JPY", 500)]
    [InlineData("500.5", "JPY", null)]
    [InlineData("12.345", "USD", null)]
    [InlineData("-1", "USD", null)]
    [InlineData("1e3", "USD", null)]
    [InlineData("99999999999999999999999999999999", "USD", null)]
    [InlineData("79228162514264337593543950335", "USD", null)]
    [InlineData("30000000", "USD", null)]
    [InlineData("", "USD", null)]
    public void Amounts_are_read_as_people_type_them(string text, string currency, int? amount) =>
        Assert.Equal(amount, MoneyText.Read(text, currency));
}
