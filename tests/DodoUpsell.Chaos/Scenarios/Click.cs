using System.Text.Json.Serialization;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>A button that a customer clicks, in a form that can be sent to another process.</summary>
[JsonDerivedType(typeof(Buy), nameof(Buy))]
[JsonDerivedType(typeof(Confirm), nameof(Confirm))]
[JsonDerivedType(typeof(Recover), nameof(Recover))]
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
}
