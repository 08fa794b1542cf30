using DodoUpsell;
using UpsellShop.Data;

namespace UpsellShop;

/// <summary>Reads what became of a purchase, if it is a purchase of this user.</summary>
internal sealed class Purchases(IDodoClient dodo, ShopContext shop)
{
    public async Task<PurchaseState> FindAsync(string userId, string? paymentId, string? subscriptionId)
    {
        if (await shop.Shoppers.FindAsync(userId) is not { } shopper)
            return PurchaseState.Unknown;
        try
        {
            if (paymentId is not null)
            {
                var payment = await dodo.Payments.GetAsync(paymentId);
                return payment.Customer?.CustomerId == shopper.CustomerId ? StateOf(payment.Status) : default;
            }

            if (subscriptionId is null)
                return PurchaseState.Unknown;
            var subscription = await dodo.Subscriptions.GetAsync(subscriptionId);
            return subscription.Customer?.CustomerId == shopper.CustomerId ? StateOf(subscription.Status) : default;
        }
        catch (DodoApiException e) when (e.StatusCode is System.Net.HttpStatusCode.NotFound)
        {
            return PurchaseState.Unknown;
        }
    }

    /// <summary>Returns the active subscriptions of a user, the newest first.</summary>
    public async Task<IReadOnlyList<SubscriptionListItem>> SubscriptionsOfAsync(string userId)
    {
        if (await shop.Shoppers.FindAsync(userId) is not { } shopper)
            return [];
        var active = new ListSubscriptionsRequest
        {
            CustomerId = shopper.CustomerId,
            Status = SubscriptionStatus.Active,
        };
        return await dodo.Subscriptions.ListAsync(active).ToListAsync();
    }

    private static PurchaseState StateOf(PaymentStatus? status) =>
        status == PaymentStatus.Succeeded ? PurchaseState.Paid
        : status == PaymentStatus.Failed || status == PaymentStatus.Cancelled ? PurchaseState.NotPaid
        : PurchaseState.UnderWay;

    private static PurchaseState StateOf(SubscriptionStatus status) =>
        status == SubscriptionStatus.Active ? PurchaseState.Paid
        : status == SubscriptionStatus.Failed ? PurchaseState.NotPaid
        : PurchaseState.UnderWay;
}

internal enum PurchaseState
{
    /// <summary>There is none, or it is not this user's.</summary>
    Unknown = 0,

    /// <summary>It is not final yet.</summary>
    UnderWay,
    Paid,
    NotPaid,
}
