namespace DodoUpsell.Benchmarks.Floor;

internal sealed class CheckoutRequest
{
    public List<CartItem> ProductCart { get; set; } = [];

    public ExistingCustomer Customer { get; set; } = new();

    public string? PaymentMethodId { get; set; }

    public bool? Confirm { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}

internal sealed class CartItem
{
    public string ProductId { get; set; } = "";

    public int Quantity { get; set; }
}

internal sealed class ExistingCustomer
{
    public string CustomerId { get; set; } = "";
}

internal sealed class CheckoutSession
{
    public string SessionId { get; set; } = "";

    public string? CheckoutUrl { get; set; }

    public string? PaymentId { get; set; }

    public string? ClientSecret { get; set; }

    public string? PublishableKey { get; set; }
}
