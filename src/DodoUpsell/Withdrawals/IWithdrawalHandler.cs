namespace DodoUpsell;

/// <summary>Specifies what a handler of withdrawals is told.</summary>
public enum WithdrawalNotice
{
    /// <summary>
    /// The withdrawal was confirmed. Send <see cref="Withdrawal.Acknowledgement"/> to <see cref="Withdrawal.Contact"/>
    /// without undue delay: the law requires it on a durable medium, such as an e-mail.
    /// </summary>
    Confirmed,

    /// <summary>Everything that the policy decided is done. End the access that the contract gave.</summary>
    Completed,

    /// <summary>The seller must look at the withdrawal. <see cref="Withdrawal.ReviewReason"/> contains the reason.</summary>
    NeedsReview,
}

/// <summary>
/// Is told about withdrawals, in particular to send the acknowledgement. Register it with <c>AddWithdrawalHandler</c>.
/// </summary>
/// <remarks>
/// Each notice is told at least once. It is told again if a handler fails, or if the process ends before the result is
/// recorded. Refunds do not wait for handlers.
/// </remarks>
public interface IWithdrawalHandler
{
    /// <summary>Handles a notice. If it throws an exception, the notice is told again later.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="withdrawal">The withdrawal.</param>
    /// <param name="cancellationToken">A token that is cancelled when the app stops or
    /// <see cref="WithdrawalOptions.HandlerTimeout"/> expires.</param>
    Task HandleAsync(WithdrawalNotice notice, Withdrawal withdrawal, CancellationToken cancellationToken = default);
}
