using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class RefundsClient(Transport transport) : IRefundsClient
{
    public AsyncPageable<RefundListItem> ListAsync(
        ListRefundsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("created_at_gte", request.CreatedFrom)
            .Add("created_at_lte", request.CreatedTo)
            .Add("status", request.Status)
            .Add("subscription_id", request.SubscriptionId)
            .Add("customer_id", request.CustomerId);
        return transport.List(
            Operations.Refunds.List,
            Operations.Refunds.List.Route,
            filters,
            request.PageSize,
            RefundListItemJson.ReadList,
            cancellationToken
        );
    }

    public Task<Refund> CreateAsync(CreateRefundRequest request, CancellationToken cancellationToken = default)
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Refunds.Create,
            Operations.Refunds.Create.Route,
            request,
            CreateRefundRequestJson.WriteMembers,
            RefundJson.Read,
            cancellationToken
        );
    }

    public Task<Refund> GetAsync(string refundId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Refunds.Find,
            Operations.Refunds.Find.Path(refundId),
            RefundJson.Read,
            cancellationToken
        );
}
