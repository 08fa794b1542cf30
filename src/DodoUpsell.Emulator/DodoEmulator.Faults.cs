using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Faults, and the entitlements of customers.</content>
public sealed partial class DodoEmulator
{
    /// <summary>Adds a fault: matching requests fail on purpose until the fault is used up.</summary>
    public void AddFault(EmulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _state.Faults.Add(fault);
    }

    /// <summary>Removes all faults.</summary>
    public void ClearFaults() => _state.Faults.Clear();

    /// <summary>
    /// Creates or replaces the credit entitlement of a customer, given in the API's format. Members that are left out
    /// get a default.
    /// </summary>
    /// <returns>The row in the API's format.</returns>
    public JsonObject PutCreditEntitlement(string customerId, string id, JsonObject? credit = null) =>
        Checked(() => _entitlements.PutCredit(customerId, id, Input(credit)), nameof(credit));

    /// <summary>
    /// Creates or replaces an entitlement grant of a customer, given in the API's format. Members that are left out get
    /// a default.
    /// </summary>
    /// <returns>The grant in the API's format.</returns>
    public JsonObject PutEntitlementGrant(string customerId, string id, JsonObject? grant = null) =>
        Checked(() => _entitlements.PutGrant(customerId, id, Input(grant)), nameof(grant));
}
