namespace DodoUpsell.Benchmarks.Floor;

internal sealed class Payment
{
    public string PaymentId { get; set; } = "";

    public string? Status { get; set; }

    public Customer? Customer { get; set; }

    public string? Currency { get; set; }

    public long TotalAmount { get; set; }

    public string? SubscriptionId { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? PaymentMethod { get; set; }

    public string? PaymentMethodType { get; set; }

    public string? CardLastFour { get; set; }

    public string? CardNetwork { get; set; }

    public string? RefundStatus { get; set; }

    public string? DisputeStatus { get; set; }

    public bool HasLicenseKey { get; set; }

    public bool DigitalProductsDelivered { get; set; }

    public string? InvoiceId { get; set; }

    public string? InvoiceUrl { get; set; }

    public string? PaymentProvider { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string? BrandId { get; set; }
}

internal sealed class Customer
{
    public string CustomerId { get; set; } = "";

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? PhoneNumber { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
