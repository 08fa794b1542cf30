using System.Collections.Frozen;
using System.Globalization;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>Reads the entitlements that a test defines. Members that are left out get a default.</summary>
internal static class EntitlementInput
{
    public static FrozenSet<string> Statuses { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "Pending", "Delivered", "Failed", "Revoked");

    public static FrozenSet<string> IntegrationTypes { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            "discord",
            "telegram",
            "github",
            "figma",
            "framer",
            "notion",
            "digital_files",
            "license_key",
            "feature_flag"
        );

    public static CreditEntitlement ReadCredit(string id, JsonInput input, Customer customer) =>
        new(
            customer,
            id,
            input.OptionalText("name") ?? id,
            input.OptionalText("unit") ?? "credits",
            input.OptionalText("description"),
            Decimal(input, "balance"),
            Decimal(input, "overage")
        );

    public static EntitlementGrant ReadGrant(string id, JsonInput input, EmulatorState state, Customer customer)
    {
        var status = input.OptionalChoice("status", Statuses) ?? "Delivered";
        var integrationType = input.OptionalChoice("integration_type", IntegrationTypes) ?? "feature_flag";
        var entitlementId = input.OptionalText("entitlement_id") ?? $"ent_{id}";
        return new EntitlementGrant
        {
            Id = id,
            Customer = customer,
            EntitlementId = entitlementId,
            EntitlementName = input.OptionalText("entitlement_name") ?? entitlementId,
            EntitlementDescription = input.OptionalText("entitlement_description"),
            IntegrationType = integrationType,
            Status = status,
            CreatedAt = input.OptionalTime("created_at") ?? state.Now,
            DeliveredAt = input.OptionalTime("delivered_at") ?? (status is "Delivered" ? state.Now : null),
            RevokedAt = input.OptionalTime("revoked_at") ?? (status is "Revoked" ? state.Now : null),
            RevocationReason = input.OptionalText("revocation_reason"),
            ExternalId = input.OptionalText("external_id"),
            License = License(id, input, integrationType, isRevoked: status is "Revoked"),
            PaymentId = input.OptionalText("payment_id"),
            SubscriptionId = input.OptionalText("subscription_id"),
            Metadata = input.OptionalMetadata() ?? [],
        };
    }

    private static GrantedLicense? License(string grantId, JsonInput input, string integrationType, bool isRevoked)
    {
        if (integrationType is "license_key")
            return GrantedLicense.Read(grantId, input.OptionalObject("license_key") ?? JsonInput.Of([]), isRevoked);

        return input.Has("license_key")
            ? throw input.Invalid("license_key", $"a grant of `{integrationType}` has no licence key")
            : null;
    }

    private static string Decimal(JsonInput input, string name)
    {
        var text = input.OptionalText(name) ?? "0";
        return decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out _
        )
            ? text
            : throw input.Invalid(name, "expected a decimal number as text");
    }
}
