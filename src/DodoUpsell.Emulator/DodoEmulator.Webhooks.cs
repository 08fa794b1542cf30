using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <content>Events on their way out.</content>
public sealed partial class DodoEmulator
{
    /// <summary>Gets every message so far, oldest first, with the attempts to deliver it.</summary>
    public IReadOnlyList<EmulatedWebhookDelivery> WebhookDeliveries
    {
        get
        {
            lock (_state.Gate)
                return [.. _state.WebhookDeliveries.Select(EmulatedWebhookDelivery.Of)];
        }
    }

    /// <summary>Sends all further events to one more endpoint.</summary>
    /// <returns>The endpoint's id, for the API's webhook calls.</returns>
    public string AddWebhook(EmulatedWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return _webhooksControl.Add(webhook)["id"]!.GetValue<string>();
    }

    /// <summary>Gives an endpoint a new secret. For 24 hours messages are signed with the old one as well.</summary>
    /// <returns>The new secret.</returns>
    public string RotateWebhookSecret(string endpointId, string? secret = null)
    {
        if (secret is not null && !WebhookSecret.IsValid(secret))
            throw new ArgumentException(
                "A webhook secret is base64, with or without `whsec_` before it.",
                nameof(secret)
            );

        return Checked(() => _webhooksControl.Rotate(endpointId, secret), nameof(endpointId))[
            "secret"
        ]!.GetValue<string>();
    }

    /// <summary>Makes a message due once more, by its id; <see cref="DeliverWebhooksAsync"/> sends it.</summary>
    public void ReplayWebhook(string deliveryId) =>
        Checked(() => _webhooksControl.Replay(deliveryId), nameof(deliveryId));

    /// <summary>Sends every webhook that is due by the clock. A server does that by itself.</summary>
    /// <remarks>
    /// A failed attempt is repeated when the clock has moved on. Do not wait for this inside of a receiver.
    /// </remarks>
    public Task DeliverWebhooksAsync(CancellationToken cancellationToken = default) =>
        _webhooks.DeliverDueAsync(cancellationToken);

    /// <summary>
    /// Moves time forward as <see cref="EmulatorClock.Advance"/> does, and sends each webhook at its own moment.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or leads past the year
    /// 9999.</exception>
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

    // Somebody else may have moved the clock in between.
    private TimeSpan Later(DateTimeOffset time) => time > Clock.GetUtcNow() ? time - Clock.GetUtcNow() : TimeSpan.Zero;
}
