using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell;
using Npgsql;

namespace StoreBenchmarks.Floor;

/// <summary>Reads and writes the record of a charge by hand, with source-generated JSON for its attempts.</summary>
internal static class RawCharge
{
    public static string Attempts(ChargeRecord record) =>
        JsonSerializer.Serialize(
            record.Attempts.Select(attempt => new RawAttempt(attempt.Id, attempt.StartedAt)).ToList(),
            RawJson.Default.ListRawAttempt
        );

    /// <summary>Returns the charge as a settlement keeps it.</summary>
    public static string Settled(ChargeRecord record, Guid writeId, string attempts) =>
        JsonSerializer.Serialize(
            new RawSettled(
                "",
                (int)record.Environment,
                record.Key.Value,
                writeId,
                record.Fingerprint,
                record.Flow,
                record.CustomerId,
                (int)record.State,
                record.Version,
                record.ClaimedAt.UtcDateTime,
                record.SentAt!.Value.UtcDateTime,
                record.SettledAt!.Value.UtcDateTime,
                record.Checks,
                record.PaymentId!,
                "[]",
                record.Charged!.Value.MinorUnits,
                record.Charged.Value.Currency.Value,
                attempts,
                record.Attempts[^1].Id
            ),
            RawJson.Default.RawSettled
        );

    public static ChargeRecord Read(NpgsqlDataReader row) =>
        new()
        {
            Environment = (DodoEnvironment)row.GetInt32(row.GetOrdinal("environment")),
            Key = new ChargeKey(row.GetString(row.GetOrdinal("charge_key"))),
            Fingerprint = row.GetString(row.GetOrdinal("fingerprint")),
            Flow = row.GetString(row.GetOrdinal("flow")),
            CustomerId = row.GetString(row.GetOrdinal("customer_id")),
            State = (ChargeState)row.GetInt32(row.GetOrdinal("state")),
            Version = row.GetInt32(row.GetOrdinal("version")),
            ClaimedAt = new DateTimeOffset(row.GetDateTime(row.GetOrdinal("claimed_at"))),
            SentAt = Time(row, "sent_at"),
            SettledAt = Time(row, "settled_at"),
            NextCheckAt = Time(row, "next_check_at"),
            Checks = row.GetInt32(row.GetOrdinal("checks")),
            PaymentId = Text(row, "payment_id"),
            SubscriptionId = Text(row, "subscription_id"),
            DeclineCode = Text(row, "decline_code"),
            ActionUrl = Text(row, "action_url"),
            CheckoutUrl = Text(row, "checkout_url"),
            CheckoutSessionId = Text(row, "checkout_session_id"),
            CheckoutExpiresAt = Time(row, "checkout_expires_at"),
            Details = Text(row, "details"),
            SubscriptionIds = JsonSerializer.Deserialize(
                row.GetString(row.GetOrdinal("subscription_ids")),
                RawJson.Default.ListString
            )!,
            Attempts = JsonSerializer
                .Deserialize(row.GetString(row.GetOrdinal("attempts")), RawJson.Default.ListRawAttempt)!
                .ConvertAll(attempt => new ChargeAttempt { Id = attempt.Id, StartedAt = attempt.StartedAt }),
        };

    private static string? Text(NpgsqlDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static DateTimeOffset? Time(NpgsqlDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal)
            ? null
            : new DateTimeOffset(row.GetDateTime(ordinal));
}

internal sealed record RawAttempt(string Id, DateTimeOffset StartedAt);

internal sealed record RawSettled(
    string Account,
    int Environment,
    string Key,
    Guid WriteId,
    string Fingerprint,
    string Flow,
    string CustomerId,
    int State,
    int Version,
    DateTime ClaimedAt,
    DateTime SentAt,
    DateTime SettledAt,
    int Checks,
    string PaymentId,
    string SubscriptionIds,
    long ChargedAmount,
    string ChargedCurrency,
    string Attempts,
    string AttemptId
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RawSettled))]
[JsonSerializable(typeof(List<RawAttempt>))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class RawJson : JsonSerializerContext;
