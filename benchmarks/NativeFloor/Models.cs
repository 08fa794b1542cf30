using System.Text.Json;
using System.Text.Json.Serialization;

namespace NativeFloor;

internal sealed record Items<T>([property: JsonPropertyName("items")] List<T> All);

internal sealed record PaymentMethod(string PaymentMethodId, Card? Card);

internal sealed record Card([property: JsonPropertyName("last4_digits")] string? Last4Digits);

internal sealed record Product(string ProductId, string Name, Price Price);

internal sealed record Price(string Type);

internal sealed record Preview(long TotalPrice, string Currency);

internal sealed record CheckoutRequest(
    List<CartItem> ProductCart,
    CustomerReference Customer,
    string? PaymentMethodId,
    bool? Confirm,
    Dictionary<string, string> Metadata
);

internal sealed record CartItem(string ProductId, int Quantity);

internal sealed record CustomerReference(string CustomerId);

internal sealed record CheckoutSession(string SessionId, string? PaymentId);

internal sealed record Payment(string PaymentId, string? Status, Dictionary<string, JsonElement> Metadata);

internal sealed record ApiError(string Code, string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Items<PaymentMethod>))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(Preview))]
[JsonSerializable(typeof(CheckoutSession))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Items<Payment>))]
[JsonSerializable(typeof(ApiError))]
internal sealed partial class ApiJson : JsonSerializerContext;
