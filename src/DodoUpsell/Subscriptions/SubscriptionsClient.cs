using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class SubscriptionsClient(Transport transport) : ISubscriptionsClient
{
    public AsyncPageable<SubscriptionListItem> ListAsync(
        ListSubscriptionsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("created_at_gte", request.CreatedFrom)
            .Add("created_at_lte", request.CreatedTo)
            .Add("customer_id", request.CustomerId)
            .Add("status", request.Status)
            .Add("brand_id", request.BrandId)
            .Add("product_id", request.ProductId)
            .Add("cancel_at_next_billing_date", request.CancelAtNextBillingDate);
        return transport.List(
            Operations.Subscriptions.List,
            Operations.Subscriptions.List.Route,
            filters,
            request.PageSize,
            SubscriptionListItemJson.ReadList,
            cancellationToken
        );
    }

    public Task<CreatedSubscription> CreateAsync(
        CreateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Subscriptions.Create,
            Operations.Subscriptions.Create.Route,
            request,
            CreateSubscriptionRequestJson.WriteMembers,
            CreatedSubscriptionJson.Read,
            cancellationToken
        );
    }

    public Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Subscriptions.Find,
            Operations.Subscriptions.Find.Path(subscriptionId),
            SubscriptionJson.Read,
            cancellationToken
        );

    public Task<Subscription> UpdateAsync(
        string subscriptionId,
        UpdateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Subscriptions.Update,
            Operations.Subscriptions.Update.Path(subscriptionId),
            request,
            UpdateSubscriptionRequestJson.WriteMembers,
            SubscriptionJson.Read,
            cancellationToken
        );
    }

    public Task<ChangePlanResult> ChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendOrEmptyAsync(
            Operations.Subscriptions.ChangePlan,
            Operations.Subscriptions.ChangePlan.Path(subscriptionId),
            request,
            ChangePlanRequestJson.WriteMembers,
            ChangePlanResultJson.Read,
            cancellationToken
        );
    }

    public Task<ChangePlanPreview> PreviewChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Subscriptions.PreviewChangePlan,
            Operations.Subscriptions.PreviewChangePlan.Path(subscriptionId),
            request,
            ChangePlanRequestJson.WriteMembers,
            ChangePlanPreviewJson.Read,
            cancellationToken
        );
    }

    public Task CancelScheduledChangeAsync(string subscriptionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Subscriptions.CancelScheduledChange,
            Operations.Subscriptions.CancelScheduledChange.Path(subscriptionId),
            cancellationToken
        );

    public Task<SubscriptionCharge> ChargeAsync(
        string subscriptionId,
        ChargeSubscriptionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Subscriptions.ChargeOnDemand,
            Operations.Subscriptions.ChargeOnDemand.Path(subscriptionId),
            request,
            ChargeSubscriptionRequestJson.WriteMembers,
            SubscriptionChargeJson.Read,
            cancellationToken
        );
    }

    public Task<PaymentMethodUpdateResult> UpdatePaymentMethodAsync(
        string subscriptionId,
        PaymentMethodUpdate update,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(update, nameof(update)).Validate();
        var operation = Operations.Subscriptions.UpdatePaymentMethod;
        return transport.SendAsync(
            operation,
            operation.Path(subscriptionId),
            update,
            PaymentMethodUpdateJson.WriteMembers,
            PaymentMethodUpdateResultJson.Read,
            cancellationToken
        );
    }

    public AsyncPageable<UsagePeriod> ListUsageHistoryAsync(
        string subscriptionId,
        ListUsageHistoryRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("start_date", request.StartDate)
            .Add("end_date", request.EndDate)
            .Add("meter_id", request.MeterId);
        return transport.List(
            Operations.Subscriptions.ListUsageHistory,
            Operations.Subscriptions.ListUsageHistory.Path(subscriptionId),
            filters,
            request.PageSize,
            UsagePeriodJson.ReadList,
            cancellationToken
        );
    }

    public Task<SubscriptionCreditUsage> GetCreditUsageAsync(
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Subscriptions.GetCreditUsage,
            Operations.Subscriptions.GetCreditUsage.Path(subscriptionId),
            SubscriptionCreditUsageJson.Read,
            cancellationToken
        );
}
