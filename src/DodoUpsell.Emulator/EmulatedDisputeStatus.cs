namespace DodoUpsell.Emulator;

/// <summary>Specifies the status of a dispute after it was opened.</summary>
public enum EmulatedDisputeStatus
{
    /// <summary>The seller sent evidence. The bank decides later.</summary>
    Challenged,

    /// <summary>The bank decided for the seller. Final.</summary>
    Won,

    /// <summary>The bank decided for the customer, who gets the money back. Final.</summary>
    Lost,

    /// <summary>The seller accepted the dispute; the customer gets the money back. Final.</summary>
    Accepted,

    /// <summary>The customer withdrew the dispute. Final.</summary>
    Cancelled,

    /// <summary>The seller did not answer in time.</summary>
    Expired,
}
