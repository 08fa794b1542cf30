using System.Net;
using System.Text.Json;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>What each page shows, and what its actions do and record.</summary>
public sealed class PageTests
{
    private const DodoEnvironment Test = DodoEnvironment.Test;

    [Fact]
    public async Task The_overview_has_the_results_of_rules_variants_and_experiments_with_texts_for_its_drawings()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        var page = await operators.PageAsync("");
        var text = Html.Text(page);

        Assert.Contains("Offers in USD", text, StringComparison.Ordinal);
        Assert.Contains("401", text, StringComparison.Ordinal);
        Assert.Contains("35.2 %", text, StringComparison.Ordinal);
        Assert.Contains("US$2,889.00", text, StringComparison.Ordinal);
        Assert.Contains("Withheld from 200 subjects", text, StringComparison.Ordinal);
        Assert.Contains(
            "aria-label=\"Of 200 offers: 60 accepted, 112 declined, 20 expired, 8 accepted but not paid\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Sample ratio as planned", text, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"[^\"]*31.5 percentage points, between [^\"]* Better than the control.\"", page);
        Assert.Contains("2 parked webhooks and 1 parked settlement", text, StringComparison.Ordinal);
        Assert.Contains("14 of 25 payments were declined.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_has_the_period_that_was_asked_for()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        Assert.Contains(
            "No offers in this period",
            await operators.PageAsync("?from=2020-01-01&to=2020-01-31"),
            StringComparison.Ordinal
        );
        foreach (
            var wrong in new[]
            {
                "?from=2026-01-31&to=2026-01-01",
                "?from=x&to=2026-01-01",
                "?from=2026-01-01",
                "?from=9999-12-31&to=9999-12-31",
            }
        )
            Assert.Contains("The dates are not a period", await operators.PageAsync(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_sample_ratio_is_an_alarm()
    {
        await using var office = await SeededAsync();
        var store = office.Get<IOfferStore>();
        var real = (await store.FindAsync(Test, "ofr_old_1"))!;
        for (var i = 0; i < 800; i++)
            await store.AddAsync(
                real with
                {
                    Id = $"ofr_more_{i}",
                    SubjectId = $"user:more-{i}",
                    CustomerId = $"cus_more_{i}",
                }
            );
        using var operators = await office.SignInAsync();

        var text = Html.Text(await operators.PageAsync(""));

        Assert.Contains("Sample ratio alarm", text, StringComparison.Ordinal);
        Assert.Contains("Do not believe these results.", text, StringComparison.Ordinal);
        Assert.Contains("(p < 0.0001): control 200, plain 1,000, urgent 200", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_rule_is_resumed_once_and_both_times_are_recorded()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        using var resumed = await operators.SubmitAsync("", "/rules/resume", ("rule", Seed.TipRule));
        office.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await operators.SubmitAsync("/explain", "/rules/resume", ("rule", Seed.TipRule));

        Assert.Equal(HttpStatusCode.SeeOther, resumed.StatusCode);
        var after = await operators.Http.GetStringAsync(
            resumed.Headers.Location,
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Resumed a rule: done.", Html.Text(after), StringComparison.Ordinal);
        Assert.DoesNotContain("Paused rules", after, StringComparison.Ordinal);
        var pause = Assert.Single(await office.Get<IOfferStore>().ListPausesAsync(Test));
        Assert.True(pause.ResumesAt <= office.Emulator.Clock.GetUtcNow());
        Assert.Equal(
            [
                ("rule.resume", Seed.TipRule, OperatorResult.NothingToDo),
                ("rule.resume", Seed.TipRule, OperatorResult.Done),
            ],
            await ActionsAsync(office)
        );
    }

    [Fact]
    public async Task Charges_are_listed_by_state_and_age()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        var open = await operators.PageAsync("/charges");
        var old = await operators.PageAsync("/charges?state=Sending&age=1h");
        var paid = await operators.PageAsync("/charges?state=Succeeded");

        Assert.True(
            open.IndexOf("order-202-upsell", StringComparison.Ordinal)
                < open.IndexOf("order-200-upsell", StringComparison.Ordinal)
        );
        Assert.Contains("order-202-upsell", old, StringComparison.Ordinal);
        Assert.DoesNotContain("order-201-upsell", old, StringComparison.Ordinal);
        Assert.Contains(Seed.PaidKey, paid, StringComparison.Ordinal);
        Assert.DoesNotContain("order-200-upsell", paid, StringComparison.Ordinal);
        Assert.Contains(
            "No such charges",
            await operators.PageAsync("/charges?state=Refunded"),
            StringComparison.Ordinal
        );
        foreach (
            var unknown in new[]
            {
                "?state=Nothing",
                "?state=4",
                "?age=2h",
                "?after=unknown",
                "?after=%20",
                "?after=%00",
            }
        )
            await operators.PageAsync(
                "/charges" + unknown,
                unknown is "?after=%20" ? HttpStatusCode.OK : HttpStatusCode.NotFound
            );
    }

    [Fact]
    public async Task Pages_of_charges_follow_each_other()
    {
        await using var office = await BackOffice.StartAsync();
        for (var i = 0; i < 120; i++)
            await office
                .Get<IChargeLedger>()
                .ClaimAsync(
                    new ChargeRecord
                    {
                        Environment = Test,
                        Key = $"order-{i:000}/ö?&",
                        Fingerprint = "0F",
                        Flow = "upsell",
                        CustomerId = "cus_1",
                        State = ChargeState.Succeeded,
                        ClaimedAt = office.Now.AddMinutes(-i / 3),
                    }
                );
        using var operators = await office.SignInAsync();
        var seen = new List<string>();

        for (var next = "/charges?state=Succeeded"; next is not null; )
        {
            var page = await operators.PageAsync(next);
            seen.AddRange(
                System
                    .Text.RegularExpressions.Regex.Matches(WebUtility.HtmlDecode(page), ">(order-[0-9]{3})/")
                    .Select(m => m.Groups[1].Value)
            );
            var link = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]*after=[^\"]*)\">Next page");
            next = link.Success ? WebUtility.HtmlDecode(link.Groups[1].Value)[office.Prefix.Length..] : null;
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        Assert.StartsWith("order-00", seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_has_its_attempts_payments_webhooks_and_settlements()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();
        var record = (await office.Get<IChargeLedger>().FindAsync(Test, Seed.PaidKey))!;

        var text = Html.Text(await operators.PageAsync($"/charge?key={Seed.PaidKey}"));
        var declined = Html.Text(await operators.PageAsync($"/charge?key={Seed.DeclinedKey}"));
        var failing = Html.Text(await operators.PageAsync($"/charge?key={Seed.FailingKey}"));

        Assert.Contains(record.Attempts[0].Id, text, StringComparison.Ordinal);
        Assert.Contains($"{record.PaymentId} succeeded US$19.00 VISA •••• 4242", text, StringComparison.Ordinal);
        Assert.Contains("Webhook payment.succeeded Parked: all attempts failed", text, StringComparison.Ordinal);
        Assert.Contains("The app was told: Outcome", text, StringComparison.Ordinal);
        var order = new[]
        {
            "The key was claimed",
            "Attempt 1 began",
            "The charge was sent",
            "The payment was created",
            "The outcome: Paid",
            "Settlement recorded: Outcome",
        };
        Assert.Equal(order, order.OrderBy(title => text.IndexOf(title, StringComparison.Ordinal)));
        Assert.Contains("GENERIC_DECLINE", declined, StringComparison.Ordinal);
        Assert.Contains("The issuer declined without a reason.", declined, StringComparison.Ordinal);
        Assert.Contains("The licence server responded with 503.", failing, StringComparison.Ordinal);
        Assert.Contains("The app could not be told: Outcome", failing, StringComparison.Ordinal);
        foreach (
            var unknown in new[]
            {
                "",
                "?key=",
                "?key=unknown",
                "?key=%00",
                "?key=a&key=b",
                $"?key={new string('k', 300)}",
            }
        )
            await operators.PageAsync("/charge" + unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_charge_is_shown_while_the_api_is_down()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();
        office.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Path = "/payments/*",
                Times = 100,
                Status = HttpStatusCode.BadRequest,
            }
        );

        var text = Html.Text(await operators.PageAsync($"/charge?key={Seed.PaidKey}"));

        Assert.Contains("It could not be read. The API responded with 400", text, StringComparison.Ordinal);
        Assert.Contains("Handled", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_webhook_is_replayed_and_recorded_before_it_is_due()
    {
        var log = new WatchedLog();
        await using var office = await SeededAsync(log);
        var inbox = office.Get<IWebhookInbox>();
        log.Added = async _ => Assert.Equal(InboxState.Parked, (await inbox.FindAsync(Seed.ParkedWebhook))!.State);
        using var operators = await office.SignInAsync();

        Assert.Contains(
            "The table licences is locked.",
            Html.Text(await operators.PageAsync("/parked")),
            StringComparison.Ordinal
        );
        using var replayed = await operators.SubmitAsync("/parked", "/delivery/replay", ("id", Seed.ParkedWebhook));

        Assert.Equal(HttpStatusCode.SeeOther, replayed.StatusCode);
        var delivery = (await inbox.FindAsync(Seed.ParkedWebhook))!;
        Assert.Equal((InboxState.Waiting, 0), (delivery.State, delivery.Attempts));
        var action = Assert.Single(await office.Get<IOperatorLog>().ListAsync(Test));
        Assert.Equal(
            (BackOffice.Operator, "webhook.replay", Seed.ParkedWebhook, OperatorResult.Done, office.Now),
            (action.Operator, action.Action, action.Subject, action.Result, action.EndedAt)
        );
        var after = await operators.Http.GetStringAsync(
            replayed.Headers.Location,
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Replayed a webhook: done.", Html.Text(after), StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Ada Lovelace\"", WebUtility.HtmlDecode(after), StringComparison.Ordinal);
        Assert.Contains(BackOffice.Operator, await operators.PageAsync("/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        var log = new WatchedLog { Added = _ => throw new InvalidOperationException("The database is down.") };
        await using var office = await SeededAsync(log);
        using var operators = await office.SignInAsync();

        using var replayed = await operators.SubmitAsync("/parked", "/delivery/replay", ("id", Seed.ParkedWebhook));
        using var resumed = await operators.SubmitAsync("", "/rules/resume", ("rule", Seed.TipRule));

        Assert.Equal(HttpStatusCode.InternalServerError, replayed.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, resumed.StatusCode);
        Assert.Equal(InboxState.Parked, (await office.Get<IWebhookInbox>().FindAsync(Seed.ParkedWebhook))!.State);
        Assert.Single(await office.Get<IOfferStore>().ListPausesAsync(Test));
    }

    [Fact]
    public async Task A_parked_settlement_is_replayed_and_one_that_waits_is_shown()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();
        var settlements = office.Get<IChargeSettlements>();
        var parked = Assert.Single(await settlements.ListAsync(InboxState.Parked)).Settlement.Id;

        Assert.Contains(
            "Your app was told about every settlement.",
            await operators.PageAsync("/parked"),
            StringComparison.Ordinal
        );
        using var replayed = await operators.SubmitAsync(
            $"/settlement?id={Uri.EscapeDataString(parked)}",
            "/settlement/replay",
            ("id", parked)
        );
        office.Emulator.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(InboxState.Waiting, (await settlements.FindAsync(parked))!.State);
        var page = await operators.PageAsync("/parked");
        Assert.Contains("No settlement is parked.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Your app was told about every settlement.", page, StringComparison.Ordinal);
        Assert.Equal([("settlement.replay", parked, OperatorResult.Done)], await ActionsAsync(office));
        await operators.PageAsync("/settlement?id=unknown", HttpStatusCode.NotFound);
        await operators.PageAsync("/delivery?id=unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_subject_is_explained_in_plain_words_and_no_address_has_its_id()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        using var response = await operators.SubmitAsync(
            "/explain",
            "/explain",
            ("customer", DemoSeed.CustomerWithCards),
            ("user", "")
        );
        using var nobody = await operators.SubmitAsync("/explain", "/explain", ("customer", " "));

        var text = Html.Text(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("tip-on-account The rule paused itself.", text, StringComparison.Ordinal);
        Assert.Contains("course-at-support The subject already owns what is offered.", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Equal(
            [("subject.explain", DemoSeed.CustomerWithCards, OperatorResult.Done)],
            await ActionsAsync(office)
        );
    }

    [Fact]
    public async Task A_receipt_is_shown_verified_and_exported()
    {
        await using var office = await BackOffice.StartAsync(configure: Seed.Offers);
        var offer = await Seed.OffersAsync(office);
        using var operators = await office.SignInAsync();

        var text = Html.Text(await operators.PageAsync($"/receipts?offer={offer}"));
        using var verified = await operators.SubmitAsync("/receipts", "/receipts/verify");
        office.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        using var exported = await operators.SubmitAsync(
            $"/receipts?offer={offer}",
            "/receipts/export",
            ("offer", offer)
        );
        using var unknown = await operators.SubmitAsync("/receipts", "/receipts/export", ("offer", "ofr_unknown"));

        Assert.Contains("Charged US$49.00", text, StringComparison.Ordinal);
        var report = Html.Text(await verified.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // The offers of the seed were never charged, so the verification finds that they have no receipts.
        Assert.Contains("The receipts are not intact", report, StringComparison.Ordinal);
        Assert.Contains("An accepted offer has no receipt.", report, StringComparison.Ordinal);
        Assert.Equal("application/json", exported.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"receipt-{offer}.json", exported.Content.Headers.ContentDisposition!.FileName);
        using var document = JsonDocument.Parse(
            await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(offer, document.RootElement.GetProperty("offer_id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await operators.PageAsync("/receipts?offer=ofr_unknown", HttpStatusCode.NotFound);
        Assert.Equal(
            [("receipt.export", offer, OperatorResult.Done), ("receipts.verify", null, OperatorResult.Done)],
            await ActionsAsync(office)
        );
    }

    [Fact]
    public async Task Each_reason_and_state_has_words()
    {
        await using var office = await BackOffice.StartAsync();
        using var operators = await office.SignInAsync();

        Assert.All(
            Enum.GetValues<OfferReason>(),
            reason => Assert.EndsWith(".", Text.OfferReasonWords.Of(reason), StringComparison.Ordinal)
        );
        Assert.All(
            Enum.GetValues<NoOfferReason>(),
            reason => Assert.EndsWith(".", Text.OfferReasonWords.Of(reason), StringComparison.Ordinal)
        );
        Assert.All(
            Enum.GetValues<ReceiptFaultKind>(),
            fault => Assert.EndsWith(".", Text.Words.Of(fault), StringComparison.Ordinal)
        );
        Assert.All(Enum.GetValues<ChargeState>(), state => Assert.NotEmpty(Text.Words.Meaning(state)));
        Assert.Equal(Enum.GetValues<ChargeState>(), Text.Words.States.Order());
        foreach (var state in Enum.GetValues<ChargeState>())
            await operators.PageAsync($"/charges?state={state}");
    }

    [Fact]
    public async Task An_empty_shop_has_empty_pages()
    {
        await using var office = await BackOffice.StartAsync();
        using var operators = await office.SignInAsync();

        Assert.Contains(
            "Register them with AddOffers(…)",
            Html.Text(await operators.PageAsync("")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "This brand has no offers.",
            Html.Text(await operators.PageAsync("/explain")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "so it has no receipts",
            Html.Text(await operators.PageAsync("/receipts")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No webhook is parked.",
            Html.Text(await operators.PageAsync("/parked")),
            StringComparison.Ordinal
        );
        Assert.Contains("No actions yet", Html.Text(await operators.PageAsync("/log")), StringComparison.Ordinal);
    }

    private static async Task<BackOffice> SeededAsync(IOperatorLog? log = null)
    {
        var office = await BackOffice.StartAsync(configure: builder =>
        {
            if (log is not null)
                builder.Services.AddSingleton(log);
            Seed.Offers(builder);
        });
        await Seed.AllAsync(office);
        return office;
    }

    private static async Task<IEnumerable<(string, string?, OperatorResult)>> ActionsAsync(BackOffice office) =>
        (await office.Get<IOperatorLog>().ListAsync(Test)).Select(action =>
            (action.Action, action.Subject, action.Result)
        );

    /// <summary>A log that says what it is about to record.</summary>
    private sealed class WatchedLog : IOperatorLog
    {
        private readonly InMemoryOperatorLog _inner = new();

        public Func<OperatorAction, Task> Added { get; set; } = _ => Task.CompletedTask;

        public async Task<bool> AddAsync(OperatorAction action, CancellationToken cancellationToken = default)
        {
            await Added(action);
            return await _inner.AddAsync(action, cancellationToken);
        }

        public Task<bool> EndAsync(
            DodoEnvironment environment,
            string id,
            OperatorResult result,
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        ) => _inner.EndAsync(environment, id, result, now, cancellationToken);

        public Task<OperatorAction?> FindAsync(
            DodoEnvironment environment,
            string id,
            CancellationToken cancellationToken = default
        ) => _inner.FindAsync(environment, id, cancellationToken);

        public Task<IReadOnlyList<OperatorAction>> ListAsync(
            DodoEnvironment environment,
            int maxCount = 100,
            OperatorAction? after = null,
            CancellationToken cancellationToken = default
        ) => _inner.ListAsync(environment, maxCount, after, cancellationToken);
    }
}
