using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>A license key was created (<c>license_key.*</c>).</summary>
/// <param name="Data">The license key as it is at delivery, which may be newer than the event.</param>
public sealed record LicenseKeyEvent(LicenseKey Data) : WebhookEvent
{
    internal const string PayloadName = "LicenseKey";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("license_key", Data.Id);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.LicenseKey);
}
