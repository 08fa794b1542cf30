using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.PlanChanges;

namespace DodoUpsell.Offers;

/// <summary>The price of a cart as the API previews it, with what recurs. Amounts are copied, not computed.</summary>
internal sealed class PricedOffer
{
    private readonly CheckoutPreview _preview;
    private readonly OfferCart _cart;
    private readonly IReadOnlyDictionary<string, Product> _products;

    private PricedOffer(CheckoutPreview preview, OfferCart cart, IReadOnlyDictionary<string, Product> products) =>
        (_preview, _cart, _products) = (preview, cart, products);

    public bool IsRecurring { get; private init; }

    public required OfferAmounts Amounts { get; init; }

    /// <summary>
    /// Returns the price, or null if the preview lacks the total, the currency, a product, or what recurs, or if
    /// subscriptions of different intervals cannot be disclosed as one amount.
    /// </summary>
    public static PricedOffer? Of(
        CheckoutPreview preview,
        OfferCart cart,
        IReadOnlyDictionary<string, Product> products
    )
    {
        if (
            preview is not { DueNow: { } due, CurrentBreakup: { } breakup }
            || new CartPrice(preview, null).IsRecurring(cart.Items) is not { } isRecurring
        )
            return null;
        OfferRecurrence? recurrence = null;
        if (isRecurring)
        {
            recurrence = RecurrenceOf(preview, cart, products);
            if (recurrence is null)
                return null;
        }

        return new PricedOffer(preview, cart, products)
        {
            IsRecurring = isRecurring,
            Amounts = new OfferAmounts(due)
            {
                Tax = breakup.Tax is > 0 and var tax && !preview.IsByop ? new Money(tax, due.Currency) : null,
                Discount = breakup.Discount > 0 ? new Money(breakup.Discount, due.Currency) : null,
                Recurrence = recurrence,
            },
        };
    }

    public void Write(DisclosureDraft draft, string? methodLabel)
    {
        WriteItems(draft);
        if (Amounts.Discount is { } discount)
            draft.Add(OfferLineKind.Discount, OfferMessage.Discount, -discount);
        if (Amounts.Tax is { } tax)
            draft.Add(OfferLineKind.Tax, IsTaxIncluded ? OfferMessage.TaxIncluded : OfferMessage.Tax, tax);
        draft.Add(OfferLineKind.Total, OfferMessage.Total, Amounts.DueNow);
        if (Amounts.Recurrence is { } recurrence)
        {
            if (recurrence.TrialDays is { } days)
                draft.Add(OfferLineKind.Trial, OfferMessage.Trial, null, ("count", Number(days)));
            draft.AddRecurrence(recurrence);
            if (LimitedDiscount is { } payments)
                draft.Add(OfferLineKind.Loss, OfferMessage.DiscountLimited, null, ("count", Number(payments)));
        }

        if (methodLabel is null)
            draft.Add(OfferLineKind.PaymentMethod, OfferMessage.PaymentOnPage, null);
        else
            draft.Add(OfferLineKind.PaymentMethod, OfferMessage.PaymentMethod, null, ("method", methodLabel));
    }

    // With tax added, the total is more than the price after the discount.
    private bool IsTaxIncluded => _preview.CurrentBreakup is { } now && now.Subtotal - now.Discount == now.TotalAmount;

    private int? LimitedDiscount =>
        _preview.ProductCart.Where(item => item.DiscountCycle is > 0).Min(item => item.DiscountCycle);

    // The catalogue's prices are not what this customer pays. They are shown only if they add up to the price.
    private void WriteItems(DisclosureDraft draft)
    {
        var (breakup, currency) = (_preview.CurrentBreakup!, _preview.Currency);
        var addons = _preview
            .ProductCart.SelectMany(item => item.Addons ?? [])
            .Where(addon => addon.Quantity > 0)
            .ToList();
        var isOnly = _cart.Items.Count == 1 && addons.Count == 0;
        var addsUp =
            _preview.ProductCart.All(item => item.OgCurrency == currency)
            && addons.All(addon => addon.OgCurrency == currency)
            && _preview.ProductCart.Sum(item => item.OgPrice) + addons.Sum(addon => addon.OgPrice) == breakup.Subtotal;
        foreach (var item in _cart.Items)
        {
            var priced = _preview.ProductCart.FirstOrDefault(one => Same(one.ProductId, item.ProductId));
            var name = _products.GetValueOrDefault(item.ProductId)?.Name ?? priced?.Name ?? item.ProductId;
            draft.AddItem(
                name,
                item.Quantity,
                isOnly ? new Money(breakup.Subtotal, currency)
                    : addsUp ? priced?.OgPriceMoney
                    : null
            );
        }

        foreach (var addon in addons)
            draft.AddItem(
                addon.Name.Length > 0 ? addon.Name : addon.AddonId,
                addon.Quantity,
                addsUp ? addon.OgPriceMoney : null
            );
    }

    private static OfferRecurrence? RecurrenceOf(
        CheckoutPreview preview,
        OfferCart cart,
        IReadOnlyDictionary<string, Product> products
    )
    {
        var plans = cart
            .Items.Select(item => PlanPrice.Of(products.GetValueOrDefault(item.ProductId)))
            .OfType<PlanPrice>()
            .Select(plan => (plan.IntervalCount, plan.Interval))
            .Distinct()
            .ToList();
        if (
            preview.DuePerPeriod is not { } amount
            || plans is not [var (count, unit)]
            || !DisclosureDraft.IsKnown(count, unit)
        )
            return null;
        return new OfferRecurrence
        {
            Amount = amount,
            TaxIncluded = !preview.IsByop,
            IntervalCount = count,
            Interval = unit,
            NextAt = preview.NextBillingDate,
            TrialDays = TrialOf(preview, cart),
        };
    }

    // With several subscriptions, the shortest trial is the one after which the first renewal is charged.
    private static int? TrialOf(CheckoutPreview preview, OfferCart cart) =>
        (
            preview.Subscriptions is { Count: > 0 } several
                ? several.Min(one => one.TrialPeriodDays ?? 0)
                : preview.TrialPeriodDays ?? cart.SubscriptionData?.TrialPeriodDays
        )
            is > 0
                and var days
            ? days
            : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
