namespace DodoUpsell;

/// <summary>Where webhooks are delivered to.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.WebhookEndpoints"/>, or from dependency injection. Safe for many threads.
/// Substitute it in tests.
/// </remarks>
public interface IWebhookEndpointsClient
{
    /// <summary>Lists webhook endpoints (<c>GET /webhooks</c>).</summary>
    /// <param name="request">The size of a page; null for the largest.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The page size is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<WebhookEndpoint> ListAsync(
        ListWebhookEndpointsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates an endpoint (<c>POST /webhooks</c>).</summary>
    /// <remarks>Not repeated when its answer is lost.</remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<WebhookEndpoint> CreateAsync(
        CreateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads an endpoint (<c>GET /webhooks/{webhook_id}</c>).</summary>
    /// <param name="webhookId">The endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<WebhookEndpoint> GetAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is set in the request and leaves the rest alone (<c>PATCH /webhooks/{webhook_id}</c>).
    /// </summary>
    /// <param name="webhookId">The endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<WebhookEndpoint> UpdateAsync(
        string webhookId,
        UpdateWebhookEndpointRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes an endpoint (<c>DELETE /webhooks/{webhook_id}</c>).</summary>
    /// <param name="webhookId">The endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task DeleteAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>Reads the signing secret of an endpoint (<c>GET /webhooks/{webhook_id}/secret</c>).</summary>
    /// <param name="webhookId">The endpoint, <c>ep_…</c> or <c>whk_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<WebhookEndpointSecret> GetSecretAsync(string webhookId, CancellationToken cancellationToken = default);
}
