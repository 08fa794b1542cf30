using System.Globalization;

namespace DodoUpsell.Emulator.Wire;

/// <summary>Reads query parameters. A malformed one is refused with its name.</summary>
internal sealed class QueryInput
{
    private readonly Dictionary<string, string> _values;

    private QueryInput(Dictionary<string, string> values) => _values = values;

    public static QueryInput Parse(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            values[Decode(name)] = equals < 0 ? string.Empty : Decode(pair[(equals + 1)..]);
        }

        return new QueryInput(values);
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string? Choice(string name, IReadOnlySet<string> allowed)
    {
        var value = Text(name);
        return value is null || allowed.Contains(value) ? value : throw Malformed(name, "an unknown value");
    }

    public int? Int32(string name)
    {
        if (Text(name) is not { } text)
            return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Malformed(name, "expected a whole number that is not negative");
    }

    public bool? Flag(string name) =>
        Text(name) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw Malformed(name, "expected true or false"),
        };

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;

        return WireTime.TryParse(text, out var time) ? time : throw Malformed(name, "expected an RFC 3339 time");
    }

    public static ApiException Malformed(string name, string reason) =>
        ApiException.Unprocessable(ErrorCodes.InvalidQueryParams, $"query parameter `{name}`: {reason}");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
