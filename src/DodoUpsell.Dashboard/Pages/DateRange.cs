using System.Globalization;
using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>The days of a report, in UTC. Both ends are included.</summary>
internal sealed record DateRange(DateOnly From, DateOnly To)
{
    public const int DefaultDays = 30;

    public DateTimeOffset Start => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public DateTimeOffset End => new(To.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public string FromText => Text(From);

    public string ToText => Text(To);

    public bool IsLast(int days, DateTimeOffset now) => this == Last(days, now);

    public static DateRange Last(int days, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new(today.AddDays(1 - days), today);
    }

    /// <summary>Returns the range of a request, or null if its dates are wrong.</summary>
    public static DateRange? Of(DashboardRequest request)
    {
        var (from, to) = (request.Query("from"), request.Query("to"));
        if (from is null && to is null)
            return Last(DefaultDays, request.Now);
        return Parse(from) is { } start && Parse(to) is { } end && start <= end && end < DateOnly.MaxValue
            ? new(start, end)
            : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
