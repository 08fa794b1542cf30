using DodoUpsell.StoreTests.Charging;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Operators;

/// <summary>Tests that no statement of the back office reads or sorts a whole table, with 100,000 rows in each.</summary>
[Collection(nameof(Alone))]
public sealed class BackOfficePlanTests(PostgresDatabases databases)
{
    private const string Rows = """
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, checks, subscription_ids, attempts)
        SELECT '', 1, 'order-' || n, gen_random_uuid(), '0F', 'upsell', 'cus_' || n / 5, CASE WHEN n % 50 = 0 THEN 2 ELSE 4 END,
            1, '2026-01-01Z'::timestamptz + n * interval '1 second', 0, '[]', '[]'
        FROM generate_series(1, 100000) n;
        INSERT INTO dodo_settlements (account, environment, settlement_id, charge_key, kind, charge, occurred_at, state,
            attempts, due_at, waits_behind)
        SELECT '', 1, 'set_' || n, 'order-' || n / 2, 0, '{}', '2026-01-01Z'::timestamptz + n * interval '1 second', 2, 1,
            '2026-01-01Z', 0
        FROM generate_series(1, 100000) n;
        INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at, subject,
            received_at, state, attempts, due_at, waits_behind)
        SELECT '', 'msg_' || n, 'payment.succeeded', '{}', t, t, t, 'payment:pay_' || n / 3, t, 2, 1, t, 0
        FROM generate_series(1, 100000) n, LATERAL (SELECT '2026-01-01Z'::timestamptz + n * interval '1 second' AS t) times;
        INSERT INTO dodo_operator_actions (account, environment, action_id, started_at, operator, action, result)
        SELECT '', 1, 'act_' || n, '2026-01-01Z'::timestamptz + n * interval '1 second', 'Ann', 'webhook.replay', 1
        FROM generate_series(1, 100000) n;
        ANALYZE
        """;

    [Fact]
    public async Task Every_statement_uses_an_index()
    {
        var database = await databases.CreateWithTablesAsync();
        await PostgresDatabases.ExecuteAsync(database, Rows);
        var plans = new Explains();
        await using var node = new Node(database, retries: false, plans);
        var ledger = EntityFrameworkChargeLedger.Create(node);
        var inbox = EntityFrameworkWebhookInboxStore.Create(node);
        var log = EntityFrameworkOperatorLog.Create(node);
        var middle = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

        foreach (var newestFirst in new[] { true, false })
        {
            var query = new ChargeQuery { State = ChargeState.Succeeded, NewestFirst = newestFirst };
            var first = await ledger.ListAsync(DodoEnvironment.Test, query);
            await ledger.ListAsync(DodoEnvironment.Test, query with { ClaimedBefore = middle });
            var second = await ledger.ListAsync(DodoEnvironment.Test, query with { After = first[^1] });
            await ledger.ListAsync(
                DodoEnvironment.Test,
                query with
                {
                    State = ChargeState.Waiting,
                    ClaimedBefore = middle,
                    After = second[^1],
                }
            );
            Assert.Equal(100, first.Concat(second).Select(charge => charge.Key).Distinct().Count());
        }

        Assert.Empty(await ledger.Settlements.ListOfChargeAsync(DodoEnvironment.Test, "order-unknown"));
        Assert.Equal(3, (await inbox.ListOfSubjectAsync("payment:pay_77", 100)).Count);
        var actions = await log.ListAsync(DodoEnvironment.Test);
        await log.ListAsync(DodoEnvironment.Test, 100, actions[^1]);
        await log.AddAsync(OperatorLogSuite.Action("act_new"));
        Assert.True(await log.EndAsync(DodoEnvironment.Test, "act_new", OperatorResult.Done, middle));

        Assert.True(plans.Read.Count > 14);
        Assert.DoesNotContain(plans.Read, plan => plan.Contains("Seq Scan on dodo_", StringComparison.Ordinal));

        // A page that is sorted is a page of which everything was read.
        Assert.DoesNotContain(plans.Read, plan => plan.Contains("Sort Key", StringComparison.Ordinal));
    }
}
