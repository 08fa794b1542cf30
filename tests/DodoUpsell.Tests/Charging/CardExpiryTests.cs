using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.Charging;

public sealed class CardExpiryTests
{
    private static readonly DateTimeOffset Mid2026 = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("05", "26")]
    [InlineData("5", "26")]
    [InlineData("05", "2026")]
    [InlineData("5", "2026")]
    [InlineData(" 5 ", " 2026 ")]
    [InlineData("12", "25")]
    [InlineData("12", "2025")]
    [InlineData("01", "00")]
    [InlineData("1", "1999")]
    public void A_month_that_is_over_is_over_however_it_is_written(string month, string year) =>
        Assert.True(IsOver(month, year, Mid2026));

    [Theory]
    [InlineData("06", "26")]
    [InlineData("6", "2026")]
    [InlineData("07", "26")]
    [InlineData("1", "27")]
    [InlineData("12", "2030")]
    [InlineData("12", "99")]
    [InlineData("12", "9999")]
    public void The_month_itself_and_later_ones_are_not_over(string month, string year) =>
        Assert.False(IsOver(month, year, Mid2026));

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "20")]
    [InlineData("01", null)]
    [InlineData("", "")]
    [InlineData("  ", "20")]
    [InlineData("0", "20")]
    [InlineData("00", "20")]
    [InlineData("13", "20")]
    [InlineData("001", "20")]
    [InlineData("-1", "20")]
    [InlineData("+1", "20")]
    [InlineData("01/20", "20")]
    [InlineData("Jan", "20")]
    [InlineData("01", "0")]
    [InlineData("01", "020")]
    [InlineData("01", "0020")]
    [InlineData("01", "02020")]
    [InlineData("01", "20.0")]
    [InlineData("01", "2e1")]
    [InlineData("01", "-20")]
    [InlineData("٠١", "٢٠")]
    [InlineData("01", "99999999999999999999")]
    public void What_cannot_be_read_is_unknown_and_not_expired(string? month, string? year) =>
        Assert.False(IsOver(month, year, Mid2026));

    [Theory]
    [InlineData("2026-06-30T23:59:59Z", false)]
    [InlineData("2026-07-01T00:00:00Z", false)]
    [InlineData("2026-07-01T11:59:59Z", false)]
    [InlineData("2026-07-01T12:00:00Z", true)]
    [InlineData("2026-07-01T13:59:59+14:00", false)]
    [InlineData("2026-07-01T00:00:00-12:00", true)]
    [InlineData("2026-06-30T23:59:59-12:00", false)]
    public void A_card_works_through_the_last_day_of_its_month_in_the_last_time_zone(string now, bool over) =>
        Assert.Equal(over, IsOver("06", "26", DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_turn_of_the_year_is_no_exception()
    {
        Assert.False(IsOver("12", "26", new DateTimeOffset(2027, 1, 1, 11, 59, 59, TimeSpan.Zero)));
        Assert.True(IsOver("12", "26", new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void The_culture_and_its_calendar_change_nothing()
    {
        CultureInfo.CurrentCulture = Cultures.Of("th-TH");
        Assert.True(IsOver("05", "26", Mid2026));
        Assert.False(IsOver("06", "26", Mid2026));
    }

    private static bool IsOver(string? month, string? year, DateTimeOffset now) =>
        CardExpiry.IsOver(new SavedCard { ExpiryMonth = month, ExpiryYear = year }, now);
}
