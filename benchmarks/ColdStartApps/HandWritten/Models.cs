using System.Text.Json.Serialization;

namespace HandWritten;

internal sealed class PaymentMethods
{
    public List<PaymentMethod> Items { get; set; } = [];
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

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PaymentMethods))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(CheckoutSession))]
internal sealed partial class ApiJson : JsonSerializerContext;
