using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DodoUpsell.Webhooks;
using Npgsql;

namespace StoreBenchmarks.Floor;

/// <summary>An inbox written by hand with Npgsql: one insert for a delivery, one lease for four, one update at the end.</summary>
internal sealed class RawInbox(NpgsqlDataSource source, byte[] key, string account = "")
{
    private const string Insert = """
        INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at, subject,
            received_at, state, attempts, due_at, waits_behind)
        VALUES ('', $1, $2, $3, $4, $5, $5, $6, $7, 0, 0, $7, 0) ON CONFLICT DO NOTHING
        """;

    private const string Lease = """
        UPDATE dodo_webhook_deliveries SET state = 1, attempts = attempts + 1, lease_token = $1, leased_until = $3,
            leased_subject = subject
        WHERE account = '' AND webhook_id = ANY(ARRAY(
            SELECT webhook_id FROM dodo_webhook_deliveries waiting
            WHERE account = '' AND state = 0 AND waits_behind = 0 AND due_at <= $2 AND NOT EXISTS (
                SELECT FROM dodo_webhook_deliveries busy
                WHERE busy.account = '' AND busy.leased_subject = waiting.subject)
            ORDER BY due_at, received_at, webhook_id LIMIT 4 FOR UPDATE SKIP LOCKED))
        RETURNING webhook_id, subject, body
        """;

    private const string Complete = """
        UPDATE dodo_webhook_deliveries SET state = 2, finished_at = $3, lease_token = NULL, leased_until = NULL,
            leased_subject = NULL
        WHERE account = '' AND webhook_id = $1 AND state = 1 AND lease_token = $2
        """;

    /// <summary>Verifies and records a delivery.</summary>
    public async Task ReceiveAsync(WebhookHeaders headers, byte[] body)
    {
        Verify(headers, body);
        var (type, occurred, payment) = Read(body);
        var now = DateTime.UtcNow;
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(For(Insert), connection);
        Add(command, headers.Id!);
        Add(command, type);
        Add(command, body);
        Add(command, now);
        Add(command, occurred);
        Add(command, $"payment:{payment}");
        Add(command, now);
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Leases four deliveries at a time and completes each, until none is due.</summary>
    public async Task<int> DrainAsync()
    {
        for (var done = 0; ; )
        {
            var token = Guid.NewGuid();
            var ids = await LeaseAsync(token);
            if (ids.Count == 0)
                return done;
            await Task.WhenAll(ids.Select(id => CompleteAsync(id, token)));
            done += ids.Count;
        }
    }

    private async Task<List<string>> LeaseAsync(Guid token)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(For(Lease), connection);
        Add(command, token);
        Add(command, DateTime.UtcNow);
        Add(command, DateTime.UtcNow.AddMinutes(10));
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<string>(4);
        while (await reader.ReadAsync())
        {
            Read(reader.GetFieldValue<byte[]>(2));
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private async Task CompleteAsync(string id, Guid token)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(For(Complete), connection);
        Add(command, id);
        Add(command, token);
        Add(command, DateTime.UtcNow);
        await command.PrepareAsync();
        if (await command.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("The lease was lost.");
    }

    private void Verify(WebhookHeaders headers, byte[] body)
    {
        var signed = Encoding.UTF8.GetBytes($"{headers.Id}.{headers.Timestamp}.{Encoding.UTF8.GetString(body)}");
        var expected = HMACSHA256.HashData(key, signed);
        var given = Convert.FromBase64String(headers.Signature!["v1,".Length..]);
        if (!CryptographicOperations.FixedTimeEquals(expected, given))
            throw new CryptographicException("The signature is wrong.");
    }

    private string For(string sql) => account == "" ? sql : sql.Replace("''", $"'{account}'", StringComparison.Ordinal);

    private static (string Type, DateTime Occurred, string Payment) Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return (
            json.RootElement.GetProperty("type").GetString()!,
            json.RootElement.GetProperty("timestamp").GetDateTimeOffset().UtcDateTime,
            json.RootElement.GetProperty("data").GetProperty("payment_id").GetString()!
        );
    }

    private static void Add<T>(NpgsqlCommand command, T value) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
}
