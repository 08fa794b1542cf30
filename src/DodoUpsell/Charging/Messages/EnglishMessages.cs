using static DodoUpsell.ChargeMessage;

namespace DodoUpsell;

/// <summary>
/// The English messages for customers: calm, without blame, and with what to do next. "Nothing was charged" is said
/// only where that is certain.
/// </summary>
internal static class EnglishMessages
{
    public static string Of(ChargeMessage message) =>
        message switch
        {
            Succeeded => "Thank you. Your payment went through.",
            Refunded => "Your payment was refunded in full. Please contact us if you did not expect that.",
            ActionRequired => "One more step is needed to finish this payment. Please continue on the payment page.",
            Processing => "Your payment is being processed. You don't have to do anything; please don't pay again.",
            Pending => "We are checking whether your payment went through. Please don't pay again.",
            AlreadyInProgress => "Your payment is already on its way. Please don't pay again.",
            NotCharged => "The payment was not made and nothing was charged. You can start again.",
            Refused =>
                "We could not start this payment and nothing was charged. Please contact us if it happens again.",
            CheckoutRequired => "Please finish your purchase on the payment page. Nothing was charged yet.",

            Declined => "The payment did not go through and nothing was charged. Please use another payment method.",
            DeclinedForNow =>
                "The payment did not go through and nothing was charged. Please wait a few minutes and pay "
                    + "again, or use another payment method.",
            DeclinedTooOften =>
                "This card cannot be used for now and nothing was charged. Please use another payment method, or "
                    + "come back tomorrow.",
            DeclinedConfirmWithBank =>
                "Your bank wants you to confirm this payment; nothing was charged. Please pay again on the "
                    + "payment page and confirm there.",
            DeclinedMandate =>
                "This payment needs your permission and nothing was charged. Please pay on the payment page and "
                    + "give it there.",
            DeclinedByBank =>
                "Your bank did not approve the payment and nothing was charged. Please use another payment "
                    + "method, or ask your bank.",
            DeclinedCardInactive =>
                "This card is not active yet and nothing was charged. Please activate it with your bank, or use "
                    + "another payment method.",
            DeclinedExpired => "This card has expired and nothing was charged. Please use another payment method.",
            DeclinedBalance =>
                "The balance does not cover this payment and nothing was charged. Please use another payment "
                    + "method, or pay again later.",
            DeclinedLimit =>
                "The amount is above a limit of your card or account and nothing was charged. Please use another "
                    + "payment method, or ask your bank.",
            DeclinedMethodUnusable =>
                "This payment method cannot be used here and nothing was charged. Please use another payment method.",
            DeclinedCardNumber =>
                "The card number was not recognised and nothing was charged. Please check it on the payment page.",
            DeclinedSecurityCode =>
                "The card's security code does not match and nothing was charged. Please check it on the payment page.",
            DeclinedExpiryDate =>
                "The card's expiry date does not match and nothing was charged. Please check it on the payment page.",
            DeclinedDetails =>
                "Some payment details do not match and nothing was charged. Please check them on the payment page.",
            DeclinedByCustomer =>
                "The payment was called off and nothing was charged. You can start again whenever you like.",
            DeclinedBySeller => "We could not take this payment and nothing was charged. Please contact us.",

            PlanChanged => "Done. Your plan was changed.",
            PlanChangeScheduled => "Done. Your plan changes with the next renewal; nothing was charged now.",
            PlanChangePending =>
                "Your change of plan is on its way. You don't have to do anything; please don't start it again.",
            PlanChangeUnknown => "We are checking whether your plan was changed. Please don't start it again.",
            PlanChangeRefused =>
                "This change is not possible at the moment. Nothing was charged and your plan stays as it was.",
            QuoteChanged => "The price has changed since you saw it. Nothing was charged; please look at the new one.",
            PlanStands => "Your plan stays as it was.",
            PlanOnHold => "Your subscription is on hold until it is paid.",
            _ => throw new ArgumentOutOfRangeException(nameof(message), message, "There is no such message."),
        };
}
