using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class WebhookEndpointsClient(Transport transport) : IWebhookEndpointsClient
{
    public AsyncPageable<WebhookEndpoint> ListAsync(
        ListWebhookEndpointsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var operation = Operations.WebhookEndpoints.List;
        return transport.ListByCursor(
            operation,
            operation.Route,
            request.PageSize,
            WebhookEndpointListJson.Read,
            cancellationToken
        );
    }

    public Task<WebhookEndpoint> CreateAsync(
        CreateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.WebhookEndpoints.Create,
            Operations.WebhookEndpoints.Create.Route,
            request,
            CreateWebhookEndpointRequestJson.WriteMembers,
            WebhookEndpointJson.Read,
            cancellationToken
        );
    }

    public Task<WebhookEndpoint> GetAsync(string webhookId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.WebhookEndpoints.Find,
            Operations.WebhookEndpoints.Find.Path(webhookId),
            WebhookEndpointJson.Read,
            cancellationToken
        );

    public Task<WebhookEndpoint> UpdateAsync(
        string webhookId,
        UpdateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.WebhookEndpoints.Update,
            Operations.WebhookEndpoints.Update.Path(webhookId),
            request,
            UpdateWebhookEndpointRequestJson.WriteMembers,
            WebhookEndpointJson.Read,
            cancellationToken
        );
    }

    public Task DeleteAsync(string webhookId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.WebhookEndpoints.Remove,
            Operations.WebhookEndpoints.Remove.Path(webhookId),
            cancellationToken
        );

    public Task<WebhookEndpointSecret> GetSecretAsync(
        string webhookId,
        CancellationToken cancellationToken = default
    ) =>
        transport.SendAsync(
            Operations.WebhookEndpoints.GetSecret,
            Operations.WebhookEndpoints.GetSecret.Path(webhookId),
            WebhookEndpointSecretJson.Read,
            cancellationToken
        );
}
