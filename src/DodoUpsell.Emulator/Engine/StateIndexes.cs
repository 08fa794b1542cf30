using DodoUpsell.Emulator.Entitlements;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wallets;

namespace DodoUpsell.Emulator.Engine;

/// <summary>The rows of one customer or subscription, found without looking at the rows of others.</summary>
internal sealed class StateIndexes(EmulatorState state)
{
    public TableIndex<Payment> PaymentsByCustomer { get; } = state.Payments.IndexBy(payment => [payment.Customer.Id]);

    public TableIndex<Payment> PaymentsBySubscription { get; } =
        state.Payments.IndexBy(payment => payment.SubscriptionIds);

    public TableIndex<PaymentMethod> MethodsByCustomer { get; } =
        state.PaymentMethods.IndexBy(method => [method.Customer.Id]);

    public TableIndex<Subscription> SubscriptionsByCustomer { get; } =
        state.Subscriptions.IndexBy(subscription => [subscription.Customer.Id]);

    public TableIndex<Refund> RefundsByCustomer { get; } =
        state.Refunds.IndexBy(refund => [refund.Payment.Customer.Id]);

    public TableIndex<Refund> RefundsBySubscription { get; } =
        state.Refunds.IndexBy(refund => refund.Payment.SubscriptionIds);

    public TableIndex<Wallet> WalletsByCustomer { get; } = state.Wallets.IndexBy(wallet => [wallet.Customer.Id]);

    public TableIndex<CreditEntitlement> CreditsByCustomer { get; } =
        state.CreditEntitlements.IndexBy(credit => [credit.Customer.Id]);

    public TableIndex<EntitlementGrant> GrantsByCustomer { get; } =
        state.EntitlementGrants.IndexBy(grant => [grant.Customer.Id]);
}
