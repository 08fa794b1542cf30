using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.Offers;
using DodoUpsell.Withdrawals;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <inheritdoc cref="IWithdrawalFlow"/>
/// <remarks>
/// Use dependency injection or create an instance with <c>new</c>. The class is thread-safe. In production use a durable
/// <see cref="IWithdrawalStore"/>.
/// </remarks>
public sealed class WithdrawalFlow : IWithdrawalFlow
{
    // Other callers can change a record only a few times: the worker and webhooks.
    private const int MaxAttempts = 20;

    private readonly WithdrawalEngine _engine;
    private readonly WithdrawalContracts _contracts;
    private readonly WithdrawalProcessor _processor;

    /// <summary>Creates a flow without dependency injection.</summary>
    /// <param name="dodo">The client that reads, refunds and cancels.</param>
    /// <param name="store">The store of withdrawals. Share one store between all processes of an account.</param>
    /// <param name="options">The settings, or null for the defaults. Later changes of the object have no effect.</param>
    /// <param name="policy">Decides about refunds, or null for the default.</param>
    /// <param name="handlers">The handlers that are told about withdrawals, or null for none.</param>
    /// <param name="subjects">The store that links users to customers, or null if subjects are customers.</param>
    /// <param name="messages">The texts of acknowledgements, or null for the built-in ones.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public WithdrawalFlow(
        IDodoClient dodo,
        IWithdrawalStore store,
        WithdrawalOptions? options = null,
        IWithdrawalPolicy? policy = null,
        IEnumerable<IWithdrawalHandler>? handlers = null,
        IOfferStore? subjects = null,
        WithdrawalMessages? messages = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(
            new WithdrawalEngine(
                ChargeEngine.Create(dodo, new InMemoryChargeLedger(), null, timeProvider, null, loggerFactory),
                Check.NotNull(store, nameof(store)),
                Kept(options),
                new WithdrawalServices(null, null, policy, [.. handlers ?? []]),
                messages ?? WithdrawalMessages.Default,
                () => subjects
            )
        ) { }

    internal WithdrawalFlow(WithdrawalEngine engine)
    {
        _engine = engine;
        _contracts = new WithdrawalContracts(engine);
        _processor = new WithdrawalProcessor(engine);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WithdrawalContract>> ListContractsAsync(
        SubjectIds subject,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        var now = _engine.Clock.GetUtcNow();
        var contracts = new List<WithdrawalContract>();
        var customers = await _engine.CustomersOfAsync(subject, cancellationToken).ConfigureAwait(false);
        foreach (var customer in customers.Distinct(StringComparer.Ordinal))
        {
            var withdrawn = (
                await _engine.Store.ListAsync(_engine.Environment, customer, cancellationToken).ConfigureAwait(false)
            )
                .Where(record => record.State != WithdrawalState.Stated)
                .ToDictionary(record => record.ContractId, StringComparer.Ordinal);
            var open = await _contracts.ListAsync(customer, now, cancellationToken).ConfigureAwait(false);
            contracts.AddRange(
                open.Select(contract => contract with { WithdrawalId = withdrawn.GetValueOrDefault(contract.Id)?.Id })
            );
            contracts.AddRange(
                withdrawn
                    .Values.Where(record => !open.Any(contract => Same(contract.Id, record.ContractId)))
                    .Select(record => WithdrawalView.ContractOf(record))
            );
        }

        return [.. contracts.OrderByDescending(contract => contract.ConcludedAt)];
    }

    /// <inheritdoc/>
    public async Task<WithdrawalContract?> FindContractAsync(
        WithdrawalAccess access,
        string contractId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(access);
        Check.NotBlank(contractId, nameof(contractId));
        if (await ContractAsync(access, contractId, cancellationToken).ConfigureAwait(false) is not { } contract)
            return null;
        var withdrawn = await _engine
            .Store.FindByContractAsync(_engine.Environment, contract.Id, cancellationToken)
            .ConfigureAwait(false);
        return contract with { WithdrawalId = withdrawn?.Id };
    }

    /// <inheritdoc/>
    public async Task<Withdrawal?> StateAsync(
        StateWithdrawalRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        if (
            await ContractAsync(request.Access, request.ContractId, cancellationToken).ConfigureAwait(false)
            is not { } contract
        )
            return null;
        if (
            await _engine
                .Store.FindByContractAsync(_engine.Environment, contract.Id, cancellationToken)
                .ConfigureAwait(false) is
            { } earlier
        )
        {
            // The caller's link may name the contract by another id.
            return WithdrawalView.Of(
                await AddAliasAsync(earlier, request.ContractId, cancellationToken).ConfigureAwait(false)
            );
        }

        var now = _engine.Clock.GetUtcNow();
        var culture = request.Culture ?? CultureInfo.CurrentUICulture;
        var record = new WithdrawalRecord
        {
            Environment = _engine.Environment,
            Id = _engine.NewId(),
            ContractId = contract.Id,
            CustomerId = contract.CustomerId,
            StatedAt = now,
            Statement = new WithdrawalStatement
            {
                Name = request.Name.Trim(),
                Contact = request.Contact.Trim(),
                Culture = culture.Name,
                Contract = contract,
            }.ToJson(),
            Work = new WithdrawalWork
            {
                Aliases = Same(contract.Id, request.ContractId) ? [] : [request.ContractId],
            }.ToJson(),
        };
        await _engine.Store.AddAsync(record, cancellationToken).ConfigureAwait(false);
        return WithdrawalView.Of(record);
    }

    /// <inheritdoc/>
    public async Task<Withdrawal?> ConfirmAsync(
        WithdrawalAccess access,
        string withdrawalId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(access);
        Check.NotBlank(withdrawalId, nameof(withdrawalId));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await RecordAsync(access, withdrawalId, cancellationToken).ConfigureAwait(false) is not { } record)
                return null;
            if (record.State != WithdrawalState.Stated)
                return WithdrawalView.Of(record);

            // A second withdrawal from the same contract gets the acknowledgement of the first.
            if (
                await _engine
                    .Store.FindByContractAsync(_engine.Environment, record.ContractId, cancellationToken)
                    .ConfigureAwait(false) is
                { } earlier
            )
            {
                foreach (var alias in WithdrawalWork.Of(record).Aliases)
                    earlier = await AddAliasAsync(earlier, alias, cancellationToken).ConfigureAwait(false);
                return WithdrawalView.Of(earlier);
            }

            var confirmed = Confirmed(record);
            if (await _engine.Store.TryUpdateAsync(confirmed, cancellationToken).ConfigureAwait(false))
            {
                WithdrawalEvents.Changed(_engine.Log, record, confirmed);
                _engine.Signal.Raise();
                return WithdrawalView.Of(confirmed);
            }
        }

        throw new InvalidOperationException("The withdrawal changed again and again at the same moment. Try again.");
    }

    /// <inheritdoc/>
    public async Task<Withdrawal?> FindAsync(
        WithdrawalAccess access,
        string withdrawalId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(access);
        Check.NotBlank(withdrawalId, nameof(withdrawalId));
        return await RecordAsync(access, withdrawalId, cancellationToken).ConfigureAwait(false) is { } record
            ? WithdrawalView.Of(record)
            : null;
    }

    /// <inheritdoc/>
    public async Task<bool> CloseReviewAsync(
        string withdrawalId,
        int version,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotBlank(withdrawalId, nameof(withdrawalId));
        var found = await _engine
            .Store.FindAsync(_engine.Environment, withdrawalId, cancellationToken)
            .ConfigureAwait(false);
        if (found is not { State: WithdrawalState.NeedsReview } record || record.Version != version)
            return false;
        var now = _engine.Clock.GetUtcNow();
        var work = WithdrawalTransitions.ReviewClosed(WithdrawalWork.Of(record));
        var closed = WithdrawalTransitions.Of(record, work, now) with { Version = version + 1, DueAt = now };
        if (!await _engine.Store.TryUpdateAsync(closed, cancellationToken).ConfigureAwait(false))
            return false;
        WithdrawalEvents.Changed(_engine.Log, record, closed);
        _engine.Signal.Raise();
        return true;
    }

    /// <inheritdoc/>
    public async Task<int> EraseAsync(SubjectIds subject, CancellationToken cancellationToken = default)
    {
        SubjectIds.Require(subject);
        var erased = 0;
        foreach (var customer in await _engine.CustomersOfAsync(subject, cancellationToken).ConfigureAwait(false))
        {
            erased += await _engine
                .Store.EraseAsync(_engine.Environment, customer, _engine.Clock.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
        }

        return erased;
    }

    /// <summary>
    /// Processes the withdrawals that are due: decisions, cancellations, refunds and notices. For apps without a host: call
    /// it every minute. With a host it runs automatically.
    /// </summary>
    /// <remarks>A failure is logged, and what is left is done at a later call.</remarks>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of withdrawals that were looked at.</returns>
    public Task<int> ProcessDueAsync(CancellationToken cancellationToken = default) =>
        _processor.RunAsync(cancellationToken);

    private WithdrawalRecord Confirmed(WithdrawalRecord record)
    {
        var now = _engine.Clock.GetUtcNow();
        var statement = WithdrawalStatement.Of(record)!;
        return record with
        {
            Version = record.Version + 1,
            State = WithdrawalState.Confirmed,
            Slot = record.ContractId,
            ConfirmedAt = now,
            DueAt = now,
            Acknowledgement = AcknowledgementText.Of(_engine.Messages, record.Id, statement, now),
            Work = (WithdrawalWork.Of(record) with { Untold = [WithdrawalNotice.Confirmed] }).ToJson(),
        };
    }

    /// <summary>Reads a contract if the caller has access to it.</summary>
    private async Task<WithdrawalContract?> ContractAsync(
        WithdrawalAccess access,
        string contractId,
        CancellationToken cancellationToken
    )
    {
        if (access.ContractId is { } linked && !Same(linked, contractId))
            return null;
        var customers = access.Subject is { } subject
            ? await _engine.CustomersOfAsync(subject, cancellationToken).ConfigureAwait(false)
            : null;
        if (customers is { Count: 0 })
            return null;
        try
        {
            var reading = await _contracts
                .ReadAsync(contractId, _engine.Clock.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
            return
                reading is null
                || (customers is not null && !customers.Contains(reading.Contract.CustomerId, StringComparer.Ordinal))
                ? null
                : reading.Contract;
        }
        catch (DodoException e) when (access.ContractId is not null)
        {
            // The seller's signature names the contract, so that the consumer can withdraw while the API is unavailable.
            Diagnostics.Log.WithdrawalContractUnread(_engine.Log, contractId, e.GetType().Name);
            return new() { Id = contractId, IsSubscription = contractId.StartsWith("sub_", StringComparison.Ordinal) };
        }
    }

    private async Task<WithdrawalRecord?> RecordAsync(
        WithdrawalAccess access,
        string id,
        CancellationToken cancellationToken
    )
    {
        var record = await _engine.Store.FindAsync(_engine.Environment, id, cancellationToken).ConfigureAwait(false);
        if (record is null)
            return null;
        if (access.ContractId is { } linked)
        {
            return
                Same(linked, record.ContractId)
                || WithdrawalWork.Of(record).Aliases.Contains(linked, StringComparer.Ordinal)
                ? record
                : null;
        }

        var customers = await _engine.CustomersOfAsync(access.Subject!, cancellationToken).ConfigureAwait(false);
        return record.CustomerId.Length > 0 && customers.Contains(record.CustomerId, StringComparer.Ordinal)
            ? record
            : null;
    }

    private async Task<WithdrawalRecord> AddAliasAsync(
        WithdrawalRecord record,
        string contractId,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var work = WithdrawalWork.Of(record);
            if (Same(record.ContractId, contractId) || work.Aliases.Contains(contractId, StringComparer.Ordinal))
                return record;
            var changed = record with
            {
                Version = record.Version + 1,
                Work = (work with { Aliases = [.. work.Aliases, contractId] }).ToJson(),
            };
            if (await _engine.Store.TryUpdateAsync(changed, cancellationToken).ConfigureAwait(false))
                return changed;
            record =
                await _engine.Store.FindAsync(_engine.Environment, record.Id, cancellationToken).ConfigureAwait(false)
                ?? record;
        }

        return record;
    }

    private static Func<WithdrawalOptions> Kept(WithdrawalOptions? options)
    {
        var kept = options?.Copy() ?? new WithdrawalOptions();
        var failures = kept.Failures();
        if (failures.Count > 0)
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        return () => kept;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
