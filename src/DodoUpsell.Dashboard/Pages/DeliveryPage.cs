using System.Text.Json;
using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>One webhook: its state, its error and its body, with replay.</summary>
internal static class DeliveryPage
{
    private const int MaxOthers = 20;

    // The entry of a payment's metadata that has the key of its charge.
    private const string MetadataName = "dodoupsell_key";

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var inbox = request.Brand.Inbox;
        if (
            request.Query("id") is not { } id
            || await inbox.FindAsync(id, request.Aborted).ConfigureAwait(false) is not { } delivery
        )
            return NotFound();
        var others = await inbox.ListOfSubjectAsync(delivery.Subject, MaxOthers, request.Aborted).ConfigureAwait(false);
        return DashboardResult.Page<DeliveryView>(
            $"Webhook {delivery.Id}",
            ParkedPage.Section,
            new DeliveryModel
            {
                Delivery = delivery,
                Body = delivery.IsErased ? null : JsonText.Pretty(delivery.Body),
                Charge = ChargeOf(delivery),
                Others = [.. others.Where(other => !string.Equals(other.Id, delivery.Id, StringComparison.Ordinal))],
                Action = await ActionNotice.OfAsync(request).ConfigureAwait(false),
            }
        );
    }

    public static async Task<DashboardResult> ReplayAsync(DashboardRequest request)
    {
        var inbox = request.Brand.Inbox;
        if (
            request.Field("id") is not { } id
            || await inbox.FindAsync(id, request.Aborted).ConfigureAwait(false) is null
        )
            return NotFound();
        var action = await request
            .RunAsync(OperatorActionNames.ReplayWebhook, id, token => inbox.ReplayAsync(id, token))
            .ConfigureAwait(false);
        return new DashboardResult.Redirect(
            request.Links.To("/delivery", ("id", id), (ActionNotice.Parameter, action))
        );
    }

    private static DashboardResult.Html NotFound() => DashboardResult.NotFound("There is no webhook with this id.");

    /// <summary>Returns the key of the charge whose payment the webhook is about, or null if there is none.</summary>
    private static ChargeKey? ChargeOf(InboxDelivery delivery)
    {
        try
        {
            using var json = JsonDocument.Parse(delivery.Body);
            return JsonText.Member(json.RootElement, "data", "metadata", MetadataName) is { } key
                ? ChargesPage.KeyOf(key)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record DeliveryModel
{
    public required InboxDelivery Delivery { get; init; }

    /// <summary>Gets the body for people, or null if it was erased.</summary>
    public required string? Body { get; init; }

    public required ChargeKey? Charge { get; init; }

    public required IReadOnlyList<InboxDelivery> Others { get; init; }

    public required OperatorAction? Action { get; init; }

    public override string ToString() => nameof(DeliveryModel);
}
