using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>
/// Tells settlements to the app's handlers, at least once each, and gives access to those that were told, wait or are
/// parked.
/// </summary>
public interface IChargeSettlements
{
    /// <summary>
    /// Tells everything that is due now, for an app without a host and for tests; a host does it in the background.
    /// </summary>
    /// <returns>How many attempts ended in which way.</returns>
    Task<SettlementReport> ProcessAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns one settlement by its id, or null if there is none.</summary>
    Task<SettlementDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the settlements in one state, such as <see cref="InboxState.Parked"/>, the oldest first.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of settlements. Default: 100.</param>
    /// <param name="after">The last settlement of the page before. Default: null, the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Makes a settlement due now with all its attempts before it, whether it is parked, waiting or even completed.
    /// </summary>
    /// <returns>False if it is not there, or is being handled.</returns>
    Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes settlements that were completed or parked longer ago than the options say. A host does it every hour.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    Task<int> PruneAsync(CancellationToken cancellationToken = default);
}
