using System.Globalization;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Disputes of payments.</content>
public sealed partial class DodoEmulator
{
    /// <summary>
    /// Opens a dispute of a payment, as a customer's bank does. The event <c>dispute.opened</c> is sent.
    /// </summary>
    /// <param name="paymentId">A payment that succeeded.</param>
    /// <param name="amount">How much is disputed, tax included, in minor units; null for all that is not in dispute
    /// already.</param>
    /// <param name="reason">The reason that the bank gives; null for none.</param>
    /// <returns>The dispute as its webhooks show it.</returns>
    /// <exception cref="ArgumentException">There is no such payment, or so much of it cannot be disputed.</exception>
    public JsonObject OpenDispute(string paymentId, int? amount = null, string? reason = null) =>
        Checked(() => _disputes.Open(paymentId, amount, reason), nameof(paymentId));

    /// <summary>Moves a dispute to another status and sends the event of that status.</summary>
    /// <remarks>
    /// What was lost or accepted goes back to the customer: it cannot be refunded any more. No <c>refund.*</c> event is
    /// sent, <see cref="Refunds"/> does not list it, and the payment stays in <see cref="Charges"/>.
    /// </remarks>
    /// <param name="disputeId">The <c>dispute_id</c>, from <see cref="OpenDispute"/>.</param>
    /// <param name="status">The new status.</param>
    /// <returns>The dispute as its webhooks show it.</returns>
    /// <exception cref="ArgumentException">There is no such dispute, or it cannot have this status any
    /// more.</exception>
    public JsonObject UpdateDispute(string disputeId, EmulatedDisputeStatus status)
    {
        if (!Enum.IsDefined(status))
            throw new ArgumentException($"There is no status {status}.", nameof(status));

        return Checked(
            () => _disputes.Move(disputeId, () => status.ToString().ToLower(CultureInfo.InvariantCulture)),
            nameof(disputeId)
        );
    }
}
