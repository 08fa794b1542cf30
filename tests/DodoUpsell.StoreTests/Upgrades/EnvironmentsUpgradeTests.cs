using DodoUpsell.StoreTests.Support;
using Npgsql;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>
/// Tests the script that upgrades tables from before environments existed, with rows as they were written then.
/// </summary>
public sealed class EnvironmentsUpgradeTests(PostgresDatabases databases)
{
    private const string OldRows = """
        INSERT INTO dodo_charges (account, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, settled_at, checks, payment_id, subscription_id, charged_amount, charged_currency, details,
            attempts) VALUES
        ('', 'order-1', gen_random_uuid(), '0F', 'upsell', 'cus_1', 4, 3, '2026-01-15T12:00:00Z', '2026-01-15T12:01:00Z', 0,
            'pay_1', 'sub_1', 1900, 'USD', NULL,
            '[{"id":"a1","is_checkout":false,"started_at":"2026-01-15T12:00:00+00:00"},' ||
            '{"id":"a2","is_checkout":true,"started_at":"2026-01-15T12:00:10+00:00","payment_id":"pay_1",' ||
            '"error_code":"\u0000 {\u0022id\u0022:\u0022no\u0022"}]'),
        ('', 'order-2', gen_random_uuid(), '0F', 'upsell', 'cus_1', 1, 1, '2026-01-15T12:00:00Z', NULL, 2,
            NULL, NULL, NULL, NULL, NULL, '[{"id":"a3","is_checkout":false,"started_at":"2026-01-15T12:00:00+00:00"}]'),
        ('', 'planchange-gate:sub_1', gen_random_uuid(), 'planchange-gate', 'planchange-gate', '', 7, 5, '2026-01-15T12:00:00Z', NULL,
            0, NULL, 'sub_1', NULL, NULL, '{"holder":"plan-1","partly_paid_until":"2026-02-01T00:00:00.5Z"}', '[]'),
        ('brand-b', 'planchange-gate:sub_2', gen_random_uuid(), 'planchange-gate', 'planchange-gate', '', 7, 0,
            '2026-01-15T12:00:00Z', NULL, 0, NULL, 'sub_2', NULL, NULL, '{"holder":"order \u0022b\u0022"}', '[]'),
        ('brand-b', 'order-1', gen_random_uuid(), '0F', 'upsell', 'cus_2', 5, 2, '2026-01-15T12:00:00Z', '2026-01-15T12:01:00Z', 0,
            NULL, NULL, NULL, NULL, NULL, '[]')
        """;

    private readonly string _script = UpgradeScript.Read("one-environment.to.environments");

    [Fact]
    public async Task Old_rows_are_read_by_the_new_store_in_the_environment_that_was_named()
    {
        var database = await OldAsync();

        await PostgresDatabases.ExecuteAsync(
            database,
            """SET dodoupsell.environments = '{"": "live", "brand-b": "test"}';"""
                + "\n"
                + _script
                + UpgradeScript.Read("environments.to.queues")
                + UpgradeScript.Read("queues.to.offers")
                + UpgradeScript.Read("offers.to.backoffice")
        );

        await using var node = new Node(database);
        var (mine, theirs) = (node.Ledger(""), node.Ledger("brand-b"));
        Assert.Null(await mine.FindAsync(DodoEnvironment.Test, "order-1"));
        var paid = (await mine.FindAsync(DodoEnvironment.Live, "order-1"))!;
        Assert.Equal(
            (ChargeState.Succeeded, 3, "pay_1", new Money(1900, Currency.USD)),
            (paid.State, paid.Version, paid.PaymentId, paid.Charged!.Value)
        );
        Assert.Equal(["sub_1"], paid.SubscriptionIds);
        Assert.Equal("order-1", (await mine.FindByAttemptAsync(DodoEnvironment.Live, "a2"))!.Key.Value);
        Assert.Null(await mine.FindByAttemptAsync(DodoEnvironment.Live, "a1"));
        var open = (await mine.FindByAttemptAsync(DodoEnvironment.Live, "a3"))!;
        Assert.Empty(open.SubscriptionIds);
        Assert.True(
            await mine.TryUpdateAsync(
                open with
                {
                    Version = 2,
                    State = ChargeState.Declined,
                },
                open.Settlement("settlement-1")
            )
        );
        Assert.Equal("cus_2", (await theirs.FindAsync(DodoEnvironment.Test, "order-1"))!.CustomerId);

        var held = (await mine.FindLockAsync(DodoEnvironment.Live, "sub_1"))!;
        Assert.Equal(
            ("plan-1", 5, new DateTimeOffset(2026, 2, 1, 0, 0, 0, 500, TimeSpan.Zero)),
            (held.Holder.Value, held.Version, held.PartlyPaidUntil!.Value)
        );
        Assert.True(await mine.TryLockAsync(held with { Version = 6, Holder = "plan-2" }));
        var other = (await theirs.FindLockAsync(DodoEnvironment.Test, "sub_2"))!;
        Assert.Equal(("order \"b\"", 0, null), (other.Holder.Value, other.Version, other.PartlyPaidUntil));
        Assert.Null(await mine.FindAsync(DodoEnvironment.Live, "planchange-gate:sub_1"));
        Assert.Empty(await mine.ListAsync(DodoEnvironment.Live, ChargeState.NotCharged));
    }

    [Theory]
    [InlineData(null, "SET dodoupsell.environments")]
    [InlineData("""{"": "live"}""", "'brand-b'")]
    [InlineData("""{"": "production", "brand-b": "test"}""", "''")]
    public async Task Without_an_environment_for_every_account_nothing_is_changed(string? named, string told)
    {
        var database = await OldAsync();
        var before = await Schema.ShapeAsync(database);

        var e = await Assert.ThrowsAsync<PostgresException>(() =>
            PostgresDatabases.ExecuteAsync(
                database,
                (named is null ? "" : $"SET dodoupsell.environments = '{named}';\n") + _script
            )
        );

        Assert.Contains(told, e.MessageText, StringComparison.Ordinal);
        Assert.Equal(before, await Schema.ShapeAsync(database));
    }

    [Fact]
    public async Task An_upgraded_database_has_the_shape_of_a_new_one()
    {
        var upgraded = await OldAsync();
        await PostgresDatabases.ExecuteAsync(
            upgraded,
            """SET dodoupsell.environments = '{"": "live", "brand-b": "test"}';"""
                + "\n"
                + _script
                + UpgradeScript.Read("environments.to.queues")
                + UpgradeScript.Read("queues.to.offers")
                + UpgradeScript.Read("offers.to.backoffice")
        );

        Assert.Equal(
            await Schema.ShapeAsync(await databases.CreateWithTablesAsync()),
            await Schema.ShapeAsync(upgraded)
        );
    }

    private async Task<string> OldAsync()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("one-environment"));
        await PostgresDatabases.ExecuteAsync(database, OldRows);
        return database;
    }
}
