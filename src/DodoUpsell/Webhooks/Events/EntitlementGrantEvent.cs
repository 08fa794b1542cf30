using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Something happened to what a customer is entitled to (<c>entitlement_grant.*</c>).</summary>
/// <param name="Data">The grant as it is at delivery, which may be newer than the event. Its status decides, not the event's type.</param>
public sealed record EntitlementGrantEvent(EntitlementGrant Data) : WebhookEvent
{
    internal const string PayloadName = "EntitlementGrant";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("entitlement_grant", Data.Id);

    /// <inheritdoc/>
    public override DateTimeOffset? StateAt => StampOf(Data.UpdatedAt);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.EntitlementGrant);
}
