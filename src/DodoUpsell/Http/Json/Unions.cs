using System.Text.Json;

namespace DodoUpsell.Http.Json;

// One class for each union, like the generated classes of the models.

internal static class CustomerReferenceJson
{
    public static CustomerReference? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartsObject(ref reader, nameof(CustomerReference)))
            return null;
        return UnionJson.FirstOf(reader, "customer_id", "email") switch
        {
            "customer_id" => ExistingCustomerJson.Read(ref reader),
            "email" => NewCustomerJson.Read(ref reader),
            _ => UnknownCustomerReferenceJson.Read(ref reader),
        };
    }

    public static void WriteMembers(Utf8JsonWriter writer, CustomerReference value)
    {
        switch (value)
        {
            case ExistingCustomer existing:
                ExistingCustomerJson.WriteMembers(writer, existing);
                break;
            case NewCustomer added:
                NewCustomerJson.WriteMembers(writer, added);
                break;
            case UnknownCustomerReference unknown:
                UnknownCustomerReferenceJson.WriteMembers(writer, unknown);
                break;
            default:
                throw UnionJson.Unwritable(value);
        }
    }
}

internal static class PriceJson
{
    public static Price? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartsObject(ref reader, nameof(Price)))
            return null;
        return UnionJson.TypeOf(reader) switch
        {
            OneTimePrice.TypeName => OneTimePriceJson.Read(ref reader),
            RecurringPrice.TypeName => RecurringPriceJson.Read(ref reader),
            UsageBasedPrice.TypeName => UsageBasedPriceJson.Read(ref reader),
            _ => UnknownPriceJson.Read(ref reader),
        };
    }

    public static void WriteMembers(Utf8JsonWriter writer, Price value)
    {
        switch (value)
        {
            case OneTimePrice once:
                OneTimePriceJson.WriteMembers(writer, once);
                break;
            case RecurringPrice recurring:
                RecurringPriceJson.WriteMembers(writer, recurring);
                break;
            case UsageBasedPrice usage:
                UsageBasedPriceJson.WriteMembers(writer, usage);
                break;
            case UnknownPrice unknown:
                UnknownPriceJson.WriteMembers(writer, unknown);
                break;
            default:
                throw UnionJson.Unwritable(value);
        }
    }
}

internal static class PlanChangeLineItemJson
{
    public static PlanChangeLineItem? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartsObject(ref reader, nameof(PlanChangeLineItem)))
            return null;
        return UnionJson.TypeOf(reader) switch
        {
            SubscriptionLineItem.TypeName => SubscriptionLineItemJson.Read(ref reader),
            AddonLineItem.TypeName => AddonLineItemJson.Read(ref reader),
            MeterLineItem.TypeName => MeterLineItemJson.Read(ref reader),
            _ => UnknownLineItemJson.Read(ref reader),
        };
    }

    public static void WriteMembers(Utf8JsonWriter writer, PlanChangeLineItem value)
    {
        switch (value)
        {
            case SubscriptionLineItem subscription:
                SubscriptionLineItemJson.WriteMembers(writer, subscription);
                break;
            case AddonLineItem addon:
                AddonLineItemJson.WriteMembers(writer, addon);
                break;
            case MeterLineItem meter:
                MeterLineItemJson.WriteMembers(writer, meter);
                break;
            case UnknownLineItem unknown:
                UnknownLineItemJson.WriteMembers(writer, unknown);
                break;
            default:
                throw UnionJson.Unwritable(value);
        }
    }
}

internal static class PaymentMethodUpdateJson
{
    public static PaymentMethodUpdate? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartsObject(ref reader, nameof(PaymentMethodUpdate)))
            return null;
        return UnionJson.TypeOf(reader) switch
        {
            NewPaymentMethod.TypeName => NewPaymentMethodJson.Read(ref reader),
            ExistingPaymentMethod.TypeName => ExistingPaymentMethodJson.Read(ref reader),
            _ => UnknownPaymentMethodUpdateJson.Read(ref reader),
        };
    }

    public static void WriteMembers(Utf8JsonWriter writer, PaymentMethodUpdate value)
    {
        switch (value)
        {
            case NewPaymentMethod added:
                NewPaymentMethodJson.WriteMembers(writer, added);
                break;
            case ExistingPaymentMethod existing:
                ExistingPaymentMethodJson.WriteMembers(writer, existing);
                break;
            case UnknownPaymentMethodUpdate unknown:
                UnknownPaymentMethodUpdateJson.WriteMembers(writer, unknown);
                break;
            default:
                throw UnionJson.Unwritable(value);
        }
    }
}

internal static class IntegrationConfigJson
{
    public static IntegrationConfig? Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartsObject(ref reader, nameof(IntegrationConfig)))
            return null;
        return Case(reader) switch
        {
            "feature_id" => FeatureFlagIntegrationJson.Read(ref reader),
            "target_id" => GitHubIntegrationJson.Read(ref reader),
            "guild_id" => DiscordIntegrationJson.Read(ref reader),
            "chat_id" => TelegramIntegrationJson.Read(ref reader),
            "figma_file_id" => FigmaIntegrationJson.Read(ref reader),
            "framer_template_id" => FramerIntegrationJson.Read(ref reader),
            "notion_template_id" => NotionIntegrationJson.Read(ref reader),
            "digital_files" => DigitalFilesIntegrationJson.Read(ref reader),
            null => UnknownIntegrationJson.Read(ref reader),
            _ => LicenseKeyIntegrationJson.Read(ref reader),
        };
    }

    public static void WriteMembers(Utf8JsonWriter writer, IntegrationConfig value)
    {
        switch (value)
        {
            case FeatureFlagIntegration feature:
                FeatureFlagIntegrationJson.WriteMembers(writer, feature);
                break;
            case GitHubIntegration gitHub:
                GitHubIntegrationJson.WriteMembers(writer, gitHub);
                break;
            case DiscordIntegration discord:
                DiscordIntegrationJson.WriteMembers(writer, discord);
                break;
            case TelegramIntegration telegram:
                TelegramIntegrationJson.WriteMembers(writer, telegram);
                break;
            case FigmaIntegration figma:
                FigmaIntegrationJson.WriteMembers(writer, figma);
                break;
            case FramerIntegration framer:
                FramerIntegrationJson.WriteMembers(writer, framer);
                break;
            case NotionIntegration notion:
                NotionIntegrationJson.WriteMembers(writer, notion);
                break;
            case DigitalFilesIntegration files:
                DigitalFilesIntegrationJson.WriteMembers(writer, files);
                break;
            case LicenseKeyIntegration license:
                LicenseKeyIntegrationJson.WriteMembers(writer, license);
                break;
            case UnknownIntegration unknown:
                UnknownIntegrationJson.WriteMembers(writer, unknown);
                break;
            default:
                throw UnionJson.Unwritable(value);
        }
    }

    private static string? Case(Utf8JsonReader ahead) =>
        UnionJson.FirstOf(
            ahead,
            "feature_id",
            "target_id",
            "guild_id",
            "chat_id",
            "figma_file_id",
            "framer_template_id",
            "notion_template_id",
            "digital_files",
            "activation_message",
            "activations_limit",
            "duration_count",
            "duration_interval",
            "fulfillment_mode"
        );
}
