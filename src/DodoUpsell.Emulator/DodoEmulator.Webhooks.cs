using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <content>Webhooks.</content>
public sealed partial class DodoEmulator
{
    /// <summary>Gets every webhook message so far, oldest first, with the attempts to deliver it.</summary>
    public IReadOnlyList<EmulatedWebhookDelivery> WebhookDeliveries
    {
        get
        {
            lock (_state.Gate)
                return [.. _state.WebhookDeliveries.Select(EmulatedWebhookDelivery.Of)];
        }
    }

    /// <summary>Adds a webhook endpoint, which receives all events from now on.</summary>
    /// <returns>The id of the endpoint, for the API's webhook operations.</returns>
    public string AddWebhook(EmulatedWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return _webhooksControl.Add(webhook)["id"]!.GetValue<string>();
    }

    /// <summary>
    /// Replaces the secret of an endpoint. For 24 hours, messages are signed with the old secret as well.
    /// </summary>
    /// <returns>The new secret.</returns>
    public string RotateWebhookSecret(string endpointId, string? secret = null)
    {
        if (secret is not null && !WebhookSecret.IsValid(secret))
            throw new ArgumentException(
                "A webhook secret must be base64, with or without the prefix `whsec_`.",
                nameof(secret)
            );

        return Checked(() => _webhooksControl.Rotate(endpointId, secret), nameof(endpointId))[
            "secret"
        ]!.GetValue<string>();
    }

    /// <summary>Makes a message due once more. <see cref="DeliverWebhooksAsync"/> sends it.</summary>
    public void ReplayWebhook(string deliveryId) =>
        Checked(() => _webhooksControl.Replay(deliveryId), nameof(deliveryId));

    /// <summary>Sends every webhook that is due by the clock. A running server does so by itself.</summary>
    /// <remarks>
    /// A failed attempt is repeated after the clock has been advanced. Do not await this method in a webhook receiver.
    /// </remarks>
    public Task DeliverWebhooksAsync(CancellationToken cancellationToken = default) =>
        _webhooks.DeliverDueAsync(cancellationToken);

    /// <summary>
    /// Advances the clock as <see cref="EmulatorClock.Advance"/> does, and sends each webhook at the time it is due.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="by"/> is negative, or exceeds the year 9999.
    /// </exception>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - Clock.GetUtcNow());
        var target = Clock.GetUtcNow() + by;
        await DeliverWebhooksAsync(cancellationToken).ConfigureAwait(false);
        while (Clock.NextDue() is { } next && next <= target)
        {
            Clock.Advance(Later(next));
            await DeliverWebhooksAsync(cancellationToken).ConfigureAwait(false);
        }

        Clock.Advance(Later(target));
    }

    // Another thread may have advanced the clock.
    private TimeSpan Later(DateTimeOffset time) => time > Clock.GetUtcNow() ? time - Clock.GetUtcNow() : TimeSpan.Zero;
}
