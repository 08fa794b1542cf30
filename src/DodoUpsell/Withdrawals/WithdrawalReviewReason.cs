namespace DodoUpsell;

/// <summary>Specifies why the seller must look at a confirmed withdrawal.</summary>
public enum WithdrawalReviewReason
{
    /// <summary>The policy decided that a person looks at the withdrawal.</summary>
    Policy,

    /// <summary>The withdrawal was confirmed after the withdrawal period.</summary>
    Late,

    /// <summary>The contract was not found, or it belongs to another customer than the withdrawal.</summary>
    ContractNotFound,

    /// <summary>A payment of the contract also pays for something else, so it cannot be refunded as a whole.</summary>
    SharedPayment,

    /// <summary>A payment of the contract is disputed. A refund could return the money twice.</summary>
    Disputed,

    /// <summary>The amounts that the API reports contradict each other, or the amount cannot be divided.</summary>
    AmountUnclear,

    /// <summary>The API refused the refund, for example because its refund period is over.</summary>
    RefundRefused,

    /// <summary>The refund was accepted and failed later.</summary>
    RefundFailed,

    /// <summary>
    /// It is unknown whether the refund was executed. It was not sent again. Look for it at Dodo Payments.
    /// </summary>
    RefundUnknown,

    /// <summary>The subscription could not be cancelled.</summary>
    CancellationRefused,
}
