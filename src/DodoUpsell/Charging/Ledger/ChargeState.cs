namespace DodoUpsell;

/// <summary>How far the charge of one key has come.</summary>
public enum ChargeState
{
    /// <summary>The right to charge was granted; nothing has been sent yet.</summary>
    Claimed = 0,

    /// <summary>
    /// A charge may be on its way: sent or about to be, and not yet known to the store. It is found by its metadata.
    /// </summary>
    Sending = 1,

    /// <summary>The payment is known and not final: it is being processed or waits for the customer.</summary>
    Waiting = 2,

    /// <summary>The customer was sent to a checkout page and may pay there.</summary>
    CheckoutOpen = 3,

    /// <summary>Paid. Never changes again.</summary>
    Succeeded = 4,

    /// <summary>
    /// The payment failed for good; nothing was charged. A checkout page may follow under the same key.
    /// </summary>
    Declined = 5,

    /// <summary>The charge was refused before anything was charged. The key is free again.</summary>
    Refused = 6,

    /// <summary>
    /// Nothing was charged: nothing left, or the API's list of payments shows none. The key is free again.
    /// </summary>
    NotCharged = 7,

    /// <summary>
    /// Paid, and refunded in full before the payment was seen: no access, and no other charge under the key. Never
    /// changes again.
    /// </summary>
    Refunded = 8,
}

internal static class ChargeStates
{
    /// <summary>Whether the answer is still out, so that reading may change it.</summary>
    public static bool IsOpen(this ChargeState state) =>
        state is ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting or ChargeState.CheckoutOpen;

    /// <summary>Whether nothing was charged and the key may be claimed again.</summary>
    public static bool IsReleased(this ChargeState state) => state is ChargeState.Refused or ChargeState.NotCharged;
}
