using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Wire;

/// <summary>Parses the bytes of a request into a valid tree: no duplicate names, no invalid surrogates.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonNode? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes.Span, nodeOptions: null, Strict);
            Visit(node);
            return node;
        }
        catch (JsonException error)
        {
            throw ApiException.InvalidBody($"malformed JSON: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // Strings are decoded lazily, so half of a surrogate pair is found only when the string is read.
            throw ApiException.InvalidBody("malformed JSON: a string is not valid Unicode");
        }
    }

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((_, var member) in members)
                    Visit(member);
                break;
            case JsonArray elements:
                foreach (var element in elements)
                    Visit(element);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}
