using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Offers.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/offers.md.</summary>
[Collection(nameof(OneConsole))]
public sealed class OfferSnippets
{
    private readonly DodoEmulator _emulator = new();

    [Fact]
    public async Task Rules_in_code_and_the_way_of_an_offer()
    {
        using var console = new ConsoleOutput();
        var builder = Builder();

        #region offers-rules
        builder.AddOffers(offers =>
        {
            offers.Rule(
                "ebook",
                rule =>
                    rule.WhenBought("pdt_demo_course")
                        .Sell("pdt_demo_ebook")
                        .Downsell("ebook-for-less", no => no.Sell("pdt_demo_ebook").Discount("SPRING20"))
            );
            offers.Rule("pro", rule => rule.At("account").ChangePlan("pdt_demo_pro", from: "pdt_demo_basic"));
        });
        #endregion

        await using var provider = builder.Services.BuildServiceProvider();
        var offers = provider.GetRequiredService<IOfferFlow>();
        var paymentId = await BuyAsync(provider);
        var userId = "user-1";
        await offers.LinkAsync(userId, DemoSeed.CustomerWithCards, TestContext.Current.CancellationToken);

        #region offers-find
        var subject = SubjectIds.OfUser(userId); // the user who is signed in, never an id from the request
        var decision = await offers.FindOfferAsync(new() { PaymentId = paymentId, Subject = subject });
        if (decision.Offer is not { } offer)
            return; // decision.NoOffer and decision.Rules say why

        foreach (var line in offer.Disclosure.Lines)
            Console.WriteLine($"{line.Text} {line.Amount}");
        Console.WriteLine($"[{offer.Disclosure.AcceptText}] [{offer.Disclosure.DeclineText}]");
        #endregion

        #region offers-decline
        // The customer says no, and may get a downsell.
        var next = await offers.DeclineAsync(subject, offer.Id);
        #endregion

        offer = next!.Offer!;

        #region offers-accept
        var accept = new AcceptOfferRequest
        {
            OfferId = offer.Id,
            DisclosureId = offer.Disclosure.Id, // what the customer was shown
            Subject = subject,
        };
        var outcome = await offers.AcceptAsync(accept);
        Console.WriteLine(
            outcome switch
            {
                OfferOutcome.Succeeded paid => $"Paid {paid.Charged}: deliver the product",
                OfferOutcome.ActionRequired step => $"3-D Secure: send the customer to {step.Url}",
                OfferOutcome.CheckoutRequired page => $"No usable card: send the customer to {page.CheckoutUrl}",
                OfferOutcome.Changed changed => $"Show {changed.Offer.Disclosure.DueNow} and ask again",
                _ => outcome.CustomerMessage, // pending, declined, expired or refused: deliver nothing
            }
        );
        #endregion

        Assert.Contains("[Order with obligation to pay]", console.Text, StringComparison.Ordinal);
        var charged = new Money(1520, Currency.USD);
        Assert.EndsWith($"Paid {charged}: deliver the product", console.Text, StringComparison.Ordinal);

        #region offers-explain
        var explanation = await offers.ExplainAsync(subject, paymentId);
        foreach (var (ruleId, reasons) in explanation.Rules)
            Console.WriteLine($"{ruleId} is not offered: {reasons}");
        #endregion

        Assert.Contains("pro is not offered: ", console.Text, StringComparison.Ordinal);

        #region offers-erase
        await offers.EraseAsync(subject); // links, offers, assignments, quotes and webhook bodies
        #endregion

        Assert.Null(await offers.FindAsync(subject, offer.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Everything_else_of_a_rule()
    {
        var builder = Builder();

        #region offers-with
        builder
            .AddOffers(offers =>
            {
                offers.Family("plans", "pdt_basic", "pdt_pro"); // one subscription of these at most
                offers.Options.Cultures.Add("de");
                offers.Options.TermsUrl = "https://example.com/terms";
                offers.Rule(
                    "pro-for-less",
                    rule =>
                        rule.WhenBought("pdt_course")
                            .UnlessOwned("pdt_bundle")
                            .When(when => when with { FirstPurchase = false, Audiences = ["vip"] })
                            .ChangePlan("pdt_pro")
                            .Discount(new OfferDiscount { Code = "VIP", UsesPerSubject = 1 })
                            .With(with => with with { Priority = 10, Cap = new(3, TimeSpan.FromDays(90)) })
                );
            })
            .AddOfferAudience(
                "vip",
                (context, cancellationToken) => IsVipAsync(context.Subject.UserId, cancellationToken)
            )
            .OnOfferChanged((change, _) => Track($"{change.Offer.RuleId}: {change.Offer.State}"));
        #endregion

        using var provider = builder.Services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IOfferFlow>());

        ValueTask<bool> IsVipAsync(string? userId, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(userId is not null);
        }

        Task Track(string text) => Task.FromResult(text);
    }

    [Fact]
    public async Task Subjects()
    {
        var builder = Builder();
        await using var provider = builder.Services.BuildServiceProvider();
        var userId = "user-1";

        #region offers-subject
        var checkout = new CreateCheckoutSessionRequest
        {
            ProductCart = [new() { ProductId = "pdt_…", Quantity = 1 }],
            Metadata = new() { [OfferSubject.UserMetadataKey] = userId }, // links the customer once it is paid
        };
        #endregion

        Assert.Equal(userId, checkout.Metadata["dodoupsell_user"].AsString());
    }

    [Fact]
    public async Task Reports_and_receipts()
    {
        using var console = new ConsoleOutput();
        var builder = Builder();
        builder.AddOffers(offers => offers.Rule("ebook", rule => rule.Sell(DemoSeed.Ebook)));
        await using var provider = builder.Services.BuildServiceProvider();
        var flow = provider.GetRequiredService<IOfferFlow>();
        var decision = await flow.FindOfferAsync(new OfferPurchase { PaymentId = await BuyAsync(provider) });
        var offer = decision.Offer!;
        await flow.AcceptAsync(
            new()
            {
                OfferId = offer.Id,
                DisclosureId = offer.Disclosure.Id,
                Subject = SubjectIds.OfCustomer(offer.CustomerId),
            }
        );
        await ReportAsync(provider.GetRequiredService<IOfferReports>(), offer.MadeAt, offer.MadeAt.AddDays(1));
        var receipts = provider.GetRequiredService<IConsentReceipts>();

        #region offers-receipts
        var evidence = await receipts.ExportAsync(offer.Id); // IConsentReceipts: JSON for the bank in a dispute
        var report = await receipts.VerifyAsync();
        Console.WriteLine(report.IsIntact ? $"{report.Count} receipts are intact" : $"{report.Faults.Count} faults");
        #endregion

        Assert.Contains(offer.Id, evidence, StringComparison.Ordinal);
        Assert.Contains("1 receipts are intact", console.Text, StringComparison.Ordinal);
        var earned = new Money(1900, Currency.USD);
        Assert.Contains($"ebook: 1 shown, 1 accepted, {earned} earned", console.Text, StringComparison.Ordinal);

        static async Task ReportAsync(IOfferReports reports, DateTimeOffset from, DateTimeOffset until)
        {
            #region offers-report
            foreach (var report in await reports.ReportAsync(from, until)) // IOfferReports, one report for each currency
            {
                foreach (var row in report.Rows)
                    Console.WriteLine($"{row.RuleId}: {row.Shown} shown, {row.Accepted} accepted, {row.Net} earned");
                foreach (var experiment in report.Experiments)
                    Console.WriteLine(
                        $"{experiment.ExperimentKey}: {experiment.SubjectsWaiting} subjects are still counted later"
                    );
            }
            #endregion
        }
    }

    [Fact]
    public void A_test_of_the_sellers_own()
    {
        var options = new OfferOptions();

        #region offers-unreachable
        MyOffers.AddTo(options); // however your app builds its rules
        Assert.Empty(options.FindUnreachable(DateTimeOffset.UtcNow));
        #endregion
    }

    [Fact]
    public void The_json_of_the_page_is_a_catalogue()
    {
        var page = File.ReadAllText(RepositoryFolder.PathOf("docs", "offers.md")).ReplaceLineEndings("\n");
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var json = page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
        const string Frame = "{ \"DodoUpsell\": { \"Offers\": ";
        Assert.StartsWith(Frame, string.Join(' ', json.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        var offers = json[json.IndexOf('{', json.IndexOf("Offers", StringComparison.Ordinal))..json.LastIndexOf('}')];

        var options = Catalogues.FromJson(
            offers[..offers.LastIndexOf('}')],
            builder =>
            {
                #region offers-configured
                builder.AddOffers();
                #endregion
            }
        );

        Assert.Equal(["ebook", "ebook-for-less", "pro"], options.Rules.Select(rule => rule.Id));
        Assert.Empty(options.FindUnreachable(new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    private DodoUpsellBuilder Builder()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_emulator.AppClock);
        var builder = services.AddDodoUpsells(options =>
        {
            (options.ApiKey, options.Environment) = ("any", DodoEnvironment.Test);
            options.Offers.DecisionDeadline = TimeSpan.FromSeconds(30);
        });
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(_emulator.CreateHandler);
        return builder;
    }

    private async Task<string> BuyAsync(IServiceProvider provider)
    {
        var dodo = provider.GetRequiredService<IDodoClient>();
        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = DemoSeed.Course, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        _emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        await dodo.Payments.GetAsync(session.PaymentId!);
        return session.PaymentId!;
    }

    private static class MyOffers
    {
        public static void AddTo(OfferOptions options) => options.Rules.Add(Catalogues.Rule("ebook"));
    }
}
