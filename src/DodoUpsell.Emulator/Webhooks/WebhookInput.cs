using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>Reads the members of a webhook endpoint.</summary>
internal static class WebhookInput
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "webhook-id",
        "webhook-timestamp",
        "webhook-signature",
        "content-type",
        "content-length",
        "host",
        "transfer-encoding",
        "connection"
    );

    public static string Url(JsonInput input) => CheckUrl(input.Text("url"));

    public static string? OptionalUrl(JsonInput input) => input.OptionalText("url") is { } url ? CheckUrl(url) : null;

    public static IReadOnlyList<string>? FilterTypes(JsonInput input) =>
        input.OptionalChoices("filter_types", EventTypes.All);

    /// <summary>
    /// Reads the metadata of a webhook. Unlike other metadata of the API, its values are strings only.
    /// </summary>
    public static JsonObject? Metadata(JsonInput input)
    {
        if (Texts(input, "metadata") is not { } texts)
            return null;

        return new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
    }

    public static Dictionary<string, string> Headers(JsonInput input)
    {
        var headers = Texts(input, "headers") ?? [];
        using var probe = new HttpRequestMessage();
        foreach ((var name, var value) in headers)
        {
            if (
                Reserved.Contains(name)
                || value.AsSpan().ContainsAny('\r', '\n')
                || !probe.Headers.TryAddWithoutValidation(name, value)
            )
                throw ApiException.InvalidParameters($"header `{name}` cannot be sent with a webhook");
        }

        return headers;
    }

    public static string? Secret(JsonInput input)
    {
        if (input.OptionalText("secret") is not { } secret)
            return null;

        return WebhookSecret.IsValid(secret)
            ? secret
            : throw input.Invalid("secret", "expected base64, with or without the prefix `whsec_`");
    }

    private static string CheckUrl(string url) =>
        WebhookUrl.IsValid(url)
            ? url
            : throw ApiException.InvalidParameters("`url` must be an absolute http or https URL");

    private static Dictionary<string, string>? Texts(JsonInput input, string name)
    {
        if (input.OptionalObject(name) is not { } map)
            return null;

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((var key, var value) in map.Members())
        {
            texts[key] =
                value?.GetValueKind() == JsonValueKind.String
                    ? value.GetValue<string>()
                    : throw map.Invalid(key, "expected a string");
        }

        return texts;
    }
}
