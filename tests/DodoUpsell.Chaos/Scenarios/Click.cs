using System.Text.Json.Serialization;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>A button that a customer clicks, in a form that can be sent to another process.</summary>
[JsonDerivedType(typeof(Buy), nameof(Buy))]
[JsonDerivedType(typeof(Confirm), nameof(Confirm))]
[JsonDerivedType(typeof(Recover), nameof(Recover))]
[JsonDerivedType(typeof(Accept), nameof(Accept))]
[JsonDerivedType(typeof(Decline), nameof(Decline))]
internal abstract record Click(int Run, string Key)
{
    /// <summary>Executes the click and returns the outcome that was shown.</summary>
    public async Task<SeenOutcome> PressAsync(Node node)
    {
        try
        {
            return await OnAsync(node).ConfigureAwait(false);
        }
        catch (DodoException e)
        {
            // The API could not be reached, and nothing was charged.
            return SeenOutcome.Failed(Key, e);
        }
    }

    protected abstract Task<SeenOutcome> OnAsync(Node node);

    /// <summary>A one-click purchase of a product.</summary>
    internal sealed record Buy(
        int Run,
        string Key,
        string Flow,
        string CustomerId,
        string? Country,
        long? PriceShown,
        bool OfferCheckout,
        bool BySession
    ) : Click(Run, Key)
    {
        private BillingAddress? Address =>
            Country is null ? null : new BillingAddress { Country = new CountryCode(Country) };

        private Money? Shown => PriceShown is { } minor ? new Money(minor, Currency.USD) : null;

        protected override async Task<SeenOutcome> OnAsync(Node node) =>
            SeenOutcome.Of(
                Flow == "upsell"
                    ? await node.Get<UpsellFlow>()
                        .ChargeAsync(
                            new UpsellRequest
                            {
                                Key = new(Key),
                                CustomerId = CustomerId,
                                Items = Cart,
                                BillingAddress = Address,
                                PriceShown = Shown,
                                OfferCheckout = OfferCheckout,
                            }
                        )
                        .ConfigureAwait(false)
                    : await node.Get<CrossSellFlow>()
                        .ChargeAsync(
                            new CrossSellRequest
                            {
                                Key = new(Key),
                                CustomerId = CustomerId,
                                Items = Cart,
                                BillingAddress = Address,
                                PriceShown = Shown,
                                OfferCheckout = OfferCheckout,
                                Route = BySession ? CrossSellRoute.CheckoutSessions : CrossSellRoute.Payments,
                            }
                        )
                        .ConfigureAwait(false)
            );

        private static IReadOnlyList<CheckoutItem> Cart { get; } = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }];
    }

    /// <summary>A plan change with a quote.</summary>
    internal sealed record Confirm(int Run, string Key, string Quote) : Click(Run, Key)
    {
        protected override async Task<SeenOutcome> OnAsync(Node node) =>
            SeenOutcome.Of(
                Key,
                await node.Get<PlanChangeFlow>().ConfirmAsync(PlanChangeQuote.Parse(Quote)).ConfigureAwait(false)
            );
    }

    /// <summary>The outstanding payment of a subscription on hold, with another card.</summary>
    internal sealed record Recover(int Run, string Key, string SubscriptionId, string PaymentMethodId) : Click(Run, Key)
    {
        protected override async Task<SeenOutcome> OnAsync(Node node) =>
            SeenOutcome.Of(
                await node.Get<PlanChangeFlow>()
                    .RecoverAsync(
                        new RecoverRequest
                        {
                            Key = new(Key),
                            SubscriptionId = SubscriptionId,
                            PaymentMethod = new ExistingPaymentMethod { PaymentMethodId = PaymentMethodId },
                        }
                    )
                    .ConfigureAwait(false)
            );
    }

    /// <summary>The yes to an offer, with the disclosure that the customer saw.</summary>
    internal sealed record Accept(
        int Run,
        string Key,
        string OfferId,
        string DisclosureId,
        string CustomerId,
        bool Persists
    ) : Click(Run, Key)
    {
        protected override async Task<SeenOutcome> OnAsync(Node node)
        {
            var outcome = await AcceptAsync(node, DisclosureId).ConfigureAwait(false);
            return SeenOutcome.Of(
                Key,
                Persists && outcome is OfferOutcome.Changed changed
                    ? await AcceptAsync(node, changed.Offer.Disclosure.Id).ConfigureAwait(false)
                    : outcome
            );
        }

        private Task<OfferOutcome> AcceptAsync(Node node, string disclosureId) =>
            node.Get<IOfferFlow>()
                .AcceptAsync(
                    new AcceptOfferRequest
                    {
                        OfferId = OfferId,
                        DisclosureId = disclosureId,
                        Subject = SubjectIds.OfCustomer(CustomerId),
                    }
                );
    }

    /// <summary>The no to an offer.</summary>
    internal sealed record Decline(int Run, string Key, string OfferId, string CustomerId) : Click(Run, Key)
    {
        protected override async Task<SeenOutcome> OnAsync(Node node)
        {
            var decision = await node.Get<IOfferFlow>()
                .DeclineAsync(SubjectIds.OfCustomer(CustomerId), OfferId)
                .ConfigureAwait(false);
            return new SeenOutcome(Key, $"No({decision?.NoOffer})");
        }
    }
}
