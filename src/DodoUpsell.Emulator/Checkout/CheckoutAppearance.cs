using System.Collections.Frozen;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>
/// Checks the members that only affect the hosted page. They are part of the schema, so invalid ones are refused.
/// </summary>
internal static class CheckoutAppearance
{
    private const int MaximumCustomFields = 5;

    private static readonly FrozenSet<string> Themes = FrozenSet.Create(
        StringComparer.Ordinal,
        "dark",
        "light",
        "system"
    );

    private static readonly FrozenSet<string> FieldTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "text",
        "number",
        "email",
        "url",
        "date",
        "dropdown",
        "boolean"
    );

    private static readonly string[] FeatureFlags =
    [
        "allow_currency_selection",
        "allow_customer_editing_business_name",
        "allow_customer_editing_city",
        "allow_customer_editing_country",
        "allow_customer_editing_email",
        "allow_customer_editing_name",
        "allow_customer_editing_state",
        "allow_customer_editing_street",
        "allow_customer_editing_tax_id",
        "allow_customer_editing_zipcode",
        "allow_discount_code",
        "allow_editing_addons",
        "allow_phone_number_collection",
        "allow_tax_id",
        "always_create_new_customer",
        "redirect_immediately",
        "require_cardholder_name",
        "require_phone_number",
        "require_tax_id",
        "single_page",
    ];

    public static void Check(JsonInput input)
    {
        _ = input.Flag("short_link");
        CheckCustomization(input.ObjectUnlessAbsent("customization"));
        CheckCustomFields(input.OptionalObjects("custom_fields") ?? []);
        if (input.ObjectUnlessAbsent("feature_flags") is { } flags)
        {
            foreach (var flag in FeatureFlags)
                _ = flags.Flag(flag);
        }
    }

    private static void CheckCustomization(JsonInput? customization)
    {
        if (customization is null)
            return;

        _ = customization.OptionalText("force_language");
        _ = customization.Flag("show_on_demand_tag");
        _ = customization.Flag("show_order_details");
        _ = customization.OptionalChoice("theme", Themes);
        CheckoutTheme.Check(customization.OptionalObject("theme_config"));
    }

    private static void CheckCustomFields(IReadOnlyList<JsonInput> fields)
    {
        foreach (var field in fields)
        {
            _ = field.Choice("field_type", FieldTypes);
            _ = field.Text("key");
            _ = field.Text("label");
            _ = field.OptionalTexts("options");
            _ = field.OptionalText("placeholder");
            _ = field.Flag("required");
        }

        if (fields.Count > MaximumCustomFields)
            throw ApiException.InvalidParameters($"at most {MaximumCustomFields} custom fields are possible");
    }
}
