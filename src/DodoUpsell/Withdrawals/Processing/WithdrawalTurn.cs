namespace DodoUpsell.Withdrawals;

/// <summary>One turn of a worker on a withdrawal. Each change is a compare-and-set of the record.</summary>
internal sealed class WithdrawalTurn(WithdrawalEngine engine, WithdrawalRecord record)
{
    public WithdrawalRecord Record { get; private set; } = record;

    public WithdrawalWork Work { get; private set; } = WithdrawalWork.Of(record);

    /// <summary>Gets whether another caller changed the record, so that this turn must end.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Gets whether this turn changed what is decided, done or left.</summary>
    public bool HasProgress { get; private set; }

    /// <summary>Stores new work, and the state that follows from it. Returns false if the turn is lost.</summary>
    public async Task<bool> SaveAsync(
        WithdrawalWork work,
        CancellationToken cancellationToken,
        Func<WithdrawalRecord, WithdrawalRecord>? also = null
    )
    {
        if (IsLost)
            return false;
        var changed = WithdrawalTransitions.Of(Record, work, engine.Clock.GetUtcNow());
        changed = (also?.Invoke(changed) ?? changed) with { Version = Record.Version + 1 };
        if (!await engine.Store.TryUpdateAsync(changed, cancellationToken).ConfigureAwait(false))
        {
            IsLost = true;
            return false;
        }

        WithdrawalEvents.Changed(engine.Log, Record, changed);
        HasProgress |= !string.Equals(Record.Work, changed.Work, StringComparison.Ordinal);
        (Record, Work) = (changed, WithdrawalWork.Of(changed));
        return true;
    }
}
