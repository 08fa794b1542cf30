using System.Globalization;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Disputes of payments.</content>
public sealed partial class DodoEmulator
{
    /// <summary>
    /// Opens a dispute about a payment, as a customer's bank does, and sends the event <c>dispute.opened</c>.
    /// </summary>
    /// <param name="paymentId">The id of a payment that succeeded.</param>
    /// <param name="amount">
    /// The disputed amount, including tax, in minor units; null for everything that is not in dispute yet.
    /// </param>
    /// <param name="reason">The reason that the bank states, or null for none.</param>
    /// <returns>The dispute in the format of its webhooks.</returns>
    /// <exception cref="ArgumentException">
    /// The payment does not exist, or the amount exceeds what can be disputed.
    /// </exception>
    public JsonObject OpenDispute(string paymentId, int? amount = null, string? reason = null) =>
        Checked(() => _disputes.Open(paymentId, amount, reason), nameof(paymentId));

    /// <summary>Moves a dispute to another status and sends the event of that status.</summary>
    /// <remarks>
    /// The amount of a dispute that is lost or accepted is returned to the customer and cannot be refunded any more. No
    /// <c>refund.*</c> event is sent, <see cref="Refunds"/> does not list the amount, and the payment stays in
    /// <see cref="Charges"/>.
    /// </remarks>
    /// <param name="disputeId">The <c>dispute_id</c> from <see cref="OpenDispute"/>.</param>
    /// <param name="status">The new status.</param>
    /// <returns>The dispute in the format of its webhooks.</returns>
    /// <exception cref="ArgumentException">The dispute does not exist, or it cannot change to this status.</exception>
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
