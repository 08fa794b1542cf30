namespace DodoUpsell.Tests.Support;

/// <summary>
/// The system's clock, on which a short wait is over at once while limits of a minute and more stay as they are.
/// </summary>
internal sealed class NoWaitTimeProvider : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(
            callback,
            state,
            dueTime < TimeSpan.FromMinutes(1) && dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime,
            period
        );
}
