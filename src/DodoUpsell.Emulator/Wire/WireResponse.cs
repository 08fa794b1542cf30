using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Wire;

/// <summary>One HTTP response, already serialised.</summary>
internal sealed record WireResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public const string JsonType = "application/json";

    // The API writes UTF-8 unescaped; the default encoder would escape every letter outside ASCII.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the headers other than those of the content.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static WireResponse Empty { get; } = new(200, ContentType: null, ReadOnlyMemory<byte>.Empty);

    public static WireResponse NoContent { get; } = new(204, ContentType: null, ReadOnlyMemory<byte>.Empty);

    public static WireResponse Json(JsonNode body, int status = 200)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            body.WriteTo(writer);
        }

        return new WireResponse(status, JsonType, buffer.ToArray());
    }

    public static WireResponse SeeOther(string location) =>
        new(303, ContentType: null, ReadOnlyMemory<byte>.Empty)
        {
            Headers = [KeyValuePair.Create("Location", location)],
        };

    public static WireResponse Items(IEnumerable<JsonNode> items) =>
        Json(new JsonObject { ["items"] = new JsonArray([.. items]) });

    public static WireResponse Error(ApiException error) =>
        Json(new JsonObject { ["code"] = error.Code, ["message"] = error.Message }, error.Status);
}
