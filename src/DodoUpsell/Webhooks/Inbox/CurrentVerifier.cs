namespace DodoUpsell.Webhooks;

/// <summary>Provides a verifier for the current secrets. It is recreated only if the options have changed.</summary>
internal sealed class CurrentVerifier(Func<DodoUpsellOptions> options, TimeProvider time)
{
    private Made? _made;

    /// <summary>Returns the verifier, or null if no secret is set.</summary>
    public DodoWebhookVerifier? Get()
    {
        var now = options();
        var made = Volatile.Read(ref _made);
        if (made is not null && made.FitsTo(now))
            return made.Verifier;

        Secret[] secrets = [.. now.WebhookSecrets];
        if (secrets.Length == 0)
            return null;
        var limit = now.Webhooks.MaxBodyBytes;
        made = new Made(new DodoWebhookVerifier(secrets, time) { MaxBodyBytes = limit }, secrets, limit);
        Volatile.Write(ref _made, made);
        return made.Verifier;
    }

    private sealed record Made(DodoWebhookVerifier Verifier, Secret[] Secrets, int MaxBodyBytes)
    {
        public bool FitsTo(DodoUpsellOptions options)
        {
            if (options.Webhooks.MaxBodyBytes != MaxBodyBytes || options.WebhookSecrets.Count != Secrets.Length)
                return false;
            for (var i = 0; i < Secrets.Length; i++)
            {
                if (options.WebhookSecrets[i] != Secrets[i])
                    return false;
            }

            return true;
        }
    }
}
