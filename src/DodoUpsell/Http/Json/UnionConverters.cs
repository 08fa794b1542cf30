namespace DodoUpsell.Http.Json;

internal sealed class CustomerReferenceConverter()
    : ShapedUnionConverter<CustomerReference>(
        typeof(UnknownCustomerReference),
        ("customer_id", typeof(ExistingCustomer)),
        ("email", typeof(NewCustomer))
    );

internal sealed class PriceConverter()
    : TypedUnionConverter<Price>(
        typeof(UnknownPrice),
        (OneTimePrice.TypeName, typeof(OneTimePrice)),
        (RecurringPrice.TypeName, typeof(RecurringPrice)),
        (UsageBasedPrice.TypeName, typeof(UsageBasedPrice))
    );

internal sealed class PlanChangeLineItemConverter()
    : TypedUnionConverter<PlanChangeLineItem>(
        typeof(UnknownLineItem),
        (SubscriptionLineItem.TypeName, typeof(SubscriptionLineItem)),
        (AddonLineItem.TypeName, typeof(AddonLineItem)),
        (MeterLineItem.TypeName, typeof(MeterLineItem))
    );

internal sealed class PaymentMethodUpdateConverter()
    : TypedUnionConverter<PaymentMethodUpdate>(
        typeof(UnknownPaymentMethodUpdate),
        (NewPaymentMethod.TypeName, typeof(NewPaymentMethod)),
        (ExistingPaymentMethod.TypeName, typeof(ExistingPaymentMethod))
    );

internal sealed class IntegrationConfigConverter()
    : ShapedUnionConverter<IntegrationConfig>(
        typeof(UnknownIntegration),
        ("feature_id", typeof(FeatureFlagIntegration)),
        ("target_id", typeof(GitHubIntegration)),
        ("guild_id", typeof(DiscordIntegration)),
        ("chat_id", typeof(TelegramIntegration)),
        ("figma_file_id", typeof(FigmaIntegration)),
        ("framer_template_id", typeof(FramerIntegration)),
        ("notion_template_id", typeof(NotionIntegration)),
        ("digital_files", typeof(DigitalFilesIntegration)),
        ("activation_message", typeof(LicenseKeyIntegration)),
        ("activations_limit", typeof(LicenseKeyIntegration)),
        ("duration_count", typeof(LicenseKeyIntegration)),
        ("duration_interval", typeof(LicenseKeyIntegration)),
        ("fulfillment_mode", typeof(LicenseKeyIntegration))
    );
