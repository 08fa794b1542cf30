using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>Lets other serializer contexts read and write a union with the SDK's own code.</summary>
internal abstract class UnionConverter<TUnion>(ReadJson<TUnion> read, WriteJson<TUnion> writeMembers)
    : JsonConverter<TUnion>
    where TUnion : ApiObject
{
    public override TUnion? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(ref reader);

    public override void Write(Utf8JsonWriter writer, TUnion value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writeMembers(writer, value);
        writer.WriteEndObject();
    }
}

internal sealed class CustomerReferenceConverter()
    : UnionConverter<CustomerReference>(CustomerReferenceJson.Read, CustomerReferenceJson.WriteMembers);

internal sealed class PriceConverter() : UnionConverter<Price>(PriceJson.Read, PriceJson.WriteMembers);

internal sealed class PlanChangeLineItemConverter()
    : UnionConverter<PlanChangeLineItem>(PlanChangeLineItemJson.Read, PlanChangeLineItemJson.WriteMembers);

internal sealed class PaymentMethodUpdateConverter()
    : UnionConverter<PaymentMethodUpdate>(PaymentMethodUpdateJson.Read, PaymentMethodUpdateJson.WriteMembers);

internal sealed class IntegrationConfigConverter()
    : UnionConverter<IntegrationConfig>(IntegrationConfigJson.Read, IntegrationConfigJson.WriteMembers);
