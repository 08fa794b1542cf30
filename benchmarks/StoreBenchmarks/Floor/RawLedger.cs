using DodoUpsell;
using Npgsql;

namespace StoreBenchmarks.Floor;

/// <summary>The statements of a ledger, written by hand with Npgsql: prepared, typed, and one round trip each.</summary>
internal sealed class RawLedger(NpgsqlDataSource source)
{
    private const string Claim = """
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, next_check_at, checks, subscription_ids, attempts, attempt_id)
        VALUES ('', 1, $1, $2, $3, $4, $5, 0, 0, $6, $7, 0, '[]', $8, $9)
        ON CONFLICT (account, environment, charge_key) DO NOTHING
        """;

    private const string Mark = """
        UPDATE dodo_charges SET write_id = $2, state = 1, version = 1, sent_at = $3, next_check_at = $4, attempts = $5
        WHERE account = '' AND environment = 1 AND charge_key = $1 AND version = 0
        """;

    private const string Settle = """
        WITH changed AS (
            UPDATE dodo_charges SET write_id = $2, state = 4, version = 2, settled_at = $3, next_check_at = NULL,
                payment_id = $4, charged_amount = $5, charged_currency = $6, attempts = $7
            WHERE account = '' AND environment = 1 AND charge_key = $1 AND version = 1 RETURNING 1
        )
        INSERT INTO dodo_settlements (account, environment, settlement_id, charge_key, kind, payment_id, amount, currency,
            charge, occurred_at, state, attempts, due_at, waits_behind)
        SELECT '', 1, $8, $1, 0, $4, $5, $6, $9, $3, 0, 0, $3, 0 FROM changed ON CONFLICT DO NOTHING
        """;

    private const string Find = "SELECT * FROM dodo_charges WHERE account = '' AND environment = 1 AND charge_key = $1";

    /// <summary>Returns whether the key was free. Reads the record if it was not.</summary>
    public async Task<bool> ClaimAsync(ChargeRecord record, string attempts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand(Claim, connection))
        {
            Add(command, record.Key.Value);
            Add(command, Guid.NewGuid());
            Add(command, record.Fingerprint);
            Add(command, record.Flow);
            Add(command, record.CustomerId);
            Add(command, record.ClaimedAt.UtcDateTime);
            Add(command, record.NextCheckAt!.Value.UtcDateTime);
            Add(command, attempts);
            Add(command, record.Attempts[0].Id);
            await command.PrepareAsync();
            if (await command.ExecuteNonQueryAsync() == 1)
                return true;
        }

        await using var find = new NpgsqlCommand(Find, connection);
        Add(find, record.Key.Value);
        await find.PrepareAsync();
        await using var reader = await find.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("A taken key has no row.");
        Taken = RawCharge.Read(reader);
        return false;
    }

    /// <summary>Gets the last record that was read.</summary>
    public ChargeRecord? Taken { get; private set; }

    public async Task MarkAsync(ChargeRecord record, string attempts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Mark, connection);
        Add(command, record.Key.Value);
        Add(command, Guid.NewGuid());
        Add(command, record.SentAt!.Value.UtcDateTime);
        Add(command, record.NextCheckAt!.Value.UtcDateTime);
        Add(command, attempts);
        await command.PrepareAsync();
        Require(await command.ExecuteNonQueryAsync());
    }

    public async Task SettleAsync(ChargeRecord record, string attempts)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Settle, connection);
        var writeId = Guid.NewGuid();
        Add(command, record.Key.Value);
        Add(command, writeId);
        Add(command, record.SettledAt!.Value.UtcDateTime);
        Add(command, record.PaymentId!);
        Add(command, record.Charged!.Value.MinorUnits);
        Add(command, record.Charged.Value.Currency.Value);
        Add(command, attempts);
        Add(command, $"settled:{record.Key.Value}");
        Add(command, RawCharge.Settled(record, writeId, attempts));
        await command.PrepareAsync();
        Require(await command.ExecuteNonQueryAsync());
    }

    private static void Add<T>(NpgsqlCommand command, T value) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    private static void Require(int rows)
    {
        if (rows != 1)
            throw new InvalidOperationException("The statement changed no row.");
    }
}
