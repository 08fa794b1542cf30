using System.CommandLine;
using System.CommandLine.Parsing;
using System.Xml;

namespace DodoUpsell.Emulator.Tool;

/// <summary>
/// The options for subscriptions. Each one covers a point on which the API's documentation is silent or contradicts
/// itself.
/// </summary>
internal sealed class SubscriptionOptions
{
    private readonly Option<ProratedFormula> _formula = new("--prorated-formula")
    {
        Description = "The formula of `prorated_immediately`.",
        DefaultValueFactory = _ => ProratedFormula.RestOfCycle,
    };

    private readonly Option<ProrationUnit> _unit = new("--proration-unit")
    {
        Description = "The unit in which the rest of a cycle is measured.",
        DefaultValueFactory = _ => ProrationUnit.WholeDays,
    };

    private readonly Option<MidpointRounding> _rounding = new("--rounding")
    {
        Description = "How amounts are rounded, line by line.",
        DefaultValueFactory = _ => MidpointRounding.AwayFromZero,
    };

    private readonly Option<bool> _keepRenewalDate = new("--keep-renewal-date")
    {
        Description = "Keep the renewal date when a prorated or difference change is made.",
    };

    private readonly Option<bool> _fixedDayCycles = new("--fixed-day-cycles")
    {
        Description = "Count a month as 30 days and a year as 365 days.",
    };

    private readonly Option<bool> _preventChange = new("--prevent-change-on-failure")
    {
        Description = "Undo a change whose payment fails, unless the request specifies otherwise.",
    };

    private readonly Option<bool> _answersEmpty = new("--change-plan-answers-empty")
    {
        Description = "Return an empty body from change-plan, as before API version 1.113.6.",
    };

    private readonly Option<bool> _noPaymentLink = new("--no-plan-change-payment-link")
    {
        Description = "Refuse plan changes that are to be paid on a page.",
    };

    private readonly Option<bool> _creditForRenewals = new("--credit-for-renewals-only")
    {
        Description = "Use downgrade credit for renewals only, not for plan changes.",
    };

    private readonly Option<bool> _oneSubscription = new("--one-subscription-per-customer")
    {
        Description = "Allow one subscription for each customer.",
    };

    private readonly Option<bool> _pauseByFlag = new("--pause-by-flag")
    {
        Description = "Pause by the boolean `pause` of API version 1.113.0.",
    };

    private readonly Option<TimeSpan?> _gracePeriod = new("--grace-period")
    {
        Description =
            "How long a subscription stays `past_due` after a failed renewal, such as P3D. Default: not at all.",
        CustomParser = ReadDuration,
    };

    private readonly Option<bool> _cancelAfterGrace = new("--cancel-after-grace")
    {
        Description = "Cancel the subscription at the end of the grace period.",
    };

    private readonly Option<TimeSpan?> _retryWindow = new("--retry-window")
    {
        Description = "How long a softly declined renewal is retried, such as P13D. Default: not at all.",
        CustomParser = ReadDuration,
    };

    private readonly Option<bool> _dunning = new("--dunning")
    {
        Description = "Remind customers of outstanding payments, with the events `dunning.*`.",
    };

    public IReadOnlyList<Option> All =>
        [
            _formula,
            _unit,
            _rounding,
            _keepRenewalDate,
            _fixedDayCycles,
            _preventChange,
            _answersEmpty,
            _noPaymentLink,
            _creditForRenewals,
            _oneSubscription,
            _pauseByFlag,
            _gracePeriod,
            _cancelAfterGrace,
            _retryWindow,
            _dunning,
        ];

    public SubscriptionRules Read(ParseResult result) =>
        new()
        {
            ProratedFormula = result.GetValue(_formula),
            ProrationUnit = result.GetValue(_unit),
            Rounding = result.GetValue(_rounding),
            KeepRenewalDate = result.GetValue(_keepRenewalDate),
            FixedDayCycles = result.GetValue(_fixedDayCycles),
            ApplyChangeOnFailure = !result.GetValue(_preventChange),
            ChangePlanAnswersEmpty = result.GetValue(_answersEmpty),
            AllowPlanChangeViaPaymentLink = !result.GetValue(_noPaymentLink),
            CreditPaysPlanChanges = !result.GetValue(_creditForRenewals),
            OneSubscriptionPerCustomer = result.GetValue(_oneSubscription),
            PauseByFlag = result.GetValue(_pauseByFlag),
            GracePeriod = result.GetValue(_gracePeriod),
            CancelAfterGrace = result.GetValue(_cancelAfterGrace),
            RetryWindow = result.GetValue(_retryWindow),
            Dunning = result.GetValue(_dunning),
        };

    private static TimeSpan? ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            if (duration > TimeSpan.Zero)
                return duration;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            // Reported below, together with a duration that is not positive.
        }

        result.AddError(
            $"{((OptionResult)result.Parent!).Option.Name}: `{text}` is not a duration such as P3D or PT12H."
        );
        return null;
    }
}
