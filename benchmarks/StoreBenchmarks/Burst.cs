using System.Globalization;

namespace StoreBenchmarks;

/// <summary>A burst of waiting deliveries over some subjects, recorded one microsecond after the other.</summary>
internal static class Burst
{
    /// <summary>
    /// Adds the deliveries. Statistics stay as they were before, and no vacuum runs until the next burst.
    /// </summary>
    public static async Task AddAsync(Database database, int count, int subjects)
    {
        var text = (int value) => value.ToString(CultureInfo.InvariantCulture);
        await database.ExecuteAsync("DELETE FROM dodo_webhook_deliveries WHERE webhook_id LIKE 'msg\\_%'");
        await database.ExecuteAsync("ALTER TABLE dodo_webhook_deliveries SET (autovacuum_enabled = false)");
        await database.ExecuteAsync("VACUUM ANALYZE dodo_webhook_deliveries");
        await database.ExecuteAsync(
            $$"""
            INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
                subject, received_at, state, attempts, due_at, waits_behind)
            SELECT '', 'msg_' || lpad(i::text, 8, '0'), 'payment.succeeded', convert_to(
                    '{"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-11-01T12:00:00Z","data":'
                    '{"payload_type":"Payment","payment_id":"burst_' || i % {{text(
                subjects
            )}} || '","status":"succeeded",'
                    '"total_amount":1900,"currency":"USD","metadata":{"note":"' || rpad('', 1300, 'x') || '"} } }', 'UTF8'),
                at, at, at, 'payment:burst_' || i % {{text(subjects)}}, at, 0, 0, at, 0
            FROM (SELECT i, timestamptz '2026-11-01' + i * interval '1 microsecond' AS at
                FROM generate_series(0, {{text(count)}} - 1) i) burst
            """
        );
        await database.ExecuteAsync("CHECKPOINT");
    }

    /// <summary>Returns whether no delivery is open.</summary>
    public static Task<bool> IsDoneAsync(Database database) =>
        database.ScalarAsync<bool>(
            """
            SELECT NOT EXISTS (SELECT FROM dodo_webhook_deliveries WHERE account = '' AND state = 0 AND waits_behind = 0)
                AND NOT EXISTS (SELECT FROM dodo_webhook_deliveries WHERE account = '' AND waits_behind = 1)
                AND NOT EXISTS (SELECT FROM dodo_webhook_deliveries WHERE account = '' AND state = 1)
            """
        );
}
