namespace DodoUpsell.Webhooks;

/// <summary>A license key was created (<c>license_key.*</c>).</summary>
/// <param name="Data">The license key at the time of delivery, which may be newer than the event.</param>
public sealed record LicenseKeyEvent(LicenseKey Data) : WebhookEvent<LicenseKey>(Data)
{
    internal override EventKind<LicenseKey> Kind => EventKinds.LicenseKey;
}
