namespace DodoUpsell;

/// <summary>Specifies the state of a charge.</summary>
public enum ChargeState
{
    /// <summary>The key is claimed. Nothing has been sent yet.</summary>
    Claimed = 0,

    /// <summary>
    /// The charge has been sent or is about to be sent, and its payment is not known to the ledger yet. The payment is
    /// found by its metadata.
    /// </summary>
    Sending = 1,

    /// <summary>The payment is known and not final: it is being processed or waits for the customer.</summary>
    Waiting = 2,

    /// <summary>A checkout page is open. The customer may pay there.</summary>
    CheckoutOpen = 3,

    /// <summary>The charge was paid. The state never changes again.</summary>
    Succeeded = 4,

    /// <summary>
    /// The payment failed for good and nothing was charged. A checkout page may follow under the same key.
    /// </summary>
    Declined = 5,

    /// <summary>The charge was refused before anything was charged. The key can be used again.</summary>
    Refused = 6,

    /// <summary>
    /// Nothing was charged: nothing was sent, or the API lists no payment. The key can be used again.
    /// </summary>
    NotCharged = 7,

    /// <summary>
    /// The charge was paid and refunded in full before the payment was seen: no access, and no other charge under the
    /// key. The state never changes again.
    /// </summary>
    Refunded = 8,
}

internal static class ChargeStates
{
    /// <summary>Returns whether the outcome is not known yet, so that a read may change it.</summary>
    public static bool IsOpen(this ChargeState state) =>
        state is ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting or ChargeState.CheckoutOpen;

    /// <summary>Returns whether nothing was charged and the key may be claimed again.</summary>
    public static bool IsReleased(this ChargeState state) => state is ChargeState.Refused or ChargeState.NotCharged;
}
