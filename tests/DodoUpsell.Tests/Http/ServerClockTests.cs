using System.Globalization;
using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>The <c>Date</c> of the API's answers tells how far this node's clock is off.</summary>
public sealed class ServerClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _clock = new();
    private readonly LogLines _log = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4 * 60, 4 * 60)]
    [InlineData(-4 * 60, (-4 * 60) + 1)]
    public async Task A_clock_within_the_limit_is_trusted(int serverAheadSeconds, int nodeBehindSeconds)
    {
        using var dodo = Client(() => Date(serverAheadSeconds));

        await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.FromSeconds(-nodeBehindSeconds), dodo.Clock.Difference);
        Assert.Equal(_clock.GetUtcNow(), dodo.Clock.MeasuredAt);
        Assert.True(dodo.Clock.IsTrusted);
        Assert.DoesNotContain(_log.Lines, line => line.Id == 1005);
    }

    [Theory]
    [InlineData(10 * 60, -10 * 60)]
    [InlineData(-10 * 60, (10 * 60) - 1)]
    public async Task A_clock_beyond_the_limit_is_not_trusted_and_that_is_logged_once(
        int serverAheadSeconds,
        int differenceSeconds
    )
    {
        using var dodo = Client(() => Date(serverAheadSeconds));

        for (var i = 0; i < 3; i++)
            await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.FromSeconds(differenceSeconds), dodo.Clock.Difference);
        Assert.False(dodo.Clock.IsTrusted);
        var line = Assert.Single(_log.Lines, line => line.Id == 1005);
        Assert.StartsWith("Error:", line.Text, StringComparison.Ordinal);
        Assert.Contains("00:05:00", line.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("yesterday", null)]
    [InlineData("2026-01-15T13:00:00Z", null)]
    [InlineData("Thu, 15 Jan 2026 13:00:00 GMT", "20")]
    [InlineData("Thu, 15 Jan 2026 13:00:00 GMT", "a while")]
    public async Task An_answer_that_does_not_tell_the_time_leaves_it_unknown_and_trusted(string? date, string? age)
    {
        using var dodo = Client(() => date, age);

        await dodo.Customers.GetAsync("cus_1");

        Assert.Null(dodo.Clock.Difference);
        Assert.Null(dodo.Clock.MeasuredAt);
        Assert.True(dodo.Clock.IsTrusted);
    }

    [Fact]
    public async Task An_age_of_zero_is_an_answer_of_now()
    {
        using var dodo = Client(() => Date(600), age: "0");

        await dodo.Customers.GetAsync("cus_1");

        Assert.False(dodo.Clock.IsTrusted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task A_slow_answer_does_not_count_as_a_difference(int minutesOnTheWayThere)
    {
        using var dodo = Client(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(minutesOnTheWayThere));
            var date = Date(0);
            _clock.Advance(TimeSpan.FromMinutes(9 - minutesOnTheWayThere));
            return date;
        });

        await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.Zero, dodo.Clock.Difference);
    }

    [Fact]
    public async Task A_clock_that_was_set_right_is_trusted_again_and_the_last_answer_decides()
    {
        var ahead = 600;
        using var dodo = Client(() => Date(ahead));
        await dodo.Customers.GetAsync("cus_1");
        Assert.False(dodo.Clock.IsTrusted);

        ahead = 0;
        await dodo.Customers.GetAsync("cus_1");

        Assert.True(dodo.Clock.IsTrusted);
        Assert.Equal([1005, 1006], _log.Lines.Select(line => line.Id).Where(id => id is 1005 or 1006));
        ahead = 600;
        await dodo.Customers.GetAsync("cus_1");
        Assert.Equal([1005, 1006, 1005], _log.Lines.Select(line => line.Id).Where(id => id is 1005 or 1006));
    }

    [Fact]
    public async Task The_limit_is_an_option()
    {
        using var dodo = Client(() => Date(4 * 60), maxSkew: TimeSpan.FromMinutes(3));

        await dodo.Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.FromMinutes(3), dodo.Clock.MaxDifference);
        Assert.False(dodo.Clock.IsTrusted);
    }

    [Fact]
    public async Task Errors_tell_the_time_as_well_and_copies_share_it()
    {
        using var dodo = Client(() => Date(600), status: HttpStatusCode.NotFound);
        var copy = dodo.WithOptions(new() { MaxRetries = 0 });

        await Assert.ThrowsAsync<DodoApiException>(() => copy.Customers.GetAsync("cus_1"));

        Assert.False(dodo.Clock.IsTrusted);
        Assert.Equal(copy.Clock, dodo.Clock);
    }

    public void Dispose() => _log.Dispose();

    private string Date(int aheadSeconds) =>
        (_clock.GetUtcNow() + TimeSpan.FromSeconds(aheadSeconds)).ToString("r", CultureInfo.InvariantCulture);

    private DodoClient Client(
        Func<string?> date,
        string? age = null,
        TimeSpan? maxSkew = null,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        Assert.Equal(Start, _clock.GetUtcNow());
        var handler = new StubHandler(_ =>
        {
            var response = StubHandler.Json(status, The.CustomerJson);
            if (date() is { } text)
                response.Headers.TryAddWithoutValidation("Date", text);
            if (age is not null)
                response.Headers.TryAddWithoutValidation("Age", age);
            return response;
        });
        return The.ClientOf(handler, _clock, options => options.MaxClockSkew = maxSkew ?? options.MaxClockSkew, _log);
    }
}
