using System.Diagnostics;
using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Describes the meaning of a decline code: for developers in <see cref="Code"/>, <see cref="Kind"/>,
/// <see cref="Action"/> and <see cref="Cause"/>; for the customer in <see cref="CustomerMessage"/>.
/// </summary>
/// <remarks>
/// Its text form and its JSON contain only what customers may see, so returning it from an endpoint does not disclose
/// that a card was reported lost or stolen.
/// </remarks>
[DebuggerDisplay("{Code}")]
public sealed partial record DeclineReason
{
    private DeclineReason(
        DeclineCode code,
        DeclineKind kind,
        bool canFix,
        DeclineAction action,
        ChargeMessage message,
        string cause,
        bool isSensitive = false
    )
    {
        Code = code;
        Kind = kind;
        CustomerCanFix = canFix;
        Action = action;
        Message = message;
        Cause = cause;
        IsSensitive = isSensitive;
    }

    /// <summary>Gets the code, or the default value if the payment had none. Do not show it to customers.</summary>
    [JsonIgnore]
    public DeclineCode Code { get; }

    /// <summary>Gets whether the same payment method may be charged again for this offer.</summary>
    [JsonIgnore]
    public DeclineKind Kind { get; }

    /// <summary>
    /// Gets whether the customer can resolve the cause. Do not show it to customers, because it differs between codes
    /// that must not be distinguishable.
    /// </summary>
    [JsonIgnore]
    public bool CustomerCanFix { get; }

    /// <summary>Gets the recommended action. Do not show it to customers.</summary>
    [JsonIgnore]
    public DeclineAction Action { get; }

    /// <summary>Gets a description of the cause for developers, in English. Do not show it to customers.</summary>
    [JsonIgnore]
    public string Cause { get; }

    /// <summary>
    /// Gets whether the same payment method may be charged once more, later, without asking the customer. False for
    /// codes unknown to this version.
    /// </summary>
    [JsonIgnore]
    public bool MayRetryAutomatically =>
        Kind == DeclineKind.Soft
        && Action
            is DeclineAction.RetryLater
                or DeclineAction.RetryMuchLater
                or DeclineAction.RetryLaterOrUseOtherMethod;

    /// <summary>
    /// Gets the message for the customer. Codes that must not be distinguishable have the same message.
    /// </summary>
    [JsonIgnore]
    public ChargeMessage Message { get; }

    /// <summary>
    /// Gets the text for the customer, in English. <see cref="ChargeMessages"/> provides it in other languages.
    /// </summary>
    public string CustomerMessage => ChargeMessages.English.Text(Message);

    /// <summary>
    /// Gets whether the customer must not learn the cause, such as a reported card or suspected fraud.
    /// </summary>
    internal bool IsSensitive { get; }

    /// <summary>
    /// Returns the meaning of a code. An unknown or missing code is soft and is never retried without the customer.
    /// </summary>
    public static DeclineReason Of(DeclineCode code) =>
        Documented.TryGetValue(code, out var reason)
            ? reason
            : new(
                code,
                DeclineKind.Soft,
                canFix: false,
                DeclineAction.UseOtherMethod,
                ChargeMessage.Declined,
                code == default ? "The payment has no error code." : "The code is not known to this version of the SDK."
            );

    /// <summary>
    /// Returns the meaning of a payment's <see cref="Payment.ErrorCode"/>. Null and blank count as no code.
    /// </summary>
    public static DeclineReason Of(string? code) =>
        Of(DeclineCode.TryParse(code, null, out var known) ? known : default);

    /// <summary>Returns the text for the customer. The code is in <see cref="Code"/>.</summary>
    public override string ToString() => CustomerMessage;
}
