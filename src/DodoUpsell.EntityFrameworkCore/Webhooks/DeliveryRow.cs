using DodoUpsell.EntityFrameworkCore.Leases;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>One webhook delivery of one account, as a row of <c>dodo_webhook_deliveries</c>. Times are UTC.</summary>
internal sealed class DeliveryRow : LeasedRow
{
    public required string Type { get; init; }

    public required byte[] Body { get; init; }

    public DateTime SentAt { get; init; }

    public DateTime OccurredAt { get; init; }

    public DateTime? StateAt { get; init; }

    /// <summary>By which the newest of a subject is found.</summary>
    public DateTime FreshAt { get; init; }
}
