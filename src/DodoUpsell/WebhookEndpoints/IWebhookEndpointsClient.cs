namespace DodoUpsell;

/// <summary>Manages webhook endpoints.</summary>
/// <remarks>
/// Available through <see cref="IDodoClient.WebhookEndpoints"/> and from dependency injection. Thread-safe. Can be
/// replaced by a substitute in tests.
/// </remarks>
public interface IWebhookEndpointsClient
{
    /// <summary>Lists webhook endpoints (<c>GET /webhooks</c>).</summary>
    /// <param name="request">The request, which specifies the page size, or null for the maximum page size.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The page size is invalid. No request was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    AsyncPageable<WebhookEndpoint> ListAsync(
        ListWebhookEndpointsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a webhook endpoint (<c>POST /webhooks</c>).</summary>
    /// <remarks>Not retried if the response is lost.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. No request was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may have been executed. Check whether it was before
    /// you repeat it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    Task<WebhookEndpoint> CreateAsync(
        CreateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets a webhook endpoint (<c>GET /webhooks/{webhook_id}</c>).</summary>
    /// <param name="webhookId">The id of the endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The id is blank. No request was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    Task<WebhookEndpoint> GetAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Updates a webhook endpoint. Properties that are not set in the request are unchanged (<c>PATCH
    /// /webhooks/{webhook_id}</c>).
    /// </summary>
    /// <param name="webhookId">The id of the endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. No request was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    Task<WebhookEndpoint> UpdateAsync(
        string webhookId,
        UpdateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a webhook endpoint (<c>DELETE /webhooks/{webhook_id}</c>).</summary>
    /// <param name="webhookId">The id of the endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The id is blank. No request was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    Task DeleteAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>Gets the signing secret of a webhook endpoint (<c>GET /webhooks/{webhook_id}/secret</c>).</summary>
    /// <param name="webhookId">The id of the endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Cancels the operation. A request that has already been sent may still be
    /// executed.</param>
    /// <exception cref="ArgumentException">The id is blank. No request was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify how.</exception>
    Task<WebhookEndpointSecret> GetSecretAsync(string webhookId, CancellationToken cancellationToken = default);
}
