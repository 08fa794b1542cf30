using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

internal static class EntitlementJson
{
    public static JsonObject Credit(CreditEntitlement credit) =>
        new()
        {
            ["credit_entitlement_id"] = credit.Id,
            ["name"] = credit.Name,
            ["unit"] = credit.Unit,
            ["description"] = credit.Description,
            ["balance"] = credit.Balance,
            ["overage"] = credit.Overage,
        };

    public static JsonObject Item(EntitlementGrant grant) =>
        new()
        {
            ["grant_id"] = grant.Id,
            ["entitlement_id"] = grant.EntitlementId,
            ["entitlement_name"] = grant.EntitlementName,
            ["entitlement_description"] = grant.EntitlementDescription,
            ["integration_type"] = grant.IntegrationType,
            ["status"] = grant.Status.ToLower(CultureInfo.InvariantCulture),
            ["created_at"] = WireTime.Write(grant.CreatedAt),
            ["updated_at"] = WireTime.Write(grant.UpdatedAt),
            ["delivered_at"] = WireTime.Write(grant.DeliveredAt),
            ["revoked_at"] = WireTime.Write(grant.RevokedAt),
        };

    public static JsonObject Grant(EntitlementGrant grant) =>
        new()
        {
            ["id"] = grant.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["brand_id"] = EmulatorState.BusinessId,
            ["customer_id"] = grant.Customer.Id,
            ["entitlement_id"] = grant.EntitlementId,
            ["integration_type"] = grant.IntegrationType,
            ["external_id"] = grant.ExternalId,
            ["status"] = grant.Status,
            ["payment_id"] = grant.PaymentId,
            ["subscription_id"] = grant.SubscriptionId,
            ["created_at"] = WireTime.Write(grant.CreatedAt),
            ["updated_at"] = WireTime.Write(grant.UpdatedAt),
            ["delivered_at"] = WireTime.Write(grant.DeliveredAt),
            ["revoked_at"] = WireTime.Write(grant.RevokedAt),
            ["revocation_reason"] = grant.RevocationReason,
            ["error_code"] = null,
            ["error_message"] = null,
            ["oauth_url"] = null,
            ["oauth_expires_at"] = null,
            ["digital_product_delivery"] = null,
            ["license_key"] = grant.License?.ToJson(),
            ["feature"] = grant.IntegrationType is "feature_flag"
                ? new JsonObject { ["feature_id"] = grant.EntitlementId, ["feature_type"] = "boolean" }
                : null,
            ["metadata"] = grant.Metadata.DeepClone(),
        };
}
