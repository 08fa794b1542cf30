using System.Text.Json.Serialization;

namespace NativeFloor;

internal sealed class Items<T>
{
    [JsonPropertyName("items")]
    public List<T> All { get; set; } = [];
}

internal sealed class PaymentMethod
{
    public string PaymentMethodId { get; set; } = "";

    public Card? Card { get; set; }
}

internal sealed class Card
{
    // The snake-case policy converts this name to last4_digits, which is the API's name.
    public string? Last4Digits { get; set; }
}

internal sealed class Product
{
    public string ProductId { get; set; } = "";

    public string? Name { get; set; }

    public Price? Price { get; set; }
}

internal sealed class Price
{
    public string? Type { get; set; }
}

internal sealed class Preview
{
    public long TotalPrice { get; set; }

    public string? Currency { get; set; }
}

internal sealed class CheckoutRequest
{
    public List<CartItem> ProductCart { get; set; } = [];

    public CustomerReference? Customer { get; set; }

    public string? PaymentMethodId { get; set; }

    public bool? Confirm { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}

internal sealed class CartItem
{
    public string ProductId { get; set; } = "";

    public int Quantity { get; set; }
}

internal sealed class CustomerReference
{
    public string CustomerId { get; set; } = "";
}

internal sealed class CheckoutSession
{
    public string SessionId { get; set; } = "";

    public string? PaymentId { get; set; }
}

internal sealed class Payment
{
    public string PaymentId { get; set; } = "";

    public string? Status { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}

internal sealed class ApiError
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}

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
