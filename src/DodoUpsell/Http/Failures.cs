using System.Globalization;
using System.Net;

namespace DodoUpsell.Http;

/// <summary>Creates the exception for a failed call, with advice on what to do next.</summary>
internal static class Failures
{
    public static DodoException Final(
        Operation operation,
        AttemptOutcome outcome,
        int attempts,
        CallSettings settings,
        DateTimeOffset sentAt
    )
    {
        if (operation.Safety == OperationSafety.Charge && MayHaveBeenExecuted(outcome))
        {
            return Unknown(
                operation,
                sentAt,
                outcome.Response?.Status,
                outcome.Describe(),
                Cause(operation, outcome, attempts, settings)
            );
        }

        return Cause(operation, outcome, attempts, settings);
    }

    public static DodoUnknownOutcomeException Unknown(
        Operation operation,
        DateTimeOffset sentAt,
        HttpStatusCode? status,
        string what,
        Exception cause
    ) =>
        new(
            operation,
            sentAt,
            status,
            $"{operation.Call} was sent, but its outcome is unknown: {what}. It may have been executed, so it was "
                + $"not sent again. Determine the outcome before you repeat it: {FindOut(operation)} "
                + $"({operation.Name})",
            cause
        );

    public static OperationCanceledException Cancelled(
        Operation operation,
        AttemptOutcome outcome,
        CallSettings settings,
        CancellationToken cancellationToken
    ) =>
        new(
            $"{operation.Call} was cancelled by its caller.{(outcome.NothingLeft ? " Nothing was sent." : "")}",
            Inner(outcome, settings),
            cancellationToken
        );

    /// <summary>
    /// A 4xx is a refusal. Any other response that is neither a success nor proof of non-execution may have been
    /// executed.
    /// </summary>
    private static bool MayHaveBeenExecuted(AttemptOutcome outcome)
    {
        if (RetryPolicy.WasNotExecuted(outcome))
            return false;
        return outcome.Response is not { } response || (int)response.Status is < 400 or 408 or >= 500;
    }

    private static DodoException Cause(
        Operation operation,
        AttemptOutcome outcome,
        int attempts,
        CallSettings settings
    ) =>
        outcome.End switch
        {
            AttemptEnd.Answered => ErrorBody.ToException(operation, outcome.Response!, settings.Secrets),
            AttemptEnd.TimedOut => new DodoTimeoutException(
                operation,
                outcome.Limit,
                $"{operation.Call} received {outcome.Describe()}{After(attempts)}. Try again later, or raise "
                    + $"AttemptTimeout and TotalTimeout. ({operation.Name})",
                Inner(outcome, settings)
            ),
            AttemptEnd.TooLate => new DodoTimeoutException(
                operation,
                outcome.Limit,
                $"{operation.Call} was not sent: TotalTimeout ({outcome.Limit}) expired before the request was "
                    + $"written. Nothing was executed. Try again. ({operation.Name})",
                Inner(outcome, settings)
            ),
            AttemptEnd.NotSentInTime => new DodoTimeoutException(
                operation,
                outcome.Limit,
                $"{operation.Call} was not sent: AttemptTimeout ({outcome.Limit}) expired before the request was "
                    + $"written{After(attempts)}. Nothing was executed. Try again. ({operation.Name})",
                Inner(outcome, settings)
            ),
            AttemptEnd.NotSent => new DodoConnectionException(
                operation,
                $"{operation.Call} was not sent: no connection to {settings.Address.Host} could be made, or a "
                    + $"handler of the app stopped it{After(attempts)}{Reason(outcome, settings)}. Check the "
                    + $"network, and "
                    + $"BaseAddress if it is set. ({operation.Name})",
                Inner(outcome, settings)!
            ),
            _ => new DodoConnectionException(
                operation,
                $"{operation.Call} received no complete response: the connection was lost{After(attempts)}"
                    + $"{Reason(outcome, settings)}. Try again later. ({operation.Name})",
                Inner(outcome, settings)!
            ),
        };

    // Exceptions of HttpClient contain hosts and ports; those of the app's handlers may contain the request with its
    // headers.
    private static Exception? Inner(AttemptOutcome outcome, CallSettings settings) =>
        outcome.Exception is { } e ? SafeException.Of(e, settings.Secrets) : null;

    // The innermost message is the one that names the problem, such as "Connection refused".
    private static string Reason(AttemptOutcome outcome, CallSettings settings) =>
        outcome.Exception?.GetBaseException().Message is { Length: > 0 } message
            ? $": {Redactor.Clean(message, settings.Secrets).TrimEnd('.')}"
            : "";

    private static string After(int attempts) =>
        attempts == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" after {attempts} attempts");

    private static string FindOut(Operation operation) =>
        operation.Route switch
        {
            "/subscriptions/{subscriptionId}/change-plan" =>
                "read the subscription (product, quantity, add-ons, scheduled change) and list its payments.",
            "/subscriptions/{subscriptionId}/charge" or "/subscriptions/{subscriptionId}/update-payment-method" =>
                "list the subscription's payments since SentAt.",
            "/checkouts" or "/payments" or "/subscriptions" =>
                "list the customer's payments since SentAt and compare their metadata.",
            "/refunds" => "read the payment and its refunds.",
            "/customers" => "list the customers by e-mail.",
            "/discounts" => "look up the code.",
            _ => "list the existing objects and compare.",
        };
}
