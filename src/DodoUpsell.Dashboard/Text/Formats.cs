using System.Globalization;

namespace DodoUpsell.Dashboard.Text;

/// <summary>How numbers, money and times are written. The same whatever the culture of the server.</summary>
internal static class Formats
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Money(Money money) => money.ToString("C", CultureInfo.InvariantCulture);

    public static string? Money(Money? money) => money is { } known ? Money(known) : null;

    /// <summary>Returns a share as a percentage with one decimal.</summary>
    public static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Share(long part, long whole) => whole == 0 ? "–" : Share((double)part / whole);

    /// <summary>Returns a difference with its sign.</summary>
    public static string Signed(double value, string format = "0.0")
    {
        var text = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == 0 ? text : (value < 0 ? "−" : "+") + text;
    }

    /// <summary>Returns a coordinate or a length of a drawing.</summary>
    public static string Svg(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Machine(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the distance to a time in words, such as <c>5 minutes ago</c>.</summary>
    public static string Relative(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = (now - time).Duration();
        if (distance < TimeSpan.FromSeconds(5))
            return "just now";
        var text = Length(distance);
        return time <= now ? $"{text} ago" : $"in {text}";
    }

    private static string Length(TimeSpan time) =>
        time.TotalSeconds < 60 ? Units((long)time.TotalSeconds, "second")
        : time.TotalMinutes < 60 ? Units((long)time.TotalMinutes, "minute")
        : time.TotalHours < 24 ? Units((long)time.TotalHours, "hour")
        : time.TotalDays < 60 ? Units((long)time.TotalDays, "day")
        : time.TotalDays < 730 ? Units((long)(time.TotalDays / 30.44), "month")
        : Units((long)(time.TotalDays / 365.25), "year");

    private static string Units(long count, string unit) => $"{Number(count)} {unit}{(count == 1 ? "" : "s")}";
}
