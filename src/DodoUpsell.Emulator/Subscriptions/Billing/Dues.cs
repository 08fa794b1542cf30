namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>What a subscription owes since a charge failed: a renewal, or the price of a plan change that stays in force.</summary>
internal sealed record Dues(IReadOnlyList<BillLine> Lines, bool IsRenewal);
