namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Lets a store fail at a chosen write, before or after it is committed, as a crash would.</summary>
internal sealed class CrashingStore(IWithdrawalStore inner, int writeToFail, bool afterCommit) : StoreBetween(inner)
{
    private int _writes;

    public bool HasCrashed { get; private set; }

    public override async Task<bool> TryUpdateAsync(
        WithdrawalRecord changed,
        CancellationToken cancellationToken = default
    )
    {
        Alive();
        var isLast = Interlocked.Increment(ref _writes) > writeToFail;
        if (isLast && !afterCommit)
            Crash();
        var result = await base.TryUpdateAsync(changed, cancellationToken);
        if (isLast)
            Crash();
        return result;
    }

    public override Task<WithdrawalRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        Alive();
        return base.FindAsync(environment, id, cancellationToken);
    }

    private void Crash()
    {
        HasCrashed = true;
        throw new IOException("The process ended.");
    }

    private void Alive()
    {
        if (HasCrashed)
            throw new IOException("The process has ended.");
    }
}
