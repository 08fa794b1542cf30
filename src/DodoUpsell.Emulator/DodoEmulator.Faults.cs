using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Answers that go wrong, and what customers have.</content>
public sealed partial class DodoEmulator
{
    /// <summary>Breaks answers on purpose, until the fault is used up.</summary>
    public void AddFault(EmulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _state.Faults.Add(fault);
    }

    /// <summary>Forgets all faults.</summary>
    public void ClearFaults() => _state.Faults.Clear();

    /// <summary>
    /// Says how much of a credit a customer has, in the API's shape; what is left out gets a default.
    /// </summary>
    /// <returns>The row that the API shows.</returns>
    public JsonObject PutCreditEntitlement(string customerId, string id, JsonObject? credit = null) =>
        Checked(() => _entitlements.PutCredit(customerId, id, Input(credit)), nameof(credit));

    /// <summary>Says what a customer was granted, in the API's shape; what is left out gets a default.</summary>
    /// <returns>The grant as the API shows it.</returns>
    public JsonObject PutEntitlementGrant(string customerId, string id, JsonObject? grant = null) =>
        Checked(() => _entitlements.PutGrant(customerId, id, Input(grant)), nameof(grant));
}
