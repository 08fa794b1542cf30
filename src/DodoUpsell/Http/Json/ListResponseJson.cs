using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>Reads the object around a list.</summary>
internal static class ListResponseJson
{
    public static ListResponse<T>? Read<T>(ref Utf8JsonReader reader, ReadJson<T> readItem)
        where T : class
    {
        if (!JsonRead.StartsObject(ref reader, nameof(ListResponse<>)))
            return null;
        IReadOnlyList<T>? items = null;
        Dictionary<string, JsonElement>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonRead.Name(ref reader);
            reader.Read();
            if (name.SequenceEqual("items"u8))
                items = JsonRead.List(ref reader, readItem);
            else
                JsonRead.Other(ref reader, name, ref others);
        }

        return new ListResponse<T> { Items = items!, ExtensionData = others };
    }
}
