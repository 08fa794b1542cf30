using System.Text.Json.Nodes;

namespace DodoUpsell.ContractTests.WireMock;

/// <summary>A request as WireMock received it.</summary>
public sealed class RecordedRequest(JsonObject logged)
{
    /// <summary>The time of arrival in milliseconds, which is sufficient to order the requests of one test.</summary>
    public long LoggedAt => (long)logged["loggedDate"]!;

    /// <summary>The HTTP verb.</summary>
    public string Method => (string)logged["method"]!;

    /// <summary>The path and query exactly as they were sent.</summary>
    public string Target => (string)logged["url"]!;

    /// <summary>The path as it was sent, including escapes.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>The query parameters, decoded, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        Target.Split('?', 2) is [_, var query]
            ?
            [
                .. query
                    .Split('&')
                    .Select(pair => pair.Split('=', 2))
                    .Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair.ElementAtOrDefault(1) ?? ""))),
            ]
            : [];

    /// <summary>The body as text, or an empty string if there is none.</summary>
    public string Body => (string?)logged["body"] ?? "";

    /// <summary>The names of the headers.</summary>
    public IEnumerable<string> HeaderNames => logged["headers"]!.AsObject().Select(header => header.Key);

    /// <summary>Returns the value of a header, or null if it was not sent.</summary>
    public string? Header(string name) =>
        logged["headers"]!
            .AsObject()
            .FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            .Value?.ToString();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
