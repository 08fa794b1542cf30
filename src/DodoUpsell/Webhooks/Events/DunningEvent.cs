namespace DodoUpsell.Webhooks;

/// <summary>Winning back a subscription's customer began or succeeded (<c>dunning.*</c>).</summary>
/// <param name="Data">The attempt as it is at delivery, which may be newer than the event.</param>
public sealed record DunningEvent(DunningAttempt Data) : WebhookEvent<DunningAttempt>(Data)
{
    internal override EventKind<DunningAttempt> Kind => EventKinds.DunningAttempt;
}
