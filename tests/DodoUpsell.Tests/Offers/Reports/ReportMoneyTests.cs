using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Offers.Reports;

/// <summary>
/// The totals of a report are the emulator's money to the minor unit, although each webhook arrives twice and in another
/// order.
/// </summary>
public sealed class ReportMoneyTests(ITestOutputHelper output)
{
    private const string Plans = "plans";
    private const string Books = "books";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Totals_are_the_emulators_money_after_refunds_disputes_and_renewals(int seed)
    {
        await using var app = new App();
        var random = new Random(seed);
        var accepted = new Dictionary<string, string>(StringComparer.Ordinal);
        var customers = Enumerable.Range(0, 12).Select(i => $"cus_{seed}_{i}").ToList();
        foreach (var customer in customers)
        {
            app.Emulator.PutCustomer(customer);
            app.Emulator.SaveCard(customer, "4242424242424242");
            foreach (var placement in new[] { Books, Plans })
            {
                var paymentId = await app.AnswerAsync(customer, placement, accepts: random.Next(5) > 0);
                if (paymentId is not null)
                    accepted[paymentId] = placement;
            }
        }

        // A purchase without an offer is no revenue of one.
        await app
            .Services.GetRequiredService<UpsellFlow>()
            .ChargeAsync(Shop.Ebook() with { CustomerId = customers[0] });
        await app.DeliverAsync();
        var lost = Shake(app.Emulator, [.. accepted.Keys], random);
        await app.DeliverAsync();
        await app.Emulator.AdvanceAsync(TimeSpan.FromDays(65));
        await app.DeliverAsync();
        var offers = accepted.Keys.ToHashSet(StringComparer.Ordinal);
        var renewals = app
            .Emulator.Charges.Where(charge =>
                charge.CreatedAt > TheStart.AddDays(20) && customers.Contains(charge.CustomerId)
            )
            .ToList();
        app.Emulator.Refund(renewals.MaxBy(charge => charge.CreatedAt)!.PaymentId, 500);
        await app.DeliverAsync();

        var report = Assert.Single(
            await app
                .Services.GetRequiredService<IOfferReports>()
                .ReportAsync(TheStart.AddDays(-1), TheStart.AddDays(1))
        );

        foreach (var placement in new[] { Books, Plans })
        {
            var row = report.Rows.Single(one => one.RuleId == placement);
            var ids = accepted.Where(one => one.Value == placement).Select(one => one.Key).ToList();
            var (gross, refunded, disputed) = MoneyOf(app.Emulator, ids, lost);
            Assert.Equal((ids.Count, ids.Count), (row.Accepted, row.Paid));
            Assert.Equal(customers.Count, row.Shown);
            Assert.Equal(customers.Count - ids.Count, row.Declined);
            Assert.Equal(
                (gross, refunded, disputed, gross - refunded - disputed),
                (row.Gross.MinorUnits, row.Refunded.MinorUnits, row.Disputed.MinorUnits, row.Net.MinorUnits)
            );
            Assert.Equal(placement == Plans ? renewals.Sum(charge => charge.Amount) - 500 : 0, row.Renewals.MinorUnits);
            Assert.True(refunded > 0 && disputed > 0, "The seed refunds or disputes nothing.");
        }

        output.WriteLine($"{offers.Count} of {2 * customers.Count} offers paid, {renewals.Count} renewals");
    }

    private static DateTimeOffset TheStart => DodoEmulatorOptions.DefaultStartTime;

    // Every kind of loss happens to both rules: the ids are in the order in which books and plans took turns.
    private static HashSet<string> Shake(DodoEmulator emulator, List<string> paymentIds, Random random)
    {
        var lost = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < paymentIds.Count; i++)
        {
            var id = paymentIds[i];
            switch (i / 2 % 6)
            {
                case 0:
                    emulator.Refund(id, random.Next(100, 300));
                    emulator.Refund(id, random.Next(100, 300));
                    break;
                case 1:
                    emulator.Refund(id);
                    break;
                case 2:
                    Dispute(emulator, id, EmulatedDisputeStatus.Lost);
                    lost.Add(id);
                    break;
                case 3:
                    emulator.Refund(id, random.Next(100, 300));
                    Dispute(emulator, id, EmulatedDisputeStatus.Accepted);
                    lost.Add(id);
                    break;
                case 4:
                    Dispute(emulator, id, EmulatedDisputeStatus.Won);
                    break;
                default:
                    break;
            }
        }

        return lost;
    }

    private static void Dispute(DodoEmulator emulator, string paymentId, EmulatedDisputeStatus end) =>
        emulator.UpdateDispute(emulator.OpenDispute(paymentId)["dispute_id"]!.GetValue<string>(), end);

    private static (long Gross, long Refunded, long Disputed) MoneyOf(
        DodoEmulator emulator,
        List<string> paymentIds,
        HashSet<string> lost
    )
    {
        var charges = emulator.Charges.Where(charge => paymentIds.Contains(charge.PaymentId)).ToList();
        var refunds = emulator.Refunds.ToLookup(refund => refund.PaymentId, refund => (long)refund.Amount);
        return (
            charges.Sum(charge => (long)charge.Amount),
            charges.Sum(charge => refunds[charge.PaymentId].Sum()),
            charges
                .Where(charge => lost.Contains(charge.PaymentId))
                .Sum(charge => charge.Amount - refunds[charge.PaymentId].Sum())
        );
    }

    private sealed class App : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public App()
        {
            Emulator = new DodoEmulator(
                new DodoEmulatorOptions
                {
                    Webhook = new EmulatedWebhook(new Uri("http://127.0.0.1:5999/webhooks"))
                    {
                        Duplicate = true,
                        Shuffle = true,
                    },
                    WebhookHandler = new InboxEndpoint(() => Services),
                    Settlement = PaymentSettlement.Immediate,
                }
            );
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Emulator.Clock);
            services
                .AddDodoUpsells(options =>
                {
                    options.ApiKey = The.ApiKey;
                    options.Environment = DodoEnvironment.Test;
                    options.RateLimit = RateLimitTier.Off;
                    options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);
                })
                .AddOffers(offers =>
                    offers
                        .Rule(Books, rule => rule.At(Books).Sell(DemoSeed.Ebook))
                        .Rule(Plans, rule => rule.At(Plans).Sell(DemoSeed.BasicPlan))
                )
                .HttpClient.ConfigurePrimaryHttpMessageHandler(Emulator.CreateHandler);
            _services = services.BuildServiceProvider();
        }

        public DodoEmulator Emulator { get; }

        public IServiceProvider Services => _services;

        /// <summary>Answers the offer of a placement. Returns the id of its payment, or null after a no.</summary>
        public async Task<string?> AnswerAsync(string customer, string placement, bool accepts)
        {
            var flow = Services.GetRequiredService<IOfferFlow>();
            var subject = SubjectIds.OfCustomer(customer);
            var decision = await flow.FindOfferAsync(subject, placement);
            var offer = decision.Offer ?? throw new InvalidOperationException($"No offer: {decision.NoOffer}");
            if (!accepts)
            {
                await flow.DeclineAsync(subject, offer.Id);
                return null;
            }

            var outcome = await flow.AcceptAsync(
                new()
                {
                    OfferId = offer.Id,
                    DisclosureId = offer.Disclosure.Id,
                    Subject = subject,
                }
            );
            return Assert.IsType<OfferOutcome.Succeeded>(outcome).PaymentId;
        }

        public async Task DeliverAsync()
        {
            await Emulator.AdvanceAsync(TimeSpan.FromMinutes(1));
            await Emulator.DeliverWebhooksAsync();
            var handled = await Services.GetRequiredService<IWebhookInbox>().ProcessAsync();
            Assert.Equal((0, 0), (handled.Retrying, handled.Parked));
            await Services.GetRequiredService<IChargeSettlements>().ProcessAsync();
        }

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
