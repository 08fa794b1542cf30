using System.Text;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>What a shop has after some weeks: charges, offers of an experiment, failures and receipts.</summary>
internal static class Seed
{
    public const string EbookRule = "ebook-after-course";
    public const string TipRule = "tip-on-account";
    public const string FailingKey = "order-settlement-fails";
    public const string PaidKey = "order-1001-upsell";
    public const string DeclinedKey = "order-1002-upsell";
    public const string ParkedWebhook = "msg_parked_1";

    private const DodoEnvironment Test = DodoEnvironment.Test;
    private static readonly Currency Usd = Currency.USD;

    public static void Offers(DodoUpsellBuilder builder)
    {
        builder.AddOffers(offers =>
        {
            offers.Options.DecisionDeadline = TimeSpan.FromSeconds(30);
            offers
                .Rule(
                    EbookRule,
                    rule =>
                        rule.At("account")
                            .Sell(DemoSeed.Ebook)
                            .With(one =>
                                one with
                                {
                                    Experiment = new OfferExperiment
                                    {
                                        Key = "ebook-price",
                                        Variants =
                                        [
                                            new() { Name = "control", IsHoldout = true },
                                            new() { Name = "plain" },
                                            new() { Name = "urgent" },
                                        ],
                                        AttributionWindow = TimeSpan.FromDays(7),
                                        PlannedSampleSize = 600,
                                    },
                                }
                            )
                )
                .Rule(TipRule, rule => rule.At("tips").WhenBought(DemoSeed.Course).Sell(DemoSeed.Tip))
                .Rule("course-at-support", rule => rule.At("support").Sell(DemoSeed.Course));
        });
        builder.OnChargeSettled(
            (settlement, _, _) =>
                settlement.Charge.Key.Value == FailingKey
                    ? throw new InvalidOperationException("The licence server responded with 503.")
                    : Task.CompletedTask
        );
    }

    /// <summary>Charges through the flows, whose payments the emulator has.</summary>
    public static async Task ChargesAsync(BackOffice office)
    {
        var upsells = office.Get<IUpsellFlow>();
        await upsells.ChargeAsync(Request(PaidKey, DemoSeed.CustomerWithCards));
        await upsells.ChargeAsync(Request(FailingKey, DemoSeed.CustomerWithCards));
        await upsells.ChargeAsync(Request(DeclinedKey, DemoSeed.CustomerWithDecliningCard));
        await upsells.ChargeAsync(
            Request("order-1003-upsell", DemoSeed.CustomerWithoutCard) with
            {
                OfferCheckout = true,
            }
        );
        await office.Get<IChargeSettlements>().ProcessAsync();
        office.Emulator.Clock.Advance(TimeSpan.FromMinutes(30));
        var ledger = office.Get<IChargeLedger>();
        for (var i = 0; i < 3; i++)
            await ledger.ClaimAsync(
                new ChargeRecord
                {
                    Environment = Test,
                    Key = $"order-20{i}-upsell",
                    Fingerprint = "0F",
                    Flow = "upsell",
                    CustomerId = $"cus_open_{i}",
                    State = ChargeState.Sending,
                    ClaimedAt = office.Now.AddMinutes(-1 - (40 * i)),
                    SentAt = office.Now.AddMinutes(-1 - (40 * i)),
                    PriceShown = new Money(1900, Usd),
                    Attempts = [new() { Id = $"att_{i}", StartedAt = office.Now.AddMinutes(-1 - (40 * i)) }],
                }
            );
    }

    public static async Task WebhooksAsync(BackOffice office)
    {
        var charge = (await office.Get<IChargeLedger>().FindAsync(Test, PaidKey))!;
        var store = office.Get<IWebhookInboxStore>();
        var body = $$$"""
            {"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-01-15T12:00:00Z","data":{"payload_type":"Payment",
            "payment_id":"{{{charge.PaymentId}}}","status":"succeeded","total_amount":1900,"currency":"USD",
            "customer":{"customer_id":"cus_demo_ada","name":"Ada Lovelace","email":"ada@example.com"},
            "metadata":{"dodoupsell_key":"{{{PaidKey}}}" } } }
            """;
        await ParkAsync(
            office,
            ParkedWebhook,
            "payment.succeeded",
            $"payment:{charge.PaymentId}",
            body,
            "DbUpdateException: The table licences is locked."
        );
        await ParkAsync(
            office,
            "msg_parked_2",
            "subscription.renewed",
            "subscription:sub_demo_basic",
            "{\"data\":{}}",
            "HttpRequestException: Connection refused (crm.internal:443)"
        );
        await store.AddAsync(
            Delivery(office, "msg_waiting_1", "payment.processing", $"payment:{charge.PaymentId}", "{\"data\":{}}")
        );
    }

    /// <summary>Adds a delivery and parks it, as an inbox does after its last attempt.</summary>
    public static async Task ParkAsync(
        BackOffice office,
        string id,
        string type,
        string subject,
        string body,
        string error,
        string? brand = null
    )
    {
        var store = office.Get<IWebhookInboxStore>(brand);
        await store.AddAsync(Delivery(office, id, type, subject, body) with { Account = brand ?? "" });
        var leased = (await store.LeaseDueAsync(office.Now, office.Now.AddMinutes(1), 100)).Single(one => one.Id == id);
        await store.ParkAsync(id, leased.LeaseToken!.Value, office.Now.AddMinutes(-20), error);
    }

    /// <summary>Adds one accepted offer with its receipt, and hundreds of others with what they earned.</summary>
    /// <returns>The id of the accepted offer.</returns>
    public static async Task<string> OffersAsync(BackOffice office)
    {
        var flow = office.Get<IOfferFlow>();
        var subject = SubjectIds.OfCustomer(DemoSeed.CustomerWithCards);
        var offer = (
            await flow.FindOfferAsync(subject, "support", System.Globalization.CultureInfo.InvariantCulture)
        ).Offer!;
        await flow.AcceptAsync(
            new AcceptOfferRequest
            {
                OfferId = offer.Id,
                DisclosureId = offer.Disclosure.Id,
                Subject = subject,
            }
        );
        var store = office.Get<IOfferStore>();
        var real = (await store.FindAsync(Test, offer.Id))!;
        await HistoryAsync(office, store, real);
        await store.PauseAsync(
            new OfferPause
            {
                Environment = Test,
                RuleId = TipRule,
                Reason = OfferPauseReason.Declines,
                Count = 14,
                Of = 25,
                PausedAt = office.Now.AddHours(-3),
            }
        );
        return offer.Id;
    }

    private static async Task HistoryAsync(BackOffice office, IOfferStore store, OfferRecord real)
    {
        string[] variants = ["control", "plain", "urgent"];
        for (var i = 0; i < 600; i++)
        {
            var variant = i % 3;
            var number = i / 3;
            var withheld = variant == 0;
            var accepted = !withheld && number % 10 < (variant == 1 ? 3 : 4);
            var state =
                withheld ? OfferState.Withheld
                : accepted ? OfferState.Accepted
                : number % 10 == 9 ? OfferState.Expired
                : number % 25 == 8 ? OfferState.Failed
                : OfferState.Declined;
            var madeAt = office.Now.AddDays(-28).AddMinutes(i * 20);
            var offer = real with
            {
                Id = $"ofr_old_{i}",
                Slot = null,
                SubjectId = $"user:{i}",
                CustomerId = $"cus_{i}",
                RuleId = EbookRule,
                ExperimentKey = "ebook-price",
                Variant = variants[variant],
                State = state,
                MadeAt = madeAt,
                ExpiresAt = madeAt.AddMinutes(15),
                EndedAt = madeAt.AddMinutes(2),
            };
            await store.AddAsync(offer);
            if (!accepted && !(withheld && number % 12 == 0))
                continue;
            await store.AddMoneyAsync(
                new OfferMoney
                {
                    Environment = Test,
                    SourceId = $"pay_old_{i}",
                    Kind = OfferMoneyKind.Payment,
                    PaymentId = $"pay_old_{i}",
                    SubjectId = offer.SubjectId,
                    OfferId = withheld ? null : offer.Id,
                    Amount = new Money(1900 + (100 * (number % 5)), Usd),
                    OccurredAt = madeAt.AddMinutes(3),
                    ProductIds = [DemoSeed.Course, DemoSeed.Ebook],
                }
            );
        }
    }

    public static async Task<string> AllAsync(BackOffice office)
    {
        var offer = await OffersAsync(office);
        await ChargesAsync(office);
        await WebhooksAsync(office);
        return offer;
    }

    /// <summary>Adds a withdrawal that needs a review, and a completed one whose personal data was erased.</summary>
    public static async Task WithdrawalsAsync(BackOffice office)
    {
        var store = office.Get<IWithdrawalStore>();
        await store.AddAsync(
            Withdrawal(
                office,
                "wdr_review",
                WithdrawalState.NeedsReview,
                """
                {"aliases":[],"is_decided":true,"untold":[],"refunds":[
                {"payment_id":"pay_1","status":"NeedsReview","review_reason":"RefundUnknown"},
                {"payment_id":"pay_2","status":"Succeeded","refund_id":"ref_2"},
                {"payment_id":"pay_3","status":"Succeeded","refund_id":"ref_3"}]}
                """
            ) with
            {
                ContractId = "pay_review",
                Statement = """
                {"name":"Ada Lovelace","contact":"ada@example.com","culture":"en","contract":{"id":"pay_review"}}
                """,
                Acknowledgement = "Acknowledgement of your withdrawal\n\nName: Ada Lovelace\nContact: ada@example.com",
            }
        );
        await store.AddAsync(
            Withdrawal(
                office,
                "wdr_done",
                WithdrawalState.Completed,
                """
                {"is_decided":true,"refunds":[{"payment_id":"pay_done","status":"Succeeded","refund_id":"ref_1",
                "amount":"1900 USD"}]}
                """
            ) with
            {
                EndedAt = office.Now.AddDays(-2),
                ErasedAt = office.Now.AddDays(-1),
            }
        );
    }

    public static WithdrawalRecord Withdrawal(BackOffice office, string id, WithdrawalState state, string work) =>
        new()
        {
            Environment = Test,
            Id = id,
            ContractId = $"pay_{id}",
            Slot = id,
            CustomerId = DemoSeed.CustomerWithCards,
            State = state,
            StatedAt = office.Now.AddDays(-3),
            ConfirmedAt = office.Now.AddDays(-3),
            Work = work,
        };

    private static UpsellRequest Request(string key, string customer) =>
        new()
        {
            Key = key,
            CustomerId = customer,
            Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
            PriceShown = new Money(1900, Usd),
            OfferCheckout = false,
        };

    private static InboxDelivery Delivery(BackOffice office, string id, string type, string subject, string body) =>
        new()
        {
            Id = id,
            Type = type,
            Subject = subject,
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = office.Now.AddMinutes(-25),
            SentAt = office.Now.AddMinutes(-26),
            OccurredAt = office.Now.AddMinutes(-26),
            DueAt = office.Now.AddMinutes(-25),
        };
}
