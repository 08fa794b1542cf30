namespace DodoUpsell.Webhooks;

/// <summary>The recovery of a subscription started or succeeded (<c>dunning.*</c>).</summary>
/// <param name="Data">The recovery attempt at the time of delivery, which may be newer than the event.</param>
public sealed record DunningEvent(DunningAttempt Data) : WebhookEvent<DunningAttempt>(Data)
{
    internal override EventKind<DunningAttempt> Kind => EventKinds.DunningAttempt;
}
