namespace DodoUpsell;

/// <summary>What a payment consists of (<c>GET /payments/{payment_id}/line-items</c>).</summary>
public sealed record PaymentLineItems : ApiObject
{
    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<PaymentLineItem> Items { get; init => field = value ?? []; } = [];
}
