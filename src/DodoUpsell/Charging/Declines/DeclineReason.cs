using System.Diagnostics;
using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// What a decline code means: for you in <see cref="Code"/>, <see cref="Kind"/>, <see cref="Action"/> and
/// <see cref="Cause"/>; for the customer in <see cref="CustomerMessage"/>.
/// </summary>
/// <remarks>
/// Its text form and its JSON hold what customers may see and nothing else, so that answering with it tells nobody that
/// a card was reported.
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

    /// <summary>Gets the code; the default value when the payment had none. Not for customers.</summary>
    [JsonIgnore]
    public DeclineCode Code { get; }

    /// <summary>Gets whether the same method may ever be charged again for this offer.</summary>
    [JsonIgnore]
    public DeclineKind Kind { get; }

    /// <summary>
    /// Gets whether the customer can do something about it. Not for customers: it differs between codes that must look
    /// alike.
    /// </summary>
    [JsonIgnore]
    public bool CustomerCanFix { get; }

    /// <summary>Gets what to do now. Not for customers.</summary>
    [JsonIgnore]
    public DeclineAction Action { get; }

    /// <summary>Gets what happened, in English, for you. Not for customers.</summary>
    [JsonIgnore]
    public string Cause { get; }

    /// <summary>
    /// Gets whether the same method may be charged once more, later, without asking the customer. False for codes that
    /// this version does not know.
    /// </summary>
    [JsonIgnore]
    public bool MayRetryAutomatically =>
        Kind == DeclineKind.Soft
        && Action
            is DeclineAction.RetryLater
                or DeclineAction.RetryMuchLater
                or DeclineAction.RetryLaterOrUseOtherMethod;

    /// <summary>Gets which message the customer sees; codes that must look alike have the same.</summary>
    [JsonIgnore]
    public ChargeMessage Message { get; }

    /// <summary>
    /// Gets what the customer may be told, in English; <see cref="ChargeMessages"/> has it in other languages.
    /// </summary>
    public string CustomerMessage => ChargeMessages.English.Text(Message);

    /// <summary>Whether the customer must not learn the cause: reported cards and suspicions.</summary>
    internal bool IsSensitive { get; }

    /// <summary>
    /// What a code means. A code that is not known, or none, is soft and never retried without the customer.
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
                code == default ? "The payment carries no code." : "A code that this version of the SDK does not know."
            );

    /// <summary>What a payment's <see cref="Payment.ErrorCode"/> means; null and blank are no code.</summary>
    public static DeclineReason Of(string? code) =>
        Of(DeclineCode.TryParse(code, null, out var known) ? known : default);

    /// <summary>What the customer may be told; the code is in <see cref="Code"/>.</summary>
    public override string ToString() => CustomerMessage;
}
