namespace DodoUpsell.Webhooks;

/// <summary>How webhook deliveries are received and handled.</summary>
public sealed class WebhookInboxOptions
{
    /// <summary>Gets or sets the largest body that is accepted, in bytes; a larger one is answered with 413.</summary>
    /// <value>Default: 1,048,576 (1 MiB); 1,024 to 16,777,216. Real ones have a few thousand.</value>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Gets or sets how many deliveries are handled at the same time by one process; never two of one subject.
    /// </summary>
    /// <value>Default: 4; 1 to 256.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// Gets or sets how long one handler may take. Then its token is cancelled; if it has not ended five seconds later,
    /// it is left behind, and the delivery is tried again.
    /// </summary>
    /// <value>Default: 30 seconds; up to one hour.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets how long to wait after each failed attempt, up to a fifth longer by chance. After the last wait comes the
    /// last attempt; if it fails too, the delivery is parked.
    /// </summary>
    /// <value>Default: 5 seconds, 30 seconds, 2 minutes, 10 minutes, 1 hour, 6 hours; at most 20, each one second to
    /// seven days.</value>
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
    /// Gets or sets how long a completed delivery is kept: the time in which a repeat of it is recognised and in which
    /// it can be replayed.
    /// </summary>
    /// <value>Default: 7 days; two days at least, because Dodo Payments repeats a delivery for more than a day.</value>
    public TimeSpan CompletedRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how long a parked delivery is kept.</summary>
    /// <value>Default: 90 days; two days at least.</value>
    public TimeSpan ParkedRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Gets or sets whether this process handles deliveries in the background while its host runs. Without it, call
    /// <see cref="IWebhookInbox.ProcessAsync"/>. Read once, when the host starts.
    /// </summary>
    /// <value>Default: true.</value>
    public bool RunInBackground { get; set; } = true;

    internal WebhookInboxOptions Copy()
    {
        var copy = (WebhookInboxOptions)MemberwiseClone();
        copy.RetryDelays = [.. RetryDelays];
        return copy;
    }
}
