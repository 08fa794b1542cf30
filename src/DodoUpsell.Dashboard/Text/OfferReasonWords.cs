namespace DodoUpsell.Dashboard.Text;

/// <summary>Why a rule, or any rule at all, is not offered, in plain words.</summary>
internal static class OfferReasonWords
{
    private static readonly Dictionary<OfferReason, string> Rules = new()
    {
        [OfferReason.Disabled] = "The rule is switched off.",
        [OfferReason.NotStarted] = "The rule starts later.",
        [OfferReason.Ended] = "The rule has ended.",
        [OfferReason.OtherPlacement] = "The rule is for another placement.",
        [OfferReason.OnlyAsDownsell] = "The rule is only offered after a no to another one.",
        [OfferReason.Paused] = "The rule paused itself.",
        [OfferReason.NotBought] = "None of the products that the rule requires was bought.",
        [OfferReason.ExcludedProduct] = "A product that excludes the rule was bought.",
        [OfferReason.AmountTooLow] = "The purchase is below the minimum amount.",
        [OfferReason.AmountTooHigh] = "The purchase is above the maximum amount.",
        [OfferReason.OtherCurrency] = "The purchase is in another currency.",
        [OfferReason.NotFirstPurchase] = "The rule is for first purchases only.",
        [OfferReason.FirstPurchase] = "The rule is not for first purchases.",
        [OfferReason.RecentRefund] = "The subject had a refund too recently.",
        [OfferReason.Disputed] = "A payment of the subject is disputed, or was too recently.",
        [OfferReason.OtherCountry] = "The rule is for other countries, or the country is not known.",
        [OfferReason.NotInAudience] = "The subject does not belong to an audience of the rule.",
        [OfferReason.AudienceUnknown] = "An audience of the rule is not registered, or could not be evaluated.",
        [OfferReason.AlreadyOwned] = "The subject already owns what is offered.",
        [OfferReason.NoPlanToChange] = "The subject has no plan that the offer could change.",
        [OfferReason.SeveralPlansToChange] = "The subject has several plans that the offer could change.",
        [OfferReason.PlanNotChangeable] = "The plan is on hold, being changed, or cancelled at its end.",
        [OfferReason.CoolOff] = "The subject said no too recently.",
        [OfferReason.CapReached] = "The rule was offered to the subject as often as its cap allows.",
        [OfferReason.ChargePending] = "A charge of the subject is under way.",
        [OfferReason.DiscountNotAllowed] = "The subject cannot use a discount of the rule.",
        [OfferReason.PriceUnknown] = "The price could not be determined.",
        [OfferReason.RefusedByApi] = "The API refuses the offer for this subject.",
        [OfferReason.TooLate] = "The time in which the offer could be accepted is over.",
        [OfferReason.NoVariant] = "The allocator named no variant of the experiment.",
        [OfferReason.LowerPriority] = "Another rule comes first.",
        [OfferReason.Holdout] = "The subject belongs to the holdout of the experiment.",
        [OfferReason.FactsUnknown] = "The facts that the rule needs are not known.",
    };

    private static readonly Dictionary<NoOfferReason, string> Decisions = new()
    {
        [NoOfferReason.DeadlineExceeded] = "The decision took too long.",
        [NoOfferReason.PurchaseNotPaid] = "The purchase is not paid, or was refunded.",
        [NoOfferReason.Renewal] = "The payment is a renewal of a subscription.",
        [NoOfferReason.Retry] = "The payment is a retry of a failed one.",
        [NoOfferReason.MethodSetup] = "The payment only saves a payment method.",
        [NoOfferReason.OwnCharge] = "The payment is one that the SDK itself charged.",
        [NoOfferReason.PurchaseUnclear] = "It is not known whether the payment is a purchase.",
        [NoOfferReason.OtherSubject] = "The purchase belongs to another subject.",
        [NoOfferReason.AlreadyDecided] = "An offer was made for this purchase before.",
        [NoOfferReason.Holdout] = "The subject belongs to the holdout of an experiment.",
        [NoOfferReason.NoCustomer] = "The subject has no customer yet.",
        [NoOfferReason.FactsUnavailable] = "The facts about the subject could not be read.",
        [NoOfferReason.ChainEnded] = "The chain of offers after a no has ended.",
        [NoOfferReason.PurchaseTooOld] = "The purchase is too long ago for any offer.",
    };

    public static string Of(OfferReason reason) => Rules.GetValueOrDefault(reason, reason.ToString());

    public static string Of(NoOfferReason reason) => Decisions.GetValueOrDefault(reason, reason.ToString());
}
