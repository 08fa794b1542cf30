using DodoUpsell.EntityFrameworkCore.Leases;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>A row of <c>dodo_webhook_deliveries</c>: one webhook delivery of one account. Times are in UTC.</summary>
internal sealed class DeliveryRow : LeasedRow
{
    public required string Type { get; init; }

    public required byte[] Body { get; init; }

    public DateTime SentAt { get; init; }

    public DateTime OccurredAt { get; init; }

    public DateTime? StateAt { get; init; }

    /// <summary>Gets the time that determines the newest delivery of a subject.</summary>
    public DateTime FreshAt { get; init; }

    /// <summary>Gets whether no row of the subject was newer when this one was leased. It is not a column.</summary>
    public bool IsNewest { get; init; }
}
