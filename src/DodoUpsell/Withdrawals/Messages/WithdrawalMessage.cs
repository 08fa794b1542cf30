namespace DodoUpsell;

/// <summary>Specifies a text of the withdrawal pages and of acknowledgements.</summary>
public enum WithdrawalMessage
{
    /// <summary>The label of the withdrawal function, prescribed by law: "Withdraw from contract here".</summary>
    Withdraw,

    /// <summary>The label of the confirmation, prescribed by law: "Confirm withdrawal".</summary>
    Confirm,

    /// <summary>What the first page is for.</summary>
    Introduction,

    /// <summary>There is no contract to withdraw from.</summary>
    NoContracts,

    /// <summary>The label of the contract.</summary>
    Contract,

    /// <summary>The label of the date on which the contract was concluded.</summary>
    ConcludedOn,

    /// <summary>The label of the last day of the withdrawal period.</summary>
    PossibleUntil,

    /// <summary>The label of the amount.</summary>
    Amount,

    /// <summary>The label of the consumer's name.</summary>
    Name,

    /// <summary>The label of the electronic means by which the acknowledgement is sent.</summary>
    Contact,

    /// <summary>The label of the button that leads to the confirmation.</summary>
    Continue,

    /// <summary>The heading of the page on which the consumer checks the statement.</summary>
    ReviewStatement,

    /// <summary>The statement itself.</summary>
    Statement,

    /// <summary>The link back to the form.</summary>
    Change,

    /// <summary>The heading of the acknowledgement.</summary>
    Acknowledgement,

    /// <summary>The label of the withdrawal's id.</summary>
    Reference,

    /// <summary>The label of the date and time of the submission.</summary>
    SubmittedAt,

    /// <summary>The last sentence of the acknowledgement.</summary>
    AcknowledgementNote,

    /// <summary>The label of the link that downloads the acknowledgement.</summary>
    Download,

    /// <summary>The label of the status.</summary>
    Status,

    /// <summary>The withdrawal is being processed.</summary>
    Processing,

    /// <summary>The refund was requested and is under way.</summary>
    RefundPending,

    /// <summary>The refund is done.</summary>
    Refunded,

    /// <summary>Everything is done, and nothing was left to refund.</summary>
    Done,

    /// <summary>A person at the seller looks at the withdrawal.</summary>
    InReview,

    /// <summary>The subscription has ended.</summary>
    SubscriptionEnded,

    /// <summary>The contract was withdrawn from already.</summary>
    AlreadyWithdrawn,

    /// <summary>The name or the contact is missing or too long.</summary>
    InvalidInput,

    /// <summary>The address names nothing, or the link has expired.</summary>
    NotFound,

    /// <summary>The caller is not signed in and has no link.</summary>
    SignIn,

    /// <summary>The form was sent from elsewhere or is too old.</summary>
    FormExpired,

    /// <summary>The service is temporarily unavailable.</summary>
    Unavailable,

    /// <summary>The personal data of the withdrawal was erased.</summary>
    Erased,
}
