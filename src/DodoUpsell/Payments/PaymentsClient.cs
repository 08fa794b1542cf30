using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class PaymentsClient(Transport transport) : IPaymentsClient
{
    public AsyncPageable<PaymentListItem> ListAsync(
        ListPaymentsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("created_at_gte", request.CreatedFrom)
            .Add("created_at_lte", request.CreatedTo)
            .Add("customer_id", request.CustomerId)
            .Add("subscription_id", request.SubscriptionId)
            .Add("status", request.Status)
            .Add("brand_id", request.BrandId)
            .Add("product_id", request.ProductId)
            .Add("currency", request.Currency);
        return transport.List(
            Operations.Payments.List,
            Operations.Payments.List.Route,
            filters,
            request.PageSize,
            PaymentListItemJson.ReadList,
            cancellationToken
        );
    }

    public Task<CreatedPayment> CreateAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default)
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Payments.Create,
            Operations.Payments.Create.Route,
            request,
            CreatePaymentRequestJson.WriteMembers,
            CreatedPaymentJson.Read,
            cancellationToken
        );
    }

    public Task<Payment> GetAsync(string paymentId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Payments.Find,
            Operations.Payments.Find.Path(paymentId),
            PaymentJson.Read,
            cancellationToken
        );

    public Task<PaymentLineItems> ListLineItemsAsync(string paymentId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Payments.ListLineItems,
            Operations.Payments.ListLineItems.Path(paymentId),
            PaymentLineItemsJson.Read,
            cancellationToken
        );

    public Task<PaymentRetry> RetryAsync(string paymentId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Payments.Retry,
            Operations.Payments.Retry.Path(paymentId),
            PaymentRetryJson.Read,
            cancellationToken
        );

    public Task<PaymentRetryState> GetRetryStateAsync(
        string paymentId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.Payments.GetRetryState,
            Operations.Payments.GetRetryState.Path(paymentId),
            PaymentRetryStateJson.Read,
            cancellationToken
        );

    public Task<byte[]> DownloadInvoiceAsync(string paymentId, CancellationToken cancellationToken = default)
    {
        var operation = Operations.Payments.DownloadInvoice;
        var call = new Call(operation, operation.Path(paymentId)) { Accept = "application/pdf" };
        return transport.SendAsync<byte[], object?>(call, JsonBody.DecodePdf, null, cancellationToken);
    }
}
