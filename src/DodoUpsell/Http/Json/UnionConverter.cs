using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Reads a closed hierarchy of records: one case is chosen by looking ahead, an unknown one is kept as it came.
/// </summary>
internal abstract class UnionConverter<TUnion> : JsonConverter<TUnion>
    where TUnion : ApiObject
{
    /// <summary>Chooses the case; the reader is a copy that stands on the object's start.</summary>
    protected abstract Type ChooseCase(Utf8JsonReader ahead);

    public override TUnion? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"An object was expected for {typeof(TUnion).Name}, not {reader.TokenType}.");
        return (TUnion?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(ChooseCase(reader)));
    }

    public override void Write(Utf8JsonWriter writer, TUnion value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}

/// <summary>A union told apart by the text of its <c>type</c> member, wherever in the object that stands.</summary>
internal abstract class TypedUnionConverter<TUnion>(Type unknownCase, params (string Type, Type Case)[] cases)
    : UnionConverter<TUnion>
    where TUnion : ApiObject
{
    protected override Type ChooseCase(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType)
            {
                foreach (var (type, @case) in cases)
                {
                    if (ahead.TokenType == JsonTokenType.String && ahead.ValueTextEquals(type))
                        return @case;
                }

                return unknownCase;
            }

            ahead.Skip();
        }

        return unknownCase;
    }
}

/// <summary>A union without a discriminator, told apart by which of its cases' own members is present.</summary>
internal abstract class ShapedUnionConverter<TUnion>(Type unknownCase, params (string Member, Type Case)[] cases)
    : UnionConverter<TUnion>
    where TUnion : ApiObject
{
    protected override Type ChooseCase(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            foreach (var (member, @case) in cases)
            {
                if (ahead.ValueTextEquals(member))
                    return @case;
            }

            ahead.Read();
            ahead.Skip();
        }

        return unknownCase;
    }
}
