using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>Converts deliveries to rows and back.</summary>
internal static class DeliveryRows
{
    public static DeliveryRow Of(InboxDelivery delivery) =>
        new()
        {
            Account = delivery.Account,
            Id = delivery.Id,
            Type = StoredText.Of(delivery.Type),
            Subject = StoredText.Of(delivery.Subject),
            LeasedSubject =
                delivery.State == InboxState.Leased && delivery.Subject.Length > 0
                    ? StoredText.Of(delivery.Subject)
                    : null,
            Body = delivery.Body.ToArray(),
            ArrivedAt = StoredTime.Of(delivery.ReceivedAt),
            SentAt = StoredTime.Of(delivery.SentAt),
            OccurredAt = StoredTime.Of(delivery.OccurredAt),
            StateAt = StoredTime.Of(delivery.StateAt),
            FreshAt = StoredTime.Of(delivery.FreshAt),
            State = delivery.State,
            Attempts = delivery.Attempts,
            DueAt = StoredTime.Of(delivery.DueAt),
            LeaseToken = delivery.LeaseToken,
            LeasedUntil = StoredTime.Of(delivery.LeasedUntil),
            FinishedAt = StoredTime.Of(delivery.FinishedAt),
            LastError = StoredText.Of(delivery.LastError),
            TraceParent = StoredText.Of(delivery.TraceParent),
        };

    public static InboxDelivery Delivery(DeliveryRow row) =>
        new()
        {
            Account = row.Account,
            Id = row.Id,
            Type = row.Type,
            Subject = row.Subject,
            Body = row.Body,
            ReceivedAt = StoredTime.Read(row.ArrivedAt),
            SentAt = StoredTime.Read(row.SentAt),
            OccurredAt = StoredTime.Read(row.OccurredAt),
            StateAt = StoredTime.Read(row.StateAt),
            State = row.State,
            Attempts = row.Attempts,
            DueAt = StoredTime.Read(row.DueAt),
            LeaseToken = row.LeaseToken,
            LeasedUntil = StoredTime.Read(row.LeasedUntil),
            FinishedAt = StoredTime.Read(row.FinishedAt),
            LastError = row.LastError,
            TraceParent = row.TraceParent,
        };
}
