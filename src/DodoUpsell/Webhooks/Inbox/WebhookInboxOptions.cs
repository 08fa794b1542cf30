namespace DodoUpsell.Webhooks;

/// <summary>Options for receiving and handling webhook deliveries.</summary>
public sealed class WebhookInboxOptions
{
    /// <summary>Gets or sets the maximum size of a body in bytes. Larger bodies are refused with status 413.</summary>
    /// <value>The default is 1,048,576 (1 MiB). Must be between 1,024 and 16,777,216. Actual deliveries have a few
    /// thousand bytes.</value>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum number of deliveries that one process handles concurrently. Two deliveries about the
    /// same subject are never handled concurrently.
    /// </summary>
    /// <value>The default is 4. Must be between 1 and 256.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// Gets or sets the time limit of one handler. When it expires, the handler's token is cancelled. If the handler
    /// does not end within five more seconds, it is abandoned and the delivery is retried.
    /// </summary>
    /// <value>The default is 30 seconds. Must be greater than zero and at most one hour.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets the delays after failed attempts. Each is extended by up to a fifth at random. The last delay is followed
    /// by the last attempt; if that fails too, the delivery is parked.
    /// </summary>
    /// <value>The default is 5 seconds, 30 seconds, 2 minutes, 10 minutes, 1 hour and 6 hours. At most 20 delays, each
    /// between one second and seven days.</value>
    public IList<TimeSpan> RetryDelays { get; private set; } =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
    ];

    /// <summary>
    /// Gets or sets the retention period of completed deliveries. During this time, repeats of a delivery are
    /// recognised and it can be replayed.
    /// </summary>
    /// <value>The default is 7 days. Must be at least two days, because Dodo Payments repeats a delivery for more than
    /// a day.</value>
    public TimeSpan CompletedRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the retention period of parked deliveries.</summary>
    /// <value>The default is 90 days. Must be at least two days.</value>
    public TimeSpan ParkedRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Gets or sets whether this process handles deliveries in the background while its host runs. If false, call
    /// <see cref="IWebhookInbox.ProcessAsync"/>. The value is read once, when the host starts.
    /// </summary>
    /// <value>The default is true.</value>
    public bool RunInBackground { get; set; } = true;

    internal WebhookInboxOptions Copy()
    {
        var copy = (WebhookInboxOptions)MemberwiseClone();
        copy.RetryDelays = [.. RetryDelays];
        return copy;
    }
}
