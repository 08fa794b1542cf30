using System.Data.Common;
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

    private static DeliveryRow Read(DbDataReader row, bool isNewest) =>
        new()
        {
            Account = row.Text("account"),
            Id = row.Text("webhook_id"),
            Type = row.Text("event_type"),
            Subject = row.Text("subject"),
            LeasedSubject = row.TextOrNull("leased_subject"),
            Body = row.GetFieldValue<byte[]>(row.GetOrdinal("body")),
            ArrivedAt = row.Time("received_at"),
            SentAt = row.Time("sent_at"),
            OccurredAt = row.Time("occurred_at"),
            StateAt = row.TimeOrNull("state_at"),
            FreshAt = row.Time("fresh_at"),
            State = (InboxState)row.Number("state"),
            Attempts = row.Number("attempts"),
            DueAt = row.Time("due_at"),
            WaitsBehind = row.Number("waits_behind") == 1,
            LeaseToken = row.IdOrNull("lease_token"),
            LeasedUntil = row.TimeOrNull("leased_until"),
            FinishedAt = row.TimeOrNull("finished_at"),
            LastError = row.TextOrNull("last_error"),
            TraceParent = row.TextOrNull("traceparent"),
            IsNewest = isNewest,
        };

    public static DeliveryRow ReadLeased(DbDataReader row) => Read(row, row.GetBoolean(row.GetOrdinal("is_newest")));

    public static DeliveryRow Read(DbDataReader row) => Read(row, isNewest: false);

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
            IsNewest = row.IsNewest,
        };
}
