using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>
/// Delivers settlements to the app's handlers, at least once each, and gives access to those that are waiting,
/// completed or parked.
/// </summary>
public interface IChargeSettlements
{
    /// <summary>
    /// Delivers all settlements that are due now. For apps without a host and for tests; a host does it in the
    /// background.
    /// </summary>
    /// <returns>The numbers of attempts by result.</returns>
    Task<SettlementReport> ProcessAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns a settlement by its id, or null if there is none.</summary>
    Task<SettlementDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the settlements in a state, such as <see cref="InboxState.Parked"/>, the oldest first.</summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of settlements to return. The default is 100.</param>
    /// <param name="after">The last settlement of the previous page. The default is null, for the first page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the settlements of one charge in any state, the oldest first.</summary>
    /// <param name="key">The key of the charge.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        ChargeKey key,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Makes a settlement due now with all its attempts available again, whether it is parked, waiting or completed.
    /// </summary>
    /// <returns>False if it does not exist or is being handled.</returns>
    Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes settlements that were completed or parked longer ago than the configured retention. A host does it every
    /// hour.
    /// </summary>
    /// <returns>The number of deleted settlements.</returns>
    Task<int> PruneAsync(CancellationToken cancellationToken = default);
}
