using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class CheckoutSessionsClient(Transport transport) : ICheckoutSessionsClient
{
    public Task<CheckoutSession> CreateAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        var operation =
            request.Confirm == true ? Operations.CheckoutSessions.CreateConfirmed : Operations.CheckoutSessions.Create;
        return transport.SendAsync(
            operation,
            Operations.CheckoutSessions.Create.Route,
            request,
            CreateCheckoutSessionRequestJson.WriteMembers,
            CheckoutSessionJson.Read,
            cancellationToken
        );
    }

    public Task<CheckoutPreview> PreviewAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.CheckoutSessions.Preview,
            Operations.CheckoutSessions.Preview.Route,
            request,
            CreateCheckoutSessionRequestJson.WriteMembers,
            CheckoutPreviewJson.Read,
            cancellationToken
        );
    }

    public Task<CheckoutSessionStatus> GetAsync(string sessionId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.CheckoutSessions.Find,
            Operations.CheckoutSessions.Find.Path(sessionId),
            CheckoutSessionStatusJson.Read,
            cancellationToken
        );
}
