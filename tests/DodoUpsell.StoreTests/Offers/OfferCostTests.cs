using DodoUpsell.StoreTests.Charging;
using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

/// <summary>The suite for PostgreSQL.</summary>
public sealed class OfferCostTests(PostgresDatabases databases) : OfferCostSuite(databases.DocumentedAsync);

/// <summary>The suite for SQLite.</summary>
public sealed class SqliteOfferCostTests(SqliteDatabases databases) : OfferCostSuite(databases.DocumentedAsync);

/// <summary>Tests how many round trips to the database an operation is.</summary>
public abstract class OfferCostSuite(Func<Task<string>> database)
{
    [Fact]
    public async Task What_a_decision_and_an_accept_do_is_one_round_trip_each()
    {
        var counter = new CountsStatements();
        await using var node = new Node(await database(), retries: true, counter);
        var store = EntityFrameworkOfferStore.Create(node, $"account-{Guid.NewGuid():N}");
        async Task OnceAsync<T>(Func<Task<T>> act)
        {
            counter.Take();
            await act();
            Assert.Single(counter.Take());
        }

        // The first write looks up once how the database compares keys.
        await store.AddAsync(Offer("ofr_0"));

        await OnceAsync(() => store.FindSubjectAsync(Test, SubjectIds.OfUser("ann")));
        await OnceAsync(() => store.FindSubjectAsync(Test, SubjectIds.OfCustomer("cus_1")));
        await OnceAsync(() => store.LinkAsync(Test, "ann", "cus_1", Now));
        await OnceAsync(() => store.FindSubjectAsync(Test, SubjectIds.OfCustomer("cus_1")));
        await OnceAsync(() => store.FindBySlotAsync(Test, "purchase:pay_1"));
        await OnceAsync(() => store.ListAsync(Test, "user:ann"));
        await OnceAsync(() => store.ListAssignmentsAsync(Test, "user:ann"));
        await OnceAsync(() => store.ListPausesAsync(Test));
        await OnceAsync(() => store.AssignAsync(Assignment("exp", "user:ann", "a")));
        await OnceAsync(() => store.AssignAsync(Assignment("exp", "user:ann", "b")));
        await OnceAsync(() => store.AddAsync(Offer("ofr_1", "purchase:pay_1")));
        await OnceAsync(() => store.AddAsync(Offer("ofr_2", "purchase:pay_1")));
        var accepting = Offer("ofr_1", "purchase:pay_1").Next(OfferState.Accepting);
        await OnceAsync(() => store.TryUpdateAsync(accepting));
        await OnceAsync(() => store.FindAsync(Test, "ofr_1"));
        await OnceAsync(() => store.AddMoneyAsync(Payment("pay_1")));

        // With a receipt, the last one is read first.
        counter.Take();
        var paid = accepting.Next(OfferState.Accepted);
        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));
        Assert.Equal(2, counter.Take().Count);
    }
}

/// <summary>Tests that no statement reads a whole table, with 50,000 offers in it.</summary>
[Collection(nameof(Alone))]
public sealed class OfferPlanTests(PostgresDatabases databases)
{
    private const string Rows = """
        INSERT INTO dodo_offers (account, environment, offer_id, write_id, slot, subject_id, customer_id, rule_id, placement,
            depth, state, version, made_at, expires_at, accepted_at, ended_at, shown_amount, shown_currency, terms,
            subscription_id)
        SELECT '', 1, 'ofr_' || n, gen_random_uuid(), 'purchase:pay_' || n, 'user:' || n / 5, 'cus_' || n / 5,
            'rule-' || n % 200, 'post-purchase', 1, CASE WHEN n % 1000 = 0 THEN n / 1000 % 2 ELSE 2 + n % 4 END, 1, t, t,
            t, CASE WHEN n % 1000 = 0 THEN NULL ELSE t END, 100, 'EUR', '{}', 'sub_' || n
        FROM generate_series(1, 50000) n, LATERAL (SELECT '2026-01-01Z'::timestamptz + n * interval '1 minute' AS t) times;
        INSERT INTO dodo_offer_customers (account, environment, customer_id, user_id, linked_at)
        SELECT '', 1, 'cus_' || n, n, '2026-01-01Z' FROM generate_series(1, 10000) n;
        INSERT INTO dodo_offer_assignments (account, environment, experiment_key, subject_id, variant, assigned_at)
        SELECT '', 1, 'exp-' || n % 4, 'user:' || n, 'a', '2026-01-01Z'::timestamptz + n * interval '1 minute'
        FROM generate_series(1, 50000) n;
        INSERT INTO dodo_offer_money (account, environment, source_id, kind, payment_id, subject_id, amount, currency,
            occurred_at, offer_id, is_renewal, product_ids)
        SELECT '', 1, 'pay_' || n, n % 3, 'pay_' || n, 'user:' || n / 5, 100, 'EUR',
            '2026-01-01Z'::timestamptz + n * interval '1 minute', 'ofr_' || n, false, '[]'
        FROM generate_series(1, 50000) n;
        INSERT INTO dodo_consent_receipts (account, environment, number, offer_id, subject_id, json, content_hash,
            previous_hash, hash)
        SELECT '', 1, n, 'ofr_' || n, 'user:' || n / 5, '{}', '0', '0', '0' FROM generate_series(1, 50000) n;
        ANALYZE
        """;

    [Fact]
    public async Task Every_statement_uses_an_index()
    {
        var database = await databases.CreateWithTablesAsync();
        await PostgresDatabases.ExecuteAsync(database, Rows);
        var plans = new Explains();
        await using var node = new Node(database, retries: false, plans);
        var store = EntityFrameworkOfferStore.Create(node);
        var from = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);

        await store.FindSubjectAsync(Test, SubjectIds.OfUser("77"));
        await store.FindSubjectAsync(Test, SubjectIds.OfCustomer("cus_77"));
        await store.FindSubjectAsync(Test, new SubjectIds { UserId = "77", CustomerId = "cus_78" });
        await store.FindBySlotAsync(Test, "purchase:pay_77");
        await store.FindBySubscriptionAsync(Test, "sub_78");
        await store.ListAsync(Test, "user:77");
        await store.ListAssignmentsAsync(Test, "user:77");
        var overdue = await store.ListOverdueAsync(Test, from, from, 10);
        await store.ListOverdueAsync(Test, from, from, 10, overdue[^1]);
        await store.AddAsync(Offer("ofr_new", "purchase:pay_new"));
        var offer = (await store.FindAsync(Test, "ofr_new"))!.Next(OfferState.Accepted);
        await store.TryUpdateAsync(offer, offer.Receipt());
        await store.AssignAsync(Assignment("exp-1", "user:77", "a"));
        await store.AddMoneyAsync(Payment("pay_77", offer: "ofr_77"));
        await store.CountAsync(Test, "rule-77", from);
        await store.FindReceiptAsync(Test, "ofr_77");
        await store.LinkAsync(Test, "77", "cus_new", Now);
        await store.EraseAsync(
            Test,
            await store.FindSubjectAsync(Test, SubjectIds.OfUser("78")),
            eraseReceipts: true,
            Now
        );
        await FirstAsync(store.ReadMadeAsync(Test, from, from.AddDays(1)));
        await FirstAsync(store.ReadAssignedAsync(Test, from, from.AddDays(1)));
        await FirstAsync(store.ReadMoneyAsync(Test, from.AddDays(24)));
        await FirstAsync(store.ReadReceiptsAsync(Test));
        await store.PruneAsync(Test, new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));

        Assert.True(plans.Read.Count > 30);
        Assert.Contains(plans.Read, plan => plan.Contains("ix_dodo_offers_open", StringComparison.Ordinal));
        Assert.Contains(plans.Read, plan => plan.Contains("ix_dodo_offers_accepting", StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Read, plan => plan.Contains("Seq Scan on dodo_", StringComparison.Ordinal));
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var _ in rows)
            return;
    }
}
