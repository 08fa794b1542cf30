using System.Globalization;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>Reads a card to save: a test number, and an expiry in short or long form.</summary>
internal static class PaymentMethodInput
{
    public static PaymentMethod Read(JsonInput input, EmulatorState state, Customer customer)
    {
        if (!TestCard.TryGet(input.Text("test_card"), out var card))
            throw input.Invalid("test_card", "not the number of a test card");

        return new PaymentMethod
        {
            Id = input.OptionalText("payment_method_id") ?? state.Ids.Next("pm"),
            Customer = customer,
            Card = card,
            ExpiryMonth = Digits(input, "expiry_month", 1, 12) ?? "06",
            ExpiryYear = Digits(input, "expiry_year", 0, 9999) ?? "32",
            CardHolderName = input.OptionalText("card_holder_name") ?? customer.Name,
            RecurringEnabled = !input.Has("recurring_enabled") || input.Flag("recurring_enabled"),
            LastUsedAt = input.OptionalTime("last_used_at"),
        };
    }

    private static string? Digits(JsonInput input, string name, int minimum, int maximum)
    {
        if (input.OptionalText(name) is not { } text)
            return null;

        return
            text.Length <= 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= minimum
            && value <= maximum
            ? text
            : throw input.Invalid(name, "expected digits");
    }
}
