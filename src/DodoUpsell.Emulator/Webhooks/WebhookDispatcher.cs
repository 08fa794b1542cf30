using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Events;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>
/// Creates deliveries from events and makes the attempts that are due. Decisions are made under the state's lock,
/// messages are sent outside of it: a receiver may call the API before it responds.
/// </summary>
internal sealed class WebhookDispatcher
{
    /// <summary>The waits between attempts: eight attempts in all.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    private readonly EmulatorState _state;
    private readonly WebhookSender _sender;
    private readonly Random _random;
    private readonly List<QueuedAttempt> _queue = [];
    private readonly Lock _ordering = new();
    private Task _last = Task.CompletedTask;

    public WebhookDispatcher(EmulatorState state)
    {
        _state = state;
        _sender = new WebhookSender(state);
        _random = new Random(state.Options.IdSeed);
        state.Events.OnRaised = Deliver;
    }

    /// <summary>Occurs when something is due. Handlers must not block, because the lock is held.</summary>
    public event EventHandler? Due;

    /// <summary>
    /// Makes every attempt that is due, one after another, including those that become due while it runs.
    /// </summary>
    public Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        lock (_ordering)
            return _last = DeliverAfterAsync(_last, cancellationToken);
    }

    /// <summary>Queues one more attempt of a message. It is not repeated if it fails. Called under the lock.</summary>
    public void Replay(WebhookDelivery delivery) => Queue(new QueuedAttempt(delivery, _state.Now, Number: null));

    private void Deliver(RaisedEvent raised)
    {
        foreach (var endpoint in _state.WebhookEndpoints.Where(endpoint => endpoint.Wants(raised.Type)))
        {
            var delivery = new WebhookDelivery
            {
                Id = _state.Ids.Next("msg"),
                Event = raised,
                Endpoint = endpoint,
                Snapshot = _state.Options.SnapshotWebhookData ? _state.Subjects.DataOf(raised) : null,
            };
            _state.WebhookDeliveries.Put(delivery);
            Queue(new QueuedAttempt(delivery, raised.Timestamp, Number: 0));
            if (endpoint.Duplicate)
                Replay(delivery);
        }
    }

    private void Queue(QueuedAttempt attempt)
    {
        _queue.Add(attempt);
        if (attempt.Number is not null)
            attempt.Delivery.NextAttemptAt = attempt.DueAt;

        if (attempt.DueAt <= _state.Now)
            Due?.Invoke(this, EventArgs.Empty);
        else
            _state.Schedule(attempt.DueAt - _state.Now, () => Due?.Invoke(this, EventArgs.Empty));
    }

    private async Task DeliverAfterAsync(Task previous, CancellationToken cancellationToken)
    {
        // Yields, because the caller still holds the lock here.
        await previous
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        while (TakeNext() is var (attempt, message, at))
        {
            WebhookAttempt? result = null;
            try
            {
                result = await _sender.SendAsync(message, at, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Record(attempt, message, result);
            }
        }
    }

    private (QueuedAttempt Attempt, WebhookMessage Message, DateTimeOffset At)? TakeNext()
    {
        lock (_state.Gate)
        {
            _queue.RemoveAll(attempt => IsObsolete(attempt.Delivery, attempt.Number));
            QueuedAttempt[] due = [.. _queue.Where(attempt => attempt.DueAt <= _state.Now)];
            if (due.Length == 0)
                return null;

            var choice = due[0].Delivery.Endpoint.Shuffle
                ? Array.FindAll(due, attempt => attempt.Delivery.Endpoint == due[0].Delivery.Endpoint)
                : due[..1];
            var next = choice[_random.Next(choice.Length)];
            _queue.Remove(next);
            return (next, WebhookMessage.Create(_state, next.Delivery), _state.Now);
        }
    }

    /// <summary>
    /// Returns whether an attempt is no longer needed: the state was reset, the endpoint was deleted, or a replay was
    /// delivered.
    /// </summary>
    private bool IsObsolete(WebhookDelivery delivery, int? number)
    {
        if (!_state.WebhookDeliveries.TryGet(delivery.Id, out var known) || known != delivery)
            return true;

        if (number > 0 && delivery.Status is WebhookDelivery.Delivered)
            return true;

        var isListening = _state.WebhookEndpoints.TryGet(delivery.Endpoint.Id, out _) && !delivery.Endpoint.IsDisabled;
        if (!isListening && number is not null)
        {
            delivery.Status = WebhookDelivery.Failed;
            delivery.NextAttemptAt = null;
        }

        return !isListening;
    }

    // Without a result, the caller cancelled the attempt. It is queued again.
    private void Record(QueuedAttempt attempt, WebhookMessage message, WebhookAttempt? result)
    {
        lock (_state.Gate)
        {
            var delivery = attempt.Delivery;
            if (result is null)
            {
                _queue.Insert(0, attempt);
                return;
            }

            delivery.Attempts.Add(result);
            _state.Activities.Add(new DeliveryActivity(result.At, delivery, message, result));
            if (result.Succeeded)
            {
                delivery.Status = WebhookDelivery.Delivered;
                delivery.NextAttemptAt = null;
            }
            else if (attempt.Number is { } number)
            {
                Repeat(attempt, number + 1);
            }
        }
    }

    private void Repeat(QueuedAttempt attempt, int number)
    {
        if (number == Waits.Length)
        {
            attempt.Delivery.Status = WebhookDelivery.Failed;
            attempt.Delivery.NextAttemptAt = null;
            return;
        }

        // Counted from the time at which the attempt was due, so that after a jump of a day all attempts of that day
        // are made.
        Queue(attempt with { Number = number, DueAt = attempt.DueAt + Waits[number] });
    }

    /// <summary>
    /// A queued attempt. Regular attempts have a number, starting at zero; duplicates and replays have none.
    /// </summary>
    private sealed record QueuedAttempt(WebhookDelivery Delivery, DateTimeOffset DueAt, int? Number);
}
