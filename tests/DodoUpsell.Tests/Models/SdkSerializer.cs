using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Tests.Models;

/// <summary>The SDK's own JSON code, which has no metadata of its own, as a serializer.</summary>
internal static class SdkSerializer
{
    /// <summary>Reads and writes models with the SDK's code.</summary>
    public static JsonSerializerOptions Options { get; } = Create(new ModelConverters());

    /// <summary>Describes the members of a model by its properties and their attributes.</summary>
    public static JsonSerializerOptions Members { get; } = Create();

    private static JsonSerializerOptions Create(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        foreach (var converter in converters)
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static Type? CodeOf(Type type) =>
        typeof(ApiObject).IsAssignableFrom(type)
            ? typeof(ApiObject).Assembly.GetType($"DodoUpsell.Http.Json.{type.Name}Json")
            : null;

    private static ReadJson<T> ReadOf<T>() => CodeOf(typeof(T))!.GetMethod("Read")!.CreateDelegate<ReadJson<T>>();

    private static WriteJson<T> WriteOf<T>() =>
        CodeOf(typeof(T))!.GetMethod("WriteMembers")!.CreateDelegate<WriteJson<T>>();

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListResponse<>);

    private sealed class ModelConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            IsList(typeToConvert) || CodeOf(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(
                    IsList(typeToConvert)
                        ? typeof(ListConverter<>).MakeGenericType(typeToConvert.GetGenericArguments())
                        : typeof(ModelConverter<>).MakeGenericType(typeToConvert)
                )!;
    }

    private sealed class ModelConverter<T> : JsonConverter<T>
        where T : class
    {
        private readonly ReadJson<T> _read = ReadOf<T>();
        private readonly WriteJson<T> _writeMembers = WriteOf<T>();

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            _read(ref reader);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            _writeMembers(writer, value);
            writer.WriteEndObject();
        }
    }

    private sealed class ListConverter<T> : JsonConverter<ListResponse<T>>
        where T : class
    {
        private readonly ReadJson<T> _readItem = ReadOf<T>();
        private readonly WriteJson<T> _writeItemMembers = WriteOf<T>();

        public override ListResponse<T>? Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => ListResponseJson.Read(ref reader, _readItem);

        public override void Write(Utf8JsonWriter writer, ListResponse<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            JsonWrite.List(writer, "items"u8, value.Items, _writeItemMembers);
            JsonWrite.Others(writer, value.ExtensionData);
            writer.WriteEndObject();
        }
    }
}
