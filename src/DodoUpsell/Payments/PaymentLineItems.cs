using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>Represents the line items of a payment (<c>GET /payments/{payment_id}/line-items</c>).</summary>
public sealed record PaymentLineItems : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<PaymentLineItem>? _items;

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the line items.</summary>
    public IReadOnlyList<PaymentLineItem> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
