namespace DodoUpsell.StoreTests.Quotes;

/// <summary>What every store of quotes must do.</summary>
public abstract class QuoteStoreSuite
{
    protected const DodoEnvironment Test = DodoEnvironment.Test;

    protected static DateTimeOffset Now { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    protected abstract Task<IPlanChangeQuoteStore> OpenAsync(string account);

    private static string NewAccount => $"account-{Guid.NewGuid():N}";

    protected static PlanChangeQuoteRecord Quote(
        string id,
        string subject = "user:ada",
        DateTimeOffset? madeAt = null,
        DodoEnvironment environment = Test,
        string customer = "cus_1"
    ) =>
        new()
        {
            Environment = environment,
            Id = id,
            SubjectId = subject,
            CustomerId = customer,
            Quote = """{"id":"q"}""",
            MadeAt = madeAt ?? Now,
            KeptUntil = (madeAt ?? Now).AddHours(1),
        };

    [Fact]
    public async Task A_quote_is_found_as_it_was_added()
    {
        var account = NewAccount;
        var store = await OpenAsync(account);
        var quote = Quote("q1");

        await store.AddAsync(quote, 20, Now);

        Assert.Equal(quote, await store.FindAsync(Test, "q1"));
        Assert.Equal(quote, await (await OpenAsync(account)).FindAsync(Test, "q1"));
        Assert.Null(await store.FindAsync(Test, "Q1"));
        Assert.Null(await store.FindAsync(Test, "q2"));
    }

    [Fact]
    public async Task Accounts_and_environments_are_kept_apart()
    {
        var (mine, other) = (await OpenAsync(NewAccount), await OpenAsync(NewAccount));

        await mine.AddAsync(Quote("q1"), 1, Now);
        await mine.AddAsync(Quote("q1", environment: DodoEnvironment.Live), 1, Now);
        await other.AddAsync(Quote("q2", madeAt: Now.AddDays(1)), 1, Now.AddDays(1));
        await mine.ConfirmAsync(DodoEnvironment.Live, "q1", Now, Now.AddDays(30));

        Assert.Null((await mine.FindAsync(Test, "q1"))!.ConfirmedAt);
        Assert.Equal(Now, (await mine.FindAsync(DodoEnvironment.Live, "q1"))!.ConfirmedAt);
        Assert.Null(await other.FindAsync(Test, "q1"));
    }

    [Fact]
    public async Task The_oldest_unconfirmed_quotes_of_a_subject_make_room()
    {
        var store = await OpenAsync(NewAccount);
        await store.AddAsync(Quote("q0"), 3, Now);
        Assert.True(await store.ConfirmAsync(Test, "q0", Now, Now.AddDays(30)));
        await store.AddAsync(Quote("other", "user:ben"), 3, Now);
        for (var i = 1; i <= 5; i++)
            await store.AddAsync(Quote($"q{i}", madeAt: Now.AddSeconds(i)), 3, Now.AddSeconds(i));

        string[] all = ["q0", "q1", "q2", "q3", "q4", "q5", "other"];
        var kept = new List<string>();
        foreach (var id in all)
        {
            if (await store.FindAsync(Test, id) is not null)
                kept.Add(id);
        }

        Assert.Equal(["q0", "q3", "q4", "q5", "other"], kept);
    }

    [Fact]
    public async Task What_is_old_is_removed_and_what_was_confirmed_is_kept_for_longer()
    {
        var store = await OpenAsync(NewAccount);
        await store.AddAsync(Quote("old"), 20, Now);
        await store.AddAsync(Quote("confirmed"), 20, Now);
        await store.ConfirmAsync(Test, "confirmed", Now, Now.AddDays(30));

        await store.AddAsync(Quote("new", madeAt: Now.AddHours(2)), 20, Now.AddHours(2));

        Assert.Null(await store.FindAsync(Test, "old"));
        Assert.Equal(Now.AddDays(30), (await store.FindAsync(Test, "confirmed"))!.KeptUntil);
        Assert.False(await store.ConfirmAsync(Test, "old", Now, Now.AddDays(30)));

        await store.AddAsync(Quote("newer", madeAt: Now.AddDays(31)), 20, Now.AddDays(31));
        Assert.Null(await store.FindAsync(Test, "confirmed"));
    }

    [Fact]
    public async Task Many_at_once_leave_no_more_than_the_limit()
    {
        var store = await OpenAsync(NewAccount);
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => store.AddAsync(Quote($"q{i}", madeAt: Now.AddSeconds(i)), 5, Now))
        );
        await store.AddAsync(Quote("last", madeAt: Now.AddMinutes(5)), 5, Now);

        var left = 0;
        for (var i = 0; i < 40; i++)
            left += await store.FindAsync(Test, $"q{i}") is null ? 0 : 1;
        Assert.Equal(4, left);
    }

    [Fact]
    public async Task The_quotes_of_a_subject_and_of_its_customers_are_erased_confirmed_or_not()
    {
        var account = NewAccount;
        var (store, other) = (await OpenAsync(account), await OpenAsync(NewAccount));
        await store.AddAsync(Quote("own", "user:ada", customer: "cus_gone"), 20, Now);
        await store.AddAsync(Quote("confirmed", "user:ada"), 20, Now);
        await store.ConfirmAsync(Test, "confirmed", Now, Now.AddDays(30));
        await store.AddAsync(Quote("before-the-link", "customer:cus_2", customer: "cus_2"), 20, Now);
        await store.AddAsync(Quote("by-another-user", "user:ben", customer: "cus_2"), 20, Now);
        await store.ConfirmAsync(Test, "by-another-user", Now, Now.AddDays(30));
        await store.AddAsync(Quote("bens", "user:ben", customer: "cus_3"), 20, Now);
        await store.AddAsync(Quote("case", "user:Ada", customer: "CUS_1"), 20, Now);
        await store.AddAsync(Quote("live", environment: DodoEnvironment.Live), 20, Now);
        await other.AddAsync(Quote("others"), 20, Now);
        var ada = new OfferSubject
        {
            Id = "user:ada",
            UserId = "ada",
            CustomerIds = ["cus_1", "cus_2"],
        };

        Assert.Equal(4, await store.EraseAsync(Test, ada));
        Assert.Equal(0, await store.EraseAsync(Test, ada));

        foreach (var id in new[] { "own", "confirmed", "before-the-link", "by-another-user" })
        {
            Assert.Null(await store.FindAsync(Test, id));
            Assert.False(await store.ConfirmAsync(Test, id, Now, Now.AddDays(30)));
        }

        foreach (var id in new[] { "bens", "case" })
            Assert.NotNull(await store.FindAsync(Test, id));
        Assert.NotNull(await store.FindAsync(DodoEnvironment.Live, "live"));
        Assert.NotNull(await other.FindAsync(Test, "others"));
    }

    [Fact]
    public async Task An_erased_quote_takes_no_room()
    {
        var store = await OpenAsync(NewAccount);
        await store.AddAsync(Quote("q1"), 2, Now);
        await store.AddAsync(Quote("erased", madeAt: Now.AddSeconds(1), customer: "cus_2"), 2, Now);
        await store.EraseAsync(Test, new OfferSubject { Id = "customer:cus_2", CustomerIds = ["cus_2"] });
        await store.AddAsync(Quote("q2", madeAt: Now.AddSeconds(2)), 2, Now);

        Assert.NotNull(await store.FindAsync(Test, "q1"));
        Assert.NotNull(await store.FindAsync(Test, "q2"));
    }
}
