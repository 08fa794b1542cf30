namespace DodoUpsell.Charging.Settlements;

/// <summary>
/// Handles a settlement for the SDK itself, before any handler of the app runs. All registered handlers are resolved from
/// the container, with the brand's key if there is a brand.
/// </summary>
/// <remarks>
/// If one of them fails, the app's handlers are not called in this attempt, because they may rely on what it records.
/// </remarks>
internal interface ISystemSettlementHandler : IChargeSettlementHandler;
