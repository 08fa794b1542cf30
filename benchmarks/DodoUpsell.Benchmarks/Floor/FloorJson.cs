using System.Text.Json.Serialization;

namespace DodoUpsell.Benchmarks.Floor;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(CheckoutSession))]
[JsonSerializable(typeof(Items<SavedPaymentMethod>))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Items<Payment>))]
internal sealed partial class FloorJson : JsonSerializerContext;
