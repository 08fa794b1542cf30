namespace DodoUpsell.Webhooks;

/// <summary>
/// What the library itself does with a delivery, before any handler of the app. Several are resolved from the
/// container, under the brand's key where there is one.
/// </summary>
/// <remarks>
/// If one fails, the app's handlers are not called in this attempt: they may rely on what it records.
/// </remarks>
internal interface ISystemWebhookHandler
{
    Task HandleAsync(WebhookEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken);
}
