using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Reads a closed hierarchy of records. The case is chosen by looking ahead; an unknown case is preserved unchanged.
/// </summary>
internal abstract class UnionConverter<TUnion> : JsonConverter<TUnion>
    where TUnion : ApiObject
{
    /// <summary>Chooses the case. The reader is a copy at the start of the object.</summary>
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

/// <summary>
/// Converts a union whose case is determined by the text of the <c>type</c> member, at any position in the object.
/// </summary>
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

/// <summary>Converts a union without a discriminator, whose case is determined by which member is present.</summary>
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
